import Engine
import Language
import SourceText

/// What networks and data sets have to show: `mlp.W1`, `xor.inputs`.
extension Evaluator {
  func member(_ name: Name, of base: Expression, whole: Expression) throws(Mistake) -> Engine.Value {
    switch try thing(of: base) {
    case .network(let network):
      return try computing(Expression(whole.kind, range: name.range), []) { budget throws(EngineFault) in
        try network.member(name.text, within: budget)
      }
    case .data(let set): return try member(name, of: set, named: code.spelling(base))
    case .value(let value):
      throw .at(
        name.range, of: code, .name,
        "only networks and data sets have members, and `\(code.spelling(base))` is \(value.shape)")
    case .choice(let choice):
      throw .at(
        name.range, of: code, .name, "only networks and data sets have members, and this is `\(choice.spelling)`")
    }
  }

  private func member(_ name: Name, of set: DataSet, named spelling: String) throws(Mistake) -> Engine.Value {
    guard let member = DataMember(rawValue: name.text) else {
      let names = DataMember.allCases.map(\.rawValue)
      throw .at(
        name.range, of: code, .name, "a data set has no member `\(name.text)`",
        help: [
          nearest(to: name.text, among: names).map { "did you mean `\(spelling).\($0)`?" }
            ?? "it has `inputs`, `targets` and `size`"
        ])
    }
    guard let value = set.value(of: member) else {
      let classes = set.classes.isEmpty ? "it has none" : "they are \(set.classes.joined(separator: ", "))"
      throw .at(name.range, of: code, .value, "the classes of a data set are names, not values: \(classes)")
    }
    return value
  }
}
