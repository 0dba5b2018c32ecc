/// The manual pages, made from the tables of commands and flags.
enum HelpPage {
  private static let width = 80

  /// The page of the tool.
  static func tool() -> String {
    var page = "tally - keeps the numbers in your notes true\n"
    page += section("SYNOPSIS", ["tally COMMAND [FLAG…] [PATH…]"])
    page += section(
      "DESCRIPTION",
      paragraphs([
        "A note is plain Markdown. Its fenced nn blocks say what to compute; tally computes it and writes the results "
          + "back into the note. Outside the regions it owns, not one byte changes.",
        pathDescription,
      ]))
    page += section("COMMANDS", table(Command.allCases.map { ($0.rawValue, $0.summary) }))
    page += section(
      "FLAGS",
      paragraphs(["Flags may stand anywhere; `--` ends them. `tally help COMMAND` says which a command takes."]) + [""]
        + flagTable(Flag.allCases, of: nil))
    page += exitSection()
    page += section("EXAMPLES", examples([Command.run, .check, .diff, .eval].compactMap(\.examples.first)))
    return page
  }

  /// The page of a command.
  static func page(of command: Command) -> String {
    let flags = Flag.flags(of: command)
    var page = "tally \(command.rawValue) - \(command.summary)\n"
    page += section("SYNOPSIS", ["tally \(command.rawValue) [FLAG…] \(command.operands.synopsis)"])
    var description = command.description
    if case .paths = command.operands { description.append(pathDescription) }
    page += section("DESCRIPTION", paragraphs(description))
    page += section("FLAGS", flagTable(flags, of: command))
    page += exitSection()
    page += section("EXAMPLES", examples(command.examples))
    return page
  }

  private static let pathDescription =
    "A PATH is a file, or a folder, which is searched for *.md and *.markdown in sorted order; hidden folders and "
    + "node_modules are skipped, symbolic links not followed. Without a PATH it is the current folder; `-` is standard input."

  private static func exitSection() -> String {
    section(
      "EXIT STATUS",
      table(Status.allCases.map { (String($0.rawValue), $0.meaning) }) + ["", "Of several, the highest."])
  }

  private static func flagTable(_ flags: [Flag], of command: Command?) -> [String] {
    var lines: [String] = []
    for flag in flags {
      let entry = flag.entry
      lines.append(entry.synopsis(for: command))
      let text = entry.help + (entry.standard.map { " Default: \($0)." } ?? "")
      lines += wrapped(text, to: width - 12).map { "        " + $0 }
    }
    return lines
  }

  private static func examples(_ examples: [Command.Example]) -> [String] {
    examples.flatMap { [$0.line, "        " + $0.purpose] }
  }

  // MARK: Layout

  private static func section(_ title: String, _ lines: [String]) -> String {
    "\n\(title)\n" + lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  private static func paragraphs(_ texts: [String]) -> [String] {
    Array(texts.map { wrapped($0, to: width - 4) }.joined(separator: [""]))
  }

  private static func table(_ rows: [(name: String, text: String)]) -> [String] {
    let column = (rows.map(\.name.count).max() ?? 0) + 3
    return rows.flatMap { row in
      wrapped(row.text, to: width - 4 - column).enumerated().map { index, line in
        let name = index == 0 ? row.name : ""
        return name + String(repeating: " ", count: column - name.count) + line
      }
    }
  }

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
