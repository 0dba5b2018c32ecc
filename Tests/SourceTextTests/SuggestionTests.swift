import Testing

@testable import SourceText

@Suite struct SuggestionTests {
  private static let names = [
    "relu", "elu", "selu", "gelu", "tanh", "sigmoid", "softmax", "softplus", "η", "ŷ", "w1", "w2", "x",
  ]

  static let table: [(String, String?)] = [
    ("rlu", "relu"), ("releu", "relu"), ("rleu", "relu"), ("sigmiod", "sigmoid"), ("sigmod", "sigmoid"),
    ("softmaxx", "softmax"), ("Softplus", "softplus"), ("sfotmxa", "softmax"), ("tahn", "tanh"), ("w3", "w1"),
    ("w", "w1"), ("relu", "elu"), ("softamxes", "softmax"),
    // Too far.
    ("banana", nil), ("y", nil), ("zz", nil), ("", nil), ("sig", nil), ("sgmd", nil), ("qq", nil),
    (String(repeating: "a", count: 65), nil),
  ]

  @Test(arguments: table)
  func nearestName(word: String, name: String?) {
    #expect(nearest(to: word, among: Self.names) == name)
  }

  @Test func theFirstOfEquallyNear() {
    #expect(nearest(to: "ab1", among: ["ab3", "ab2"]) == "ab3")
    #expect(nearest(to: "ab1", among: ["abcd", "ab2"]) == "ab2")
    #expect(nearest(to: "ab1", among: [String]()) == nil)
    #expect(nearest(to: "ab1", among: [""]) == nil)
  }
}
