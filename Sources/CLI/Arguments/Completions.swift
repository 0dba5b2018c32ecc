/// Completion scripts, made from the tables of commands and flags. They complete commands, the flags of a command, their
/// values, and files.
enum Completions {
  private static let commandNames = Command.allCases.map(\.rawValue)
  private static let shellNames = Shell.allCases.map(\.rawValue)

  static func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash()
    case .zsh: zsh()
    case .fish: fish()
    }
  }

  // MARK: bash

  private static func bash() -> String {
    """
    # bash completion for tally; made by `tally completions bash`.
    _tally_files() {
      compopt -o filenames 2>/dev/null
      local name
      while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$current")
    }
    _tally() {
      local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="" word
      # The shell makes a word of its own of the `=` in `--flag=value`.
      if [[ $current == "=" ]]; then
        current=""
      elif [[ $previous == "=" ]]; then
        previous="${COMP_WORDS[COMP_CWORD-2]}"
      fi
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
          \(commandNames.joined(separator: "|"))) command=$word; break ;;
        esac
      done
      COMPREPLY=()
      case $command:$previous in
    \(bashValues())  esac
      if [[ $current == -* ]]; then
        case $command in
    \(bashFlags())    esac
        return
      fi
      case $command in
        "") COMPREPLY=($(compgen -W "\(commandNames.joined(separator: " "))" -- "$current")) ;;
        completions) COMPREPLY=($(compgen -W "\(shellNames.joined(separator: " "))" -- "$current")) ;;
        help) COMPREPLY=($(compgen -W "\(commandNames.joined(separator: " "))" -- "$current")) ;;
        eval) ;;
        *) _tally_files ;;
      esac
    }
    complete -F _tally tally

    """
  }

  private static func bashValues() -> String {
    var text = ""
    for flag in Flag.allCases {
      let entry = flag.entry
      guard let argument = entry.argument else { continue }
      let names = ["--" + entry.long] + (entry.short.map { ["-\($0)"] } ?? [])
      switch argument.kind {
      case .file:
        text += "    \(pattern("*", names))) _tally_files; return ;;\n"
      case .text:
        text += "    \(pattern("*", names))) return ;;\n"
      case .word:
        for (commands, words) in groups(of: entry) {
          text += "    \(commands.map { pattern($0, names) }.joined(separator: "|"))) "
          text += "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$current\")); return ;;\n"
        }
      }
    }
    return text
  }

  private static func pattern(_ command: String, _ names: [String]) -> String {
    names.map { "\(command):\($0)" }.joined(separator: "|")
  }

  private static func bashFlags() -> String {
    var text = ""
    for command in Command.allCases {
      text +=
        "      \(command.rawValue)) COMPREPLY=($(compgen -W \"\(flagNames(Flag.flags(of: command)))\" -- \"$current\")) ;;\n"
    }
    return text + "      *) COMPREPLY=($(compgen -W \"\(flagNames([.help, .version]))\" -- \"$current\")) ;;\n"
  }

  private static func flagNames(_ flags: [Flag]) -> String {
    flags.map(\.entry).flatMap { ["--" + $0.long] + ($0.short.map { ["-\($0)"] } ?? []) }.joined(separator: " ")
  }

  // MARK: zsh

  private static func zsh() -> String {
    var text = "#compdef tally\n# zsh completion for tally; made by `tally completions zsh`.\n"
    text +=
      "_tally() {\n  local context state state_descr line\n  typeset -A opt_args\n  local -a commands\n  commands=(\n"
    for command in Command.allCases { text += "    \(quoted("\(command.rawValue):\(command.summary)"))\n" }
    text += "  )\n  _arguments -C \\\n"
    text +=
      "    '(- *)'{-h,--help}'[\(Flag.help.entry.summary)]' \\\n    '(- *)'{-V,--version}'[\(Flag.version.entry.summary)]' \\\n"
    text += "    '1:command:->command' '*::argument:->arguments'\n"
    text += "  case $state in\n    command) _describe command commands ;;\n    arguments)\n      case $line[1] in\n"
    for command in Command.allCases {
      text += "        \(command.rawValue))\n          _arguments -s"
      for flag in Flag.flags(of: command) { text += " \\\n            " + zshFlag(flag.entry, of: command) }
      text += " \\\n            \(zshOperands(of: command)) ;;\n"
    }
    text += "      esac ;;\n  esac\n}\n"
    // Sourced it registers itself, autoloaded it is the function's own body.
    text += "if [[ $funcstack[1] == _tally ]]; then _tally \"$@\"; else compdef _tally tally; fi\n"
    return text
  }

  private static func zshFlag(_ entry: Flag.Entry, of command: Command) -> String {
    let summary = entry.summary
    var value = ""
    if let argument = entry.argument {
      switch argument.kind {
      case .file: value = ":\(argument.name):_files"
      case .text: value = ":\(argument.name):"
      case .word(let words): value = ":\(argument.name):(\(words(command).joined(separator: " ")))"
      }
    }
    let long = "--" + entry.long + (entry.argument == nil ? "" : "=")
    guard let short = entry.short else { return quoted("\(long)[\(summary)]\(value)") }
    let letter = "-\(short)" + (entry.argument == nil ? "" : "+")
    return "'(-\(short) --\(entry.long))'{\(letter),\(long)}\(quoted("[\(summary)]\(value)"))"
  }

  private static func zshOperands(of command: Command) -> String {
    switch command.operands {
    case .paths: "'*:note:_files'"
    case .code: "'1:code:'"
    case .shell: "'1:shell:(\(shellNames.joined(separator: " ")))'"
    case .command: "'1:command:(\(commandNames.joined(separator: " ")))'"
    }
  }

  // MARK: fish

  private static func fish() -> String {
    var text = "# fish completion for tally; made by `tally completions fish`.\n"
    for command in Command.allCases {
      text += "complete -c tally -f -n __fish_use_subcommand -a \(command.rawValue) -d \(quoted(command.summary))\n"
    }
    for flag in Flag.allCases {
      for (commands, words) in groups(of: flag.entry) {
        text += "complete -c tally -n \(quoted("__fish_seen_subcommand_from \(commands.joined(separator: " "))"))"
        text += (flag.entry.short.map { " -s \($0)" } ?? "") + " -l \(flag.entry.long)"
        switch flag.entry.argument?.kind {
        case nil: break
        case .file: text += " -r -F"
        case .text: text += " -x"
        case .word: text += " -x -a \(quoted(words.joined(separator: " ")))"
        }
        text += " -d \(quoted(flag.entry.summary))\n"
      }
    }
    text += "complete -c tally -n __fish_use_subcommand -s h -l help -d \(quoted(Flag.help.entry.summary))\n"
    text += "complete -c tally -n __fish_use_subcommand -s V -l version -d \(quoted(Flag.version.entry.summary))\n"
    text +=
      "complete -c tally -f -n '__fish_seen_subcommand_from completions' -a \(quoted(shellNames.joined(separator: " ")))\n"
    text +=
      "complete -c tally -f -n '__fish_seen_subcommand_from help' -a \(quoted(commandNames.joined(separator: " ")))\n"
    text += "complete -c tally -f -n '__fish_seen_subcommand_from eval'\n"
    return text
  }

  /// The commands of a flag, those with the same words together.
  private static func groups(of entry: Flag.Entry) -> [(commands: [String], words: [String])] {
    var groups: [(commands: [String], words: [String])] = []
    for command in entry.commands {
      let words = entry.words(for: command)
      if let index = groups.firstIndex(where: { $0.words == words }) {
        groups[index].commands.append(command.rawValue)
      } else {
        groups.append(([command.rawValue], words))
      }
    }
    return groups
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}
