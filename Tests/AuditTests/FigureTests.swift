import Testing

@testable import Audit

@Suite struct FigureTests {
  @Test(arguments: [
    (0.40673000826, 0.593269992, "0.40673"), (5, 6, "5"), (0.3, 0.2, "0.3"), (1e-7, 2e-7, "1e-7"),
    (123456.789, 123456.9, "123456.789"), (-0.5, 0.5, "-0.5"), (99.9999999, 1, "100"),
  ])
  func showsWhatTellsTwoNumbersApart(number: Double, other: Double, text: String) {
    #expect(Figure.text(of: number, unlike: other) == text)
  }
}
