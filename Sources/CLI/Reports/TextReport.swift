import Notebook
import SourceText

/// The report for people. What was asked for goes to standard output: the findings of `check`, the patch of `diff`, the
/// table of `list`, the notes that `run` changed. What went wrong beside it goes to standard error.
struct TextReport: Report {
  private let invocation: Invocation
  private let output: Style
  private let errors: Style

  /// How a stream is written to.
  private struct Style {
    /// Whether with colours.
    let color: Bool
    /// Whether a terminal would act on control characters.
    let isTerminal: Bool

    init(_ stream: World.Stream, _ choice: ColorChoice, _ world: World) {
      isTerminal = stream.isTerminal
      color =
        switch choice {
        case .always: true
        case .never: false
        case .auto:
          stream.isTerminal && (world.environment("NO_COLOR") ?? "").isEmpty && world.environment("TERM") != "dumb"
        }
    }
  }

  init(invocation: Invocation, world: World) {
    self.invocation = invocation
    output = Style(world.output, invocation.color, world)
    errors = Style(world.errors, invocation.color, world)
  }

  let separator = ""

  func opening() -> Print { Print() }

  func entry(for note: NoteReport) -> Print {
    switch invocation.command {
    case .check: Print(output: findings(of: note, output)).adding(output: invocation.quiet ? [] : patch(of: note))
    case .audit: Print(output: findings(of: note, output) + equalities(of: note))
    case .diff: Print(errors: findings(of: note, errors)).adding(output: invocation.quiet ? [] : patch(of: note))
    case .list: Print(output: table(of: note), errors: findings(of: note, errors))
    case .run: changed(note, "updated")
    case .clean: changed(note, "cleaned")
    case .eval: Print(errors: findings(of: note, errors)).adding(output: note.text ?? [])
    case .completions, .help: Print()
    }
  }

  func closing(_ summary: Summary) -> Print {
    guard !invocation.quiet, !invocation.writesNoteToStandardOutput else { return Print() }
    switch invocation.command {
    case .run, .check, .clean, .audit:
      return Print(output: summary.lines(for: invocation).map { visibleText($0) + "\n" }.joined())
    case .diff, .list, .eval, .completions, .help: return Print()
    }
  }

  private func changed(_ note: NoteReport, _ verb: String) -> Print {
    var line = ""
    if note.isWritten, !invocation.quiet, !invocation.writesNoteToStandardOutput {
      let places = note.changes == 1 ? "1 place" : "\(note.changes) places"
      let target = invocation.output.map { " to \(visibleText($0.text))" } ?? ""
      line = "\(verb) \(visibleText(note.path.text))\(target) (\(places))\n"
    }
    return Print(output: line, errors: findings(of: note, errors)).adding(output: note.text ?? [])
  }

  // MARK: Findings

  private func findings(of note: NoteReport, _ style: Style) -> String {
    var text = ""
    for finding in note.findings where !(invocation.quiet && finding.kind.standing == nil) {
      text += rendering(of: finding, in: note, style)
    }
    return text
  }

  /// A stale result is said in one line: the diff shows the rest.
  private func rendering(of finding: Diagnostic, in note: NoteReport, _ style: Style) -> String {
    let renderer = DiagnosticRenderer(color: style.color)
    guard let source = note.source, finding.hasPlace else {
      var text = "\(visibleText(note.path.text)): \(finding.kind.label): \(visibleText(finding.message))\n"
      for help in finding.help { text += "  = help: \(visibleText(help))\n" }
      return text
    }
    let whole = renderer.render(finding, in: source)
    switch finding.kind {
    case .stale, .missing, .orphan: return whole.prefix { $0 != "\n" } + "\n"
    case .encoding, .damagedMarker, .unclosedFence, .syntax, .name, .shape, .value, .option, .limit, .unexpectedSuccess,
      .edited, .expectation, .arithmetic, .markdown, .file, .usage:
      return whole
    }
  }

  /// Every equality with what became of it, where that was asked for.
  private func equalities(of note: NoteReport) -> String {
    guard invocation.verbose, let source = note.source else { return "" }
    return note.equalities.map { equality in
      let position = source.position(of: equality.range.lowerBound)
      let place = "\(visibleText(note.path.text)):\(position.line):\(position.column)"
      return "\(place): \(equality.verdict.words): \(visibleText(equality.text(in: source)))\n"
    }.joined()
  }

  // MARK: Patches

  /// The diff as a patch has it, byte for byte, unless somebody is looking.
  private func patch(of note: NoteReport) -> [UInt8] {
    guard let diff = note.diff else { return [] }
    guard output.color || output.isTerminal else { return diff.bytes }
    var text = ""
    for line in diff.lines {
      let words = visibleText(String(decoding: line.bytes, as: UTF8.self))
      let code =
        switch line.kind {
        case .file: "1"
        case .hunk: "36"
        case .removed: "31"
        case .added: "32"
        case .context, .remark: ""
        }
      text += output.color && !code.isEmpty ? "\u{1B}[\(code)m\(words)\u{1B}[0m\n" : words + "\n"
    }
    return Array(text.utf8)
  }

  // MARK: Lists

  /// `path:line`, what stands there, and its state, in columns.
  private func table(of note: NoteReport) -> String {
    guard let source = note.source else { return "" }
    let rows = note.parts.map { part in
      let place = "\(visibleText(note.path.text)):\(source.position(of: part.range.lowerBound).line)"
      let title = visibleText(part.title)
      switch part.kind {
      case .block: return (place, title.isEmpty ? "nn" : "nn " + title, part.state.rawValue)
      case .value: return (place, "= " + title, part.state.rawValue)
      }
    }
    let places = rows.map { displayWidth($0.0) }.max() ?? 0
    let titles = min(40, rows.map { displayWidth($0.1) }.max() ?? 0)
    return rows.map { place, title, state in
      "\(padded(place, to: places))  \(padded(title, to: titles))  \(state)\n"
    }.joined()
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - displayWidth(text)))
  }
}

extension Print {
  /// The same with more bytes on standard output.
  func adding(output bytes: [UInt8]) -> Print {
    var copy = self
    copy.output += bytes
    return copy
  }
}
