import Document
import Engine
import Language
import Report
import SourceText

/// Executes the blocks and inline values of a note from top to bottom and says how the note would have to change.
struct Execution {
  private let source: Source
  private let note: Note
  private let overwritesEdits: Bool
  private var session: Session
  private var outcome = Outcome()
  private var mistakeCount = 0
  /// Set by a limit: what follows in the note is not run.
  private var isExhausted = false

  /// Nobody reads more mistakes than this, and a note of nothing else would fill the memory with them.
  static let mostMistakes = 1_000

  /// What becomes of a note that was read.
  static func outcome(of note: Note, from source: Source, under conditions: Conditions) -> Outcome {
    var execution = Execution(source: source, note: note, conditions: conditions)
    execution.run()
    return execution.finished()
  }

  private init(source: Source, note: Note, conditions: Conditions) {
    self.source = source
    self.note = note
    self.overwritesEdits = conditions.overwritesEdits
    self.session = Session(under: conditions)
  }

  private mutating func run() {
    outcome.diagnostics += note.diagnostics
    var values = note.values[...]
    for block in note.blocks {
      while let value = values.first, value.range.lowerBound < block.opening.lowerBound {
        run(value)
        values.removeFirst()
      }
      run(block)
    }
    for value in values { run(value) }
    for orphan in note.orphans { judge(orphan) }
  }

  /// A note with a mistake, or with a hand edit that may not be overwritten, is not written at all.
  private func finished() -> Outcome {
    var result = outcome
    result.diagnostics = result.diagnostics.inOrderOfPlace
    result.changes.sort { $0.edit.range.lowerBound < $1.edit.range.lowerBound }
    result.parts.sort { $0.range.lowerBound < $1.range.lowerBound }
    if result.diagnostics.contains(where: \.kind.forbidsWriting) { result.changes = [] }
    return result
  }

  // MARK: Blocks

  private mutating func run(_ block: CodeBlock) {
    let (options, mistakes) = BlockOptions.parse(block.info.text)
    say(mistakes.map { $0.moved(by: block.info) })
    if options.reset { session = session.fresh }
    var state = Part.State.skipped
    if !options.skip, !isExhausted {
      let before = outcome.diagnostics.count
      let blocks = options.fails ? runFailing(block) : runCode(of: block)
      let failed = outcome.diagnostics[before...].contains { $0.kind.failsBlock }
      let lines = options.hide ? [] : regionLines(blocks, spacing: block.isTight ? .tight : .blankLine)
      state = failed || !mistakes.isEmpty ? .failing : judge(block, lines: lines)
    } else if options.skip, let region = block.region, refuses(region) {
      // Left as it is, but `clean` would refuse the note, and what one refuses the other may not write.
      state = .edited
    }
    let title = String(decoding: block.info.text, as: UTF8.self)
    outcome.parts.append(Part(kind: .block, range: block.opening, title: title, state: state))
  }

  /// Runs every statement that can be run, so that all mistakes are said; what has been said goes to the outcome.
  private mutating func runCode(of block: CodeBlock) -> [Report.Block] {
    let code = Code(excerpt: block.code)
    let (program, mistakes) = Program.parse(block.code.text)
    say(mistakes.map { $0.moved(by: block.code) })
    session.defineAsFailed(program.unreadNames)
    var page = Page()
    for statement in program.statements where !isExhausted {
      do throws(Mistakes) {
        for result in try session.perform(statement, of: code) {
          page.append(result)
          if let failure = result.failure { outcome.diagnostics.append(failure) }
        }
      } catch {
        say(error)
      }
    }
    return page.blocks
  }

  /// Runs a block that must end with an error, in a copy of the session; the error is its output.
  private mutating func runFailing(_ block: CodeBlock) -> [Report.Block] {
    let (session, diagnostics, mistakeCount) = (session, outcome.diagnostics, mistakeCount)
    _ = runCode(of: block)
    let said = outcome.diagnostics[diagnostics.count...]
    let expected = said.filter { $0.kind.failsBlock && $0.kind != .limit }
    self.session = session
    guard !said.contains(where: { $0.kind == .limit }) else { return [] }
    outcome.diagnostics = diagnostics
    self.mistakeCount = mistakeCount
    if expected.isEmpty {
      outcome.diagnostics.append(
        Diagnostic(
          .unexpectedSuccess, at: block.opening, "this block is to fail, and it ran without an error",
          help: ["take `fails` out of its first line"]))
    }
    return [.text(expected.inOrderOfPlace.flatMap { rendered($0, in: block.code) })]
  }

