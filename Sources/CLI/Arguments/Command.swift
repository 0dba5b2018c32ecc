/// The commands, each with what its manual page says of it.
enum Command: String, CaseIterable, Sendable {
  case run
  case check
  case diff
  case clean
  case list
  case audit
  case eval
  case completions
  case help

  /// One line, for the list of commands.
  var summary: String {
    switch self {
    case .run: "Execute notes and write the results into them"
    case .check: "Execute notes and fail where a result is not what stands there"
    case .diff: "Show what `run` would change"
    case .clean: "Take every result out of notes again"
    case .list: "List blocks and inline values with their state"
    case .audit: "Check the arithmetic that stands in notes"
    case .eval: "Run nn code from the command line"
    case .completions: "Print a completion script for a shell"
    case .help: "Show the manual page of the tool or of a command"
    }
  }

  /// What follows the command's name, as the synopsis shows it.
  var operands: Operands {
    switch self {
    case .run, .check, .diff, .clean, .list, .audit: .paths
    case .eval: .code
    case .completions: .shell
    case .help: .command
    }
  }

  enum Operands: Sendable {
    case paths, code, shell, command

    var synopsis: String {
      switch self {
      case .paths: "[PATH…]"
      case .code: "CODE | -"
      case .shell: Shell.allCases.map(\.rawValue).joined(separator: "|")
      case .command: "[COMMAND]"
      }
    }
  }

  /// What it does, a paragraph an entry.
  var description: [String] {
    switch self {
    case .run:
      [
        "Executes the nn blocks and inline values of every note and writes what comes out into the note: outputs right "
          + "after their blocks, values in the prose. Nothing else of a note is touched, and a note whose results are "
          + "already true is not written at all. Prints a line for each note that changed.",
        "A note with a mistake in a block, or with an output that was edited by hand, is left as it is; the other "
          + "notes go on. A failed expectation is written into the note with its ✗.",
        "Standard input, given as `-`, is written to standard output, and comes out unchanged where it has a mistake.",
      ]
    case .check:
      [
        "Executes like `run` but writes nothing: says which results are not what stands in the note, as a unified diff "
          + "that `git apply` takes, and names the command that brings the notes up to date. Meant for CI, where it "
          + "fails as soon as a note no longer tallies.",
        "A result that is missing altogether, a result whose block is gone, one that was edited by hand, and an "
          + "expectation that does not hold all fail too.",
      ]
    case .diff:
      [
        "Prints what `run` would change as one unified diff and nothing else, so that its output can be piped into "
          + "`git apply`. Mistakes go to standard error. The exit status is that of `check`."
      ]
    case .clean:
      [
        "Takes every output of a block and the text of every inline value out of the notes again. `run` puts them back. "
          + "A note with an output that was edited by hand is left as it is."
      ]
    case .list:
      [
        "Prints the place of each block and inline value, its options or expression, and its state: fresh, stale, "
          + "missing, edited, failing, skipped, or silent where there is nothing to write. The exit status is 0 "
          + "unless a note cannot be read."
      ]
    case .audit:
      [
        "Finds every equality between numbers in prose, tables, inline code and typeset mathematics, and judges it: "
          + "`0.4 - 0.5 * 0.0822 = 0.3589`, `\\sigma(0.3775) = 0.5933`. No block is executed, and none is needed. Ordinary "
          + "rounding is never wrong; what is said to be wrong is a mistake.",
        "Says the value that stands there and the value it has, and what would make it true where that is one small "
          + "change; then one line of counts. A comment `<!-- nn:ignore -->` lets the block after it be wrong on "
          + "purpose.",
      ]
    case .eval:
      [
        "Runs CODE, or standard input for `-`, as if it stood in a block of its own, and prints the output. A lone "
          + "expression is shown."
      ]
    case .completions:
      ["Prints a script that completes commands, flags and their values for the named shell."]
    case .help:
      ["Shows the manual page of a command, or of the tool. The same as `tally COMMAND --help`."]
    }
  }

  var examples: [Example] {
    switch self {
    case .run:
      [
        Example("tally run", "every note below the current folder"),
        Example("tally run lessons notes/xor.md", "a folder and a note"),
        Example("tally run -o out.md draft.md", "leave draft.md as it is"),
        Example("tally run - < draft.md > out.md", "as a filter"),
      ]
    case .check:
      [
        Example("tally check README.md docs", "in CI"),
        Example("tally check --audit lessons", "the arithmetic in the prose too"),
        Example("tally check --format github", "as annotations on a pull request"),
        Example("tally check --format sarif > tally.sarif", "for code scanning"),
      ]
    case .diff:
      [Example("tally diff | git apply", "what `tally run` does, by way of git")]
    case .clean:
      [Example("tally clean lessons", "notes as their authors wrote them")]
    case .list:
      [Example("tally list --format json lessons", "for another program")]
    case .audit:
      [
        Example("tally audit lessons", "what does not add up"),
        Example("tally audit --verbose notes/xor.md", "every equality and its verdict"),
      ]
    case .eval:
      [
        Example("tally eval 'sigmoid(0.5)'", "one expression"),
        Example("tally eval - < code.nn", "statements from a file"),
      ]
    case .completions:
      [
        Example("tally completions bash > ~/.local/share/bash-completion/completions/tally", "bash"),
        Example("tally completions zsh > \"${fpath[1]}/_tally\"", "zsh"),
        Example("tally completions fish > ~/.config/fish/completions/tally.fish", "fish"),
      ]
    case .help:
      [Example("tally help check", "the page of check")]
    }
  }

  struct Example: Sendable {
    let line: String
    let purpose: String

    init(_ line: String, _ purpose: String) {
      self.line = line
      self.purpose = purpose
    }
  }
}

/// The shells that can be given completions.
enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish
}
