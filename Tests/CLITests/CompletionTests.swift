import Testing

@testable import CLI

/// The scripts as their shells take them: what a user gets by pressing tab.
@Suite struct CompletionTests {
  @Test(arguments: Shell.allCases)
  func isWhatItWas(shell: Shell) throws {
    try expectGolden("completions.\(shell.rawValue)", Completions.script(for: shell))
  }

  @Test(
    .enabled(if: Program.bash, "bash is not installed"),
    arguments: [
      ("tally ch", "check"), ("tally ", "run check diff clean list audit eval completions help"),
      ("tally --v", "--version"),
      ("tally completions ", "bash zsh fish"), ("tally list --format ", "text json"),
      ("tally check --format = s", "sarif"),
      ("tally check --co", "--color"), ("tally --quiet check --fo", "--format"), ("tally run --jobs ", ""),
      ("tally run a", "a b.md"), ("tally run -o a", "a b.md"), ("tally help di", "diff"),
    ])
  func bashCompletes(line: String, words: String) throws {
    let folder = try TestFolder([("script", Completions.script(for: .bash)), ("a b.md", "")])
    let last = line.hasSuffix(" ") ? " ''" : ""
    try folder.write(
      """
      compopt() { :; }
      . ./script
      COMP_WORDS=(\(line)\(last)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _tally
      echo "${COMPREPLY[*]}"
      """, to: "try")
    #expect(try folder.capture("bash -n script && bash try") == (0, words + "\n", ""))
  }

  @Test(
    .enabled(if: Program.fish, "fish is not installed"),
    arguments: [
      ("tally ch", "check\n"), ("tally list --format=", "--format=json\n--format=text\n"),
      ("tally completions ", "bash\nfish\nzsh\n"), ("tally list --fo", "--format\n"),
    ])
  func fishCompletes(line: String, words: String) throws {
    let folder = try TestFolder([("script", Completions.script(for: .fish))])
    // The home folder keeps fish from writing into the user's own.
    let command = "HOME=$PWD fish --no-config -c 'source script; complete -C \"\(line)\"' | cut -f1 | sort"
    #expect(try folder.capture(command) == (0, words, ""))
  }

  @Test(.enabled(if: Program.zsh, "zsh is not installed"))
  func zshTakesTheScript() throws {
    let folder = try TestFolder([("_tally", Completions.script(for: .zsh))])
    let command = "zsh -n _tally && zsh -fc 'autoload -U compinit; compinit -D; . ./_tally; echo $_comps[tally]'"
    #expect(try folder.capture(command) == (0, "_tally\n", ""))
  }
}
