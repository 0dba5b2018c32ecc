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
  case .values(let names, let value): "\(dump(names)) = \(dump(value))"
  case .dataSets(let names, let value): "data \(dump(names)) = \(dump(value))"
  case .function(let name, let parameters, let body): "\(name.text)(\(dump(parameters))) = \(dump(body))"
  case .member(let owner, let name, let value): "\(owner.text).\(name.text) = \(dump(value))"
  case .data(let definition): "data \(dump(definition))"
  case .net(let definition): "net \(dump(definition))"
  case .train(let order): "train \(dump(order))"
  case .step(let order): "step \(dump(order))"
  case .loop(let loop): dump(loop)
  case .collect(let values): "collect " + values.map(dump).joined(separator: " , ")
  case .show(let output): "show \(dump(output))"
  case .table(let output): "table \(dump(output))"
  case .plot(let kind, let output): "plot \(kind.rawValue): \(dump(output))"
  case .inspection(let inspection): dump(inspection)
  case .draw(let output): "draw \(dump(output))"
  case .explain(let output): "explain \(dump(output))"
  case .derive(let output, let variable): "derive by \(variable.text): \(dump(output))"
  case .expect(let condition, let options): "expect \(dump(condition))\(dump(options))"
  }
}

private func dump(_ names: [Name]) -> String {
  names.map(\.text).joined(separator: ", ")
}

private func dump(_ definition: DataDefinition) -> String {
  var text = definition.name.text
  if case .files(let files) = definition.source {
    text += " from " + files.map { "\"\($0.path)\"" }.joined(separator: ", ")
  }
  text += ": " + (definition.inputs.map(dump) ?? "the others") + " -> " + dump(definition.targets)
  text += dump(definition.options)
  guard case .rows(let rows) = definition.source else { return text }
  return text + rows.map { "\n  \(dump($0.inputs)) -> \(dump($0.targets))" }.joined()
}

private func dump(_ columns: [DataDefinition.Columns]) -> String {
  let items = columns.map { item in
    switch item {
    case .named(let name): name.text
    case .range(let first, let last): "\(first.text)..\(last.text)"
    }
  }
  return items.joined(separator: ", ")
}

private func dump(_ definition: NetDefinition) -> String {
  let layers = definition.layers.map { " -> " + dump($0) }.joined()
  return "\(definition.name.text) = \(dump(definition.inputs))\(layers)\(dump(definition.options))"
}

private func dump(_ layer: NetDefinition.Layer) -> String {
  let kind =
    switch layer.kind {
    case .dense(let neurons, let activation): dump(neurons) + (activation.map { " \(dump($0))" } ?? "")
    case .dropout(let arguments): dump(.call("dropout", arguments))
    case .batchnorm(let arguments): dump(.call("batchnorm", arguments))
    }
  return kind + (layer.repetitions.map { " times \(dump($0))" } ?? "")
}

extension Expression {
  fileprivate static func call(_ name: String, _ arguments: [Argument]) -> Expression {
    Expression(.call(Name(text: name, range: 0..<0), primes: 0, arguments), range: 0..<0)
  }
}

private func dump(_ order: TrainingOrder) -> String {
  "\(order.network.text) on \(dump(order.data))\(dump(order.options))"
}

private func dump(_ loop: Loop) -> String {
  let values =
    switch loop.values {
    case .list(let entries): "in [\(dump(entries))]"
    case .range(let from, let through, let step):
      "from \(dump(from)) through \(dump(through))" + (step.map { " step \(dump($0))" } ?? "")
    case .entries(let vector): "in entries of \(dump(vector))"
    }
  let body = loop.body.flatMap { dump($0).split(separator: "\n") }.map { "\n  \($0)" }.joined()
  return "for \(loop.variable.text) \(values)\(body)"
}

private func dump(_ inspection: Inspection) -> String {
  var text = "\(inspection.kind.rawValue): \(dump(inspection.network)) on \(dump(inspection.data))"
  if let form = inspection.form { text += " as \(form.text)" }
  return text + dump(inspection.options)
}

private func dump(_ output: Output) -> String {
  let items = output.items.map { dump($0.value) + ($0.label.map { " as \"\($0)\"" } ?? "") }
  var text = items.joined(separator: " , ")
  if let domain = output.domain {
    text += " for \(domain.variable.text) from \(dump(domain.from)) through \(dump(domain.through))"
    if let step = domain.step { text += " step \(dump(step))" }
  }
  if !output.loops.isEmpty { text += " by \(dump(output.loops))" }
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
