import Testing

@testable import CLI

/// The files of docs/ci that authors of notes copy: what a shell and a reader of YAML make of them.
@Suite struct HookTests {
  private static let root = shellWord(Program.root)

  /// A repository with the hook in it and a stand-in for `tally` that writes down what it is told to check.
  private func repository(tally: String) throws -> TestFolder {
    let folder = try TestFolder([("bin/tally", "#!/bin/sh\nprintf '<%s>' \"$@\" > checked\n\(tally)\n")])
    let made = folder.sh(
      """
      chmod +x bin/tally && git init -q && git config user.name T && git config user.email t@example.org &&
      cp \(Self.root)/docs/ci/pre-commit .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
      """)
    #expect(made == 0)
    return folder
  }

  @Test(.enabled(if: Program.git, "git is not installed"))
  func `the hook checks the notes of the commit and no others`() throws {
    let folder = try repository(tally: "exit 0")
    try folder.write("a", to: "one note.md")
    try folder.write("b", to: "deep/two.markdown")
    try folder.write("c", to: "code.swift")
    try folder.write("d", to: "unstaged.md")
    let add = "git add 'one note.md' deep code.swift"
    #expect(folder.sh("\(add) && PATH=$PWD/bin:$PATH git commit -qm first") == 0)
    #expect(try folder.read("checked") == "<check><--><deep/two.markdown><one note.md>")
  }

  @Test(.enabled(if: Program.git, "git is not installed"), arguments: [(1, "*.md"), (0, "*.txt")])
  func `a note that does not tally stops the commit`(status: Int32, files: String) throws {
    let folder = try repository(tally: "exit 1")
    try folder.write("a", to: "note.md")
    try folder.write("b", to: "other.txt")
    #expect(folder.sh("git add \(files) && PATH=$PWD/bin:$PATH git commit -qm first > log 2>&1") == status)
  }

  @Test(.enabled(if: Program.git, "git is not installed"))
  func `without tally the commit is stopped with a word`() throws {
    let folder = try repository(tally: "exit 0")
    try folder.write("a", to: "note.md")
    let outcome = try folder.capture("rm bin/tally; git add note.md && PATH=/usr/bin:/bin git commit -qm first")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "pre-commit: tally is not installed, so the notes are not checked\n")
  }

  @Test(
    .enabled(if: shell("python3 -c 'import yaml' 2> /dev/null") == 0, "python3 has no yaml module"),
    arguments: [".pre-commit-hooks.yaml", "docs/ci/tally.yml"])
  func `the files for other tools are YAML`(file: String) throws {
    let folder = try TestFolder()
    let outcome = try folder.capture(
      """
      python3 - \(Self.root)/\(file) <<'END'
      import subprocess, sys, yaml
      text = yaml.safe_load(open(sys.argv[1]))
      if isinstance(text, list):
          for hook in text:
              assert hook['language'] == 'system' and hook['types'] == ['markdown'], hook
              print(hook['id'], '=', hook['entry'])
      else:
          for step in text['jobs']['check']['steps']:
              if 'run' in step:
                  subprocess.run(['sh', '-n'], input=step['run'].encode(), check=True)
                  print(step['name'], '=', step['run'].strip().splitlines()[-1])
      END
      """)
    #expect(outcome.errors == "")
    #expect(
      outcome.output
        == (file.hasSuffix("yml")
          ? """
          build tally = swift build -c release --static-swift-stdlib --product tally
          check the notes = ../tally/.build/release/tally check --format github

          """
          : "tally-check = tally check\ntally-run = tally run\n"))
  }
}
