import SourceText
import Testing

@testable import Language

/// What holds of any bytes whatever: nothing crashes, every place lies inside the code and in order, what was read
/// means the same when it is spelled out, and what was rejected can be shown to a reader. A fuzzer may call it.
func checkParser(_ code: [UInt8]) {
  let (program, diagnostics) = Program.parse(code, showingLoneExpressions: true)
  check(diagnostics, in: code)
  var end = 0
  for statement in program.statements {
    #expect(statement.range.lowerBound >= end && statement.range.upperBound <= code.count)
    end = statement.range.upperBound
    for value in expressions(of: statement) { check(value, inside: statement.range, of: code) }
  }
  let inline = InlineCode.parse(code)
  #expect((inline.code == nil) == !inline.diagnostics.isEmpty)
  check(inline.diagnostics, in: code)
  check(BlockOptions.parse(code).diagnostics, in: code)
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
  case .set(_, let value), .value(_, let value), .function(_, _, let value): [value]
  case .expect(let condition, let options): [condition] + options.map(\.value)
  case .show(let output), .table(let output): expressions(of: output)
  }
}

private func expressions(of output: Output) -> [Expression] {
  let domain = output.domain.map { [$0.from, $0.through] + ($0.step.map { [$0] } ?? []) } ?? []
  return output.items.map(\.value) + domain + output.options.map(\.value)
}
