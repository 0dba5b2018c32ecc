import SourceText
import Testing

@testable import Language

/// What holds of any bytes whatever: nothing crashes, every place lies inside the code and in order, what was read
/// means the same when it is spelled out, and what was rejected can be shown to a reader. A fuzzer may call it.
func checkParser(_ code: [UInt8]) {
  let (program, diagnostics) = Program.parse(code, showingLoneExpressions: true)
  check(diagnostics, in: code)
  check(program.statements, inside: 0..<code.count, of: code, depth: 0)
  #expect(program.unreadNames.isEmpty || !diagnostics.isEmpty)
  #expect(program.unreadNames.allSatisfy { !$0.isEmpty })
  let inline = InlineCode.parse(code)
  #expect((inline.code == nil) == !inline.diagnostics.isEmpty)
  check(inline.diagnostics, in: code)
  check(BlockOptions.parse(code).diagnostics, in: code)
}

private func check(_ statements: [Statement], inside range: Range<Int>, of code: [UInt8], depth: Int) {
  var end = range.lowerBound
  for statement in statements {
    #expect(statement.range.lowerBound >= end && statement.range.upperBound <= range.upperBound)
    end = statement.range.upperBound
    for value in expressions(of: statement) { check(value, inside: statement.range, of: code) }
    switch statement.kind {
    case .loop(let loop):
      #expect(depth < Loop.nestingLimit && !loop.body.isEmpty)
      let body = loop.header.upperBound..<statement.range.upperBound
      #expect(loop.header.lowerBound == statement.range.lowerBound && loop.header.upperBound < body.upperBound)
      check(loop.body, inside: body, of: code, depth: depth + 1)
    case .collect: #expect(depth > 0)
    case .data(let definition): check(definition)
    case .net(let definition): #expect(!definition.layers.isEmpty)
    case .values(let names, _): #expect(names.count > 1)
    case .dataSets(let names, _): #expect(!names.isEmpty)
    case .set, .value, .function, .member, .train, .step, .show, .table, .plot, .inspection, .draw, .explain, .derive,
      .expect:
      break
    }
  }
}

/// All rows are as wide as one another.
private func check(_ definition: DataDefinition) {
  switch definition.source {
  case .rows(let rows):
    #expect(!rows.isEmpty && !definition.targets.isEmpty && definition.inputs != nil)
    #expect(Set(rows.map { [$0.inputs.count, $0.targets.count] }).count == 1)
  case .files(let files): #expect(!files.isEmpty)
  }
}

private func check(_ diagnostics: [Diagnostic], in code: [UInt8]) {
  let source = Source(name: "code", bytes: code)
  for diagnostic in diagnostics {
    #expect(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= code.count)
    #expect(!diagnostic.message.isEmpty && !diagnostic.message.contains("\n"))
    #expect(diagnostic.help.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
    #expect([.syntax, .limit, .option].contains(diagnostic.kind))
    #expect(DiagnosticRenderer().render(diagnostic, in: source).hasSuffix("\n"))
  }
}

private func check(_ value: Expression, inside range: Range<Int>, of code: [UInt8]) {
  checkPlaces(of: value, inside: range)
  let spelled = value.spelled
  #expect(expression(spelled).map { dump($0.ungrouped) } == dump(value.ungrouped), "\(spelled)")
  let label = value.sourceText(in: code)
  #expect(expression(label).map(dump) == dump(value), "\(label)")
}

private func checkPlaces(of value: Expression, inside range: Range<Int>) {
  #expect(!value.range.isEmpty)
  #expect(value.range.lowerBound >= range.lowerBound && value.range.upperBound <= range.upperBound)
  for child in children(of: value) { checkPlaces(of: child, inside: value.range) }
}

private func expressions(of statement: Statement) -> [Expression] {
  switch statement.kind {
  case .set(_, let value), .value(_, let value), .values(_, let value), .dataSets(_, let value),
    .function(_, _, let value), .member(_, _, let value):
    [value]
  case .data(let definition): expressions(of: definition)
  case .net(let definition): expressions(of: definition)
  case .train(let order), .step(let order): [order.data] + order.options.map(\.value)
  case .loop(let loop): expressions(of: loop.values)
  case .collect(let values): values
  case .expect(let condition, let options): [condition] + options.map(\.value)
  case .show(let output), .table(let output), .plot(_, let output), .draw(let output), .explain(let output),
    .derive(let output, _):
    expressions(of: output)
  case .inspection(let inspection):
    [inspection.network, inspection.data] + inspection.options.map(\.value)
  }
}

private func expressions(of definition: DataDefinition) -> [Expression] {
  let options = definition.options.map(\.value)
  return switch definition.source {
  case .rows(let rows): rows.flatMap { $0.inputs + $0.targets } + options
  case .files: options
  }
}

private func expressions(of definition: NetDefinition) -> [Expression] {
  let layers = definition.layers.flatMap { layer in
    let parts: [Expression] =
      switch layer.kind {
      case .dense(let neurons, let activation): [neurons] + (activation.map { [$0] } ?? [])
      case .dropout(let arguments), .batchnorm(let arguments): arguments.map(\.value)
      }
    return parts + (layer.repetitions.map { [$0] } ?? [])
  }
  return [definition.inputs] + layers + definition.options.map(\.value)
}

private func expressions(of values: Loop.Values) -> [Expression] {
  switch values {
  case .list(let entries): entries
  case .range(let from, let through, let step): [from, through] + (step.map { [$0] } ?? [])
  case .entries(let vector): [vector]
  }
}

private func expressions(of output: Output) -> [Expression] {
  let domain = output.domain.map { [$0.from, $0.through] + ($0.step.map { [$0] } ?? []) } ?? []
  return output.items.map(\.value) + domain + output.options.map(\.value)
}
