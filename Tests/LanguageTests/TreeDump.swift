@testable import Language

/// The tree as an s-expression, places left out: two expressions with the same dump mean the same.
func dump(_ expression: Expression) -> String {
  switch expression.kind {
  case .number(let value): value.description
  case .string(let text): "\"\(text)\""
  case .name(let name): name
  case .vector(let entries): "[\(dump(entries))]"
  case .matrix(let rows): "[\(rows.map(dump).joined(separator: "; "));]"
  case .member(let owner, let name): "(. \(dump(owner)) \(name.text))"
  case .call(let name, let primes, let arguments):
    "(\(name.text)\(String(repeating: "'", count: primes))"
      + arguments.map { " " + ($0.name.map { "\($0.text)=" } ?? "") + dump($0.value) }.joined() + ")"
  case .prime(let inner): "(' \(dump(inner)))"
  case .index(let owner, let places): "(at \(dump(owner)) \(places.map(dump).joined(separator: " ")))"
  case .negate(let inner): "(neg \(dump(inner)))"
  case .not(let inner): "(not \(dump(inner)))"
  case .binary(let binary, let left, let right): "(\(binary.rawValue) \(dump(left)) \(dump(right)))"
  case .approximately(let left, let right, let tolerance): "(≈ \(dump(left)) \(dump(right)) \(dump(tolerance)))"
  case .group(let inner): "{\(dump(inner))}"
  }
}

private func dump(_ expressions: [Expression]) -> String {
  expressions.map(dump).joined(separator: ", ")
}

private func dump(_ place: Subscript) -> String {
  switch place {
  case .at(let position): dump(position)
  case .all: ":"
  }
}

/// A whole program, a statement a line.
func dump(_ program: Program) -> String {
  program.statements.map(dump).joined(separator: "\n")
}

func dump(_ statement: Statement) -> String {
  switch statement.kind {
  case .set(let name, let value): "set \(name.text) \(dump(value))"
  case .value(let name, let value): "\(name.text) = \(dump(value))"
  case .function(let name, let parameters, let body):
    "\(name.text)(\(parameters.map(\.text).joined(separator: ", "))) = \(dump(body))"
  case .show(let output): "show \(dump(output))"
  case .table(let output): "table \(dump(output))"
  case .expect(let condition, let options): "expect \(dump(condition))\(dump(options))"
  }
}

private func dump(_ output: Output) -> String {
  let items = output.items.map { dump($0.value) + ($0.label.map { " as \"\($0)\"" } ?? "") }
  var text = items.joined(separator: " , ")
  if let domain = output.domain {
    text += " for \(domain.variable.text) from \(dump(domain.from)) through \(dump(domain.through))"
    if let step = domain.step { text += " step \(dump(step))" }
  }
  if let form = output.form { text += " as \(form.text)" }
  return text + dump(output.options)
}

private func dump(_ options: [Option]) -> String {
  options.map { " | \($0.name.text)=\(dump($0.value))" }.joined()
}

/// The expression that a text spells, or nil where it is none.
func expression(_ text: String) -> Expression? {
  InlineCode.parse(Array(text.utf8)).code?.value
}
