import SourceText
import Synchronization
import Testing

@testable import Notebook

/// What a note cannot do to a machine: each absurdity is one diagnostic at its statement.
@Suite struct LimitTests {
  @Test(arguments: [
    ("show zeros(1e9, 1e9)", "`zeros(1e9, 1e9)`"),
    ("show eye(1e7)", "`eye(1e7)`"),
    ("show ones(1e5, 1e5)", "`ones(1e5, 1e5)`"),
    ("show linspace(0, 1, 1e12)", "`linspace(0, 1, 1e12)`"),
    ("show range(0, 1e300)", "`range(0, 1e300)`"),
    ("table x for x in 1..1e9", "x in 1..1e9"),
    ("table zeros(100000), zeros(100000)", "cells"),
    ("plot zeros(2, 33)", "33 curves"),
    ("plot bars zeros(2, 33)", "33 series"),
    ("plot bars zeros(100001)", "100001 bars"),
    ("m = blobs(40, classes=33)\nplot scatter m", "33 classes"),
    ("plot bars x for x in 1..100001", "100001 bars"),
    ("plot x for x in 0..1, step=1e-12", "x in 0..1"),
  ])
  func isRefused(_ code: String, _ part: String) throws {
    let outcome = execute(Array("```nn\n\(code)\n```\n".utf8))
    let diagnostic = try #require(outcome.diagnostics.first)
    #expect(outcome.diagnostics.count == 1)
    #expect(diagnostic.kind == .limit, "\(code): \(diagnostic.message)")
    #expect(outcome.changes.isEmpty)
  }