  /// A diagnostic as the output of its block: no path, lines counted from the block's first.
  private func rendered(_ diagnostic: Diagnostic, in code: Excerpt) -> [String] {
    let renderer = DiagnosticRenderer(showsPath: false) { source, place in
      guard let offset = code.textOffset(place) else { return "in an earlier block" }
      return "at line \(source.position(of: offset).line)"
    }
    var inner = diagnostic
    let start = code.textOffset(diagnostic.range.lowerBound) ?? 0
    inner.range = start..<max(start, code.textOffset(diagnostic.range.upperBound) ?? start)
    let text = renderer.render(inner, in: Source(name: "", bytes: code.text))
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private mutating func say(_ mistakes: Mistakes) {
    say(mistakes.diagnostics)
    if mistakes.endNote { isExhausted = true }
  }

  private mutating func say(_ mistakes: [Diagnostic]) {
    outcome.diagnostics += mistakes
    mistakeCount += mistakes.count
    guard mistakeCount >= Self.mostMistakes, !isExhausted, let last = mistakes.last else { return }
    isExhausted = true
    outcome.diagnostics.append(
      Diagnostic(.limit, at: last.range, "there are too many mistakes: what follows is not run"))
  }

  // MARK: Judging what stands in the note

  private mutating func judge(_ block: CodeBlock, lines: [String]) -> Part.State {
    if let region = block.region, refuses(region) { return .edited }
    guard let edit = block.edit(content: lines, restoringFormulas: overwritesEdits) else {
      guard let region = block.region else { return .silent }
      if region.content.hasEscapedFormulas { outcome.diagnostics.append(.escapedFormulas(region)) }
      return .fresh
    }
    let line = source.position(of: block.opening.lowerBound).line
    let finding =
      if let region = block.region {
        Diagnostic(.stale, at: region.marker, "the output of the block at line \(line) has changed")
      } else {
        Diagnostic(.missing, at: block.opening, "the output of this block is missing")
      }
    outcome.changes.append(Change(edit: edit, finding: finding))
    return block.region == nil ? .missing : .stale
  }

  private mutating func judge(_ orphan: OwnedRegion) {
    guard !refuses(orphan) else { return }
    outcome.changes.append(
      Change(
        edit: orphan.removal,
        finding: Diagnostic(.orphan, at: orphan.marker, "the block of this output is gone")))
  }

  /// Whether a region was edited by hand and may not be overwritten; says so.
  private mutating func refuses(_ region: OwnedRegion) -> Bool {
    guard region.isEdited, !overwritesEdits else { return false }
    outcome.diagnostics.append(.edited(region))
    return true
  }

  // MARK: Inline values

  private mutating func run(_ value: InlineValue) {
    guard !isExhausted else { return }
    let before = outcome.diagnostics.count
    let text = text(of: value)
    let failed = outcome.diagnostics.count > before
    var state = failed || text == nil ? Part.State.failing : .fresh
    if let text, !failed, let edit = value.edit(text: text) {
      let shown = String(decoding: value.shown, as: UTF8.self)
      state = shown.isEmpty ? .missing : .stale
      let finding =
        shown.isEmpty
        ? Diagnostic(.missing, at: value.range, "this value is missing: it is \(text)")
        : Diagnostic(.stale, at: value.text, "this value has changed: it is \(text), the note says \(shown)")
      outcome.changes.append(Change(edit: edit, finding: finding))
    }
    let title = String(decoding: value.expression.text, as: UTF8.self)
    outcome.parts.append(Part(kind: .value, range: value.range, title: title, state: state))
  }

  private mutating func text(of value: InlineValue) -> String? {
    let code = Code(excerpt: value.expression)
    let (inline, mistakes) = InlineCode.parse(value.expression.text)
    say(mistakes.map { $0.moved(by: value.expression) })
    guard let inline else { return nil }
    do throws(Mistakes) {
      return try session.inline(inline, of: code)
    } catch {
      say(error)
      return nil
    }
  }
}

extension Diagnostic {
  /// What is said of a region that was edited by hand.
  static func edited(_ region: OwnedRegion) -> Diagnostic {
    Diagnostic(
      .edited, at: region.marker, "this output was edited by hand",
      help: ["move what you wrote out of it, or let `tally run --force` overwrite it"])
  }

  /// What is said of formulas that no page typesets any more.
  static func escapedFormulas(_ region: OwnedRegion) -> Diagnostic {
    Diagnostic(
      .markdown, at: region.marker, "a formatter took the formulas of this output for prose and escaped them",
      help: [
        "give the formatter its extension for `$$`, or write `set math = fence`, which it leaves alone",
        "`tally run --force` writes the formulas anew",
      ])
  }
}

extension Diagnostic.Kind {
  /// Whether a note of which this is said must stay as it is.
  var forbidsWriting: Bool {
    switch self {
    case .encoding, .damagedMarker, .unclosedFence, .syntax, .name, .shape, .value, .option, .limit,
      .unexpectedSuccess, .edited, .file, .usage:
      true
    case .stale, .missing, .orphan, .expectation, .arithmetic, .markdown: false
    }
  }

  /// Whether a block of which this is said has failed.
  var failsBlock: Bool {
    switch self {
    case .syntax, .name, .shape, .value, .option, .limit, .unexpectedSuccess: true
    case .encoding, .damagedMarker, .unclosedFence, .stale, .missing, .edited, .orphan, .expectation, .arithmetic,
      .markdown, .file, .usage:
      false
    }
  }
}