  /// Sixty functions, each twice the last, would take 2^60 operations.
  @Test func doublingFunctionsAreRefusedWhereTheyAreDefined() throws {
    var code = "f0(x) = x\n"
    for k in 1...60 { code += "f\(k)(x) = f\(k - 1)(x) + f\(k - 1)(x)\n" }
    let note = Array("```nn\n\(code)show f60(1)\n```\n".utf8)
    let outcome = execute(note)
    #expect(
      rendered(outcome.diagnostics, of: note) == """
        note.md:13:1: error: `f11` is too large: written out it has more than 10000 parts
           |
        13 | f11(x) = f10(x) + f10(x)
           | ^^^
           = help: compute what does not depend on the variable once, as a value of its own

        """)
  }

  /// A chain of functions that each call the one before is refused before it can exhaust the stack.
  @Test func deepChainsAreRefusedOrRun() {
    var code = "f0(x) = x\n"
    for k in 1...5000 { code += "f\(k)(x) = f\(k - 1)(x) + 1\n" }
    let outcome = execute(Array("```nn\n\(code)show f400(1)\n```\n".utf8))
    #expect(outcome.diagnostics.map(\.kind) == [.limit])
  }

  /// Forty calls within one another are a term of 2^40 nodes, however few of them are kept in memory.
  @Test(arguments: [
    ("show g2 as math", ["`g2(x)` is too large to be set as a formula: written out it has more than 10000 parts"]),
    ("show g2'(1)", ["`g2` is too large to be differentiated: written out it has more than 10000 parts"]),
    (
      "h(y) = sum([y, y])\nf(x) = x * h(g2(1))\nshow f'(1)",
      ["`f` is too large to be differentiated: written out it has more than 10000 parts"]
    ),
    ("show g2, g2(1)", []),
  ])
  func callsWithinCallsAreMeasuredAsWrittenOut(_ code: String, _ messages: [String]) {
    let ten = String(repeating: "g(", count: 10) + "x" + String(repeating: ")", count: 10)
    let outcome = execute(
      Array("```nn\ng(x) = x * x\ng1(x) = \(ten)\ng2(x) = g1(g1(g1(g1(x))))\n\(code)\n```\n".utf8))
    #expect(outcome.diagnostics.map(\.message) == messages)
  }

  /// Derivatives of derivatives grow; they end in a diagnostic.
  @Test func growingDerivativesAreRefused() {
    let code = "f(x) = exp(sin(x) * cos(x)) * tanh(x^2) / (1 + x^2)\nshow f''''''''''''(1)"
    let outcome = execute(Array("```nn\n\(code)\n```\n".utf8))
    #expect(outcome.diagnostics.map(\.kind) == [.limit])
  }

  /// Every cell of a column is as wide as its title.
  @Test(arguments: [
    "table x as \"LONG\" for x in 1..10000",
    "show 1 as \"LONG\", \((1...2000).map(String.init).joined(separator: ", ")) as table",
  ])
  func longLabelsOverManyRowsAreRefused(code: String) throws {
    let long = String(repeating: "é", count: 100_000)
    let note = Array("```nn\n\(code.split(separator: "LONG").joined(separator: long))\n```\n".utf8)
    let outcome = execute(note)
    #expect(outcome.diagnostics.map(\.kind) == [.limit])
    #expect(outcome.changes.isEmpty)
  }

  /// The copies of what is drawn are in the budget while it is.
  @Test(arguments: ["", "scatter v, ", "histogram ", "heatmap "])
  func copiesForAPictureAreCharged(_ kind: String) {
    let note = Array("```nn\nv = zeros(50000)\nplot \(kind)v\n```\n".utf8)
    func limited(to memory: Int) -> [Diagnostic.Kind] {
      Notebook.execute(Source(name: "note.md", bytes: note), under: conditions(memory: memory)).diagnostics.map(\.kind)
    }
    #expect(limited(to: 1 << 20) == [.limit])
    #expect(limited(to: 1 << 25) == [])
  }

  /// What the regions of a network would cost is known before the first place is asked.
  @Test func regionsOfAVastNetworkAreRefused() {
    let code = """
      data d: a, b -> c
        0, 1 -> 0
      net m = 2 -> 50 tanh -> 50 tanh -> 1 sigmoid
      plot boundary m on d, width=200, height=100
      """
    let note = Array("```nn\n\(code)\n```\n".utf8)
    func limited(to nanoseconds: UInt64) -> [String] {
      let outcome = Notebook.execute(
        Source(name: "note.md", bytes: note), under: conditions(deadline: nanoseconds))
      return outcome.diagnostics.map { $0.message }
    }
    #expect(
      limited(to: 100_000) == [
        "this takes 55,848,051 multiplications, which no machine does within the time limit"
      ])
    #expect(limited(to: 60_000_000_000) == [])
  }

  @Test func thousandsOfMistakesAreNotAllSaid() throws {
    let block = "```nn\n" + String(repeating: "show y\n", count: 700) + "```\n\n"
    let outcome = execute(Array(String(repeating: block, count: 4).utf8))
    #expect(outcome.diagnostics.count == Execution.mostMistakes + 1)
    #expect(outcome.diagnostics.dropLast().allSatisfy { $0.kind == .name })
    let last = try #require(outcome.diagnostics.last)
    #expect(last.message == "there are too many mistakes: what follows is not run")
    #expect(outcome.parts.map(\.state) == [.failing, .failing, .skipped, .skipped])
  }

  /// What a block that is to fail says is its output and no mistake.
  @Test func expectedMistakesAreNotCounted() {
    let block = "```nn fails\nshow y\nshow z\n```\n\n"
    #expect(execute(Array(String(repeating: block, count: 600).utf8)).diagnostics == [])
  }

  @Test func theDeadlineEndsTheNoteAtTheStatement() throws {
    let now = Mutex<UInt64>(0)
    let clock: @Sendable () -> UInt64 = {
      now.withLock { now in
        now += 1_000_000
        return now
      }
    }
    let code = (1...200).map { "show sum(ones(10)) + \($0)" }.joined(separator: "\n")
    let note = Array("```nn\n\(code)\n```\n\n```nn\nshow 1\n```\n".utf8)
    let outcome = Notebook.execute(
      Source(name: "note.md", bytes: note),
      under: Conditions(memoryLimit: 1 << 20, deadline: 100_000_000, clock: clock))
    let diagnostic = try #require(outcome.diagnostics.first)
    #expect(outcome.diagnostics.count == 1)
    #expect(diagnostic.kind == .limit)
    #expect(outcome.changes.isEmpty)
  }

  /// A derivation looks at the clock between its lines, and says what the clock says.
  @Test func theDeadlineEndsADerivation() throws {
    let now = Mutex<UInt64>(0)
    let clock: @Sendable () -> UInt64 = {
      now.withLock {
        $0 += 1_000_000; return $0
      }
    }
    let nest = String(repeating: "sin(", count: 25) + "x" + String(repeating: ")", count: 25)
    let outcome = Notebook.execute(
      Source(name: "note.md", bytes: Array("```nn\nderive \(nest) by x\n```\n".utf8)),
      under: Conditions(memoryLimit: 1 << 30, deadline: 20_000_000, clock: clock))
    #expect(outcome.diagnostics.map(\.kind) == [.limit])
    #expect(outcome.diagnostics.map(\.message) == ["the time limit is reached"])
    #expect(outcome.changes.isEmpty)
  }
}
