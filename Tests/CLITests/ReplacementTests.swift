import SourceText
import Testing

@testable import CLI

/// Writing: the note is the old one or the new one, its mode and owner stay, nothing is left beside it.
@Suite struct ReplacementTests {
  private let before = "sum 1 2 =\n"
  private let after = "sum 1 2 =3\n"

  @Test func keepsTheMode() throws {
    let folder = try TestFolder([("a.md", before)])
    folder.sh("chmod 2750 a.md")
    #expect(tally(["run", "-q"], in: folder).status == 0)
    #expect(try folder.read("a.md") == after)
    #expect(try System.status(of: folder.path.appending(Array("a.md".utf8))).mode == 0o2750)
  }

  @Test(.enabled(if: Program.isRoot, "only root can give files away"))
  func keepsTheOwner() throws {
    let folder = try TestFolder([("a.md", before)])
    folder.sh("chown 1234:2345 a.md")
    #expect(tally(["run", "-q"], in: folder).status == 0)
    let status = try System.status(of: folder.path.appending(Array("a.md".utf8)))
    #expect([status.owner, status.group] == [1234, 2345])
  }

  @Test func replacesWhatALinkLeadsTo() throws {
    let folder = try TestFolder([("real/a.md", before)])
    folder.sh("ln -s real/a.md one.md; ln -s one.md two.md")
    #expect(tally(["run", "-q", "two.md"], in: folder).status == 0)
    #expect(try folder.read("real/a.md") == after)
    #expect(folder.sh("test -L one.md && test -L two.md && ! test -L real/a.md") == 0)
  }

  @Test func doesNotTouchAFreshNote() throws {
    let folder = try TestFolder([("a.md", after)])
    let path = folder.path.appending(Array("a.md".utf8))
    let status = try System.status(of: path)
    #expect(tally(["run", "-q"], in: folder).status == 0)
    #expect(try System.status(of: path) == status)
  }

  /// What may happen to a note while it is executed.
  @Test(arguments: [
    "echo other > a.md", "rm a.md", "rm a.md; echo 'sum 1 2 =' > a.md",
    "touch -r a.md stamp; printf 'sum 9 9 =\\n' > a.md; touch -r stamp a.md",
  ])
  func refusesANoteThatChanged(change: String) throws {
    let folder = try TestFolder([("a.md", before)])
    let execute = SumNotes.workbench.execute
    var workbench = SumNotes.workbench
    workbench.execute = { source, conditions in
      folder.sh(change)
      return execute(source, conditions)
    }
    let result = tally(["run", "a.md"], in: folder, workbench: workbench)
    let reason =
      change == "rm a.md"
      ? "no such file or folder\n" : "it changed on disk while it was executed\n  = help: run it again\n"
    #expect(
      result
        == CommandResult(
          status: 4, output: "1 note was out of reach.\n", errors: "a.md: error: cannot be written: \(reason)"))
    #expect(try !folder.names().contains { $0.hasPrefix(".tally") })
    if change != "rm a.md" { #expect(try folder.read("a.md") != after) }
  }

  @Test(.disabled(if: Program.isRoot, "root may write everywhere"), arguments: ["chmod 555 .", "chmod 444 a.md"])
  func respectsWriteProtection(command: String) throws {
    let folder = try TestFolder([("a.md", before)])
    folder.sh(command)
    let result = tally(["run", "-q", "a.md"], in: folder)
    #expect(
      result == CommandResult(status: 4, output: "", errors: "a.md: error: cannot be written: permission denied\n"))
    #expect(try folder.read("a.md") == before)
  }

  @Test func writesThroughPipes() throws {
    let folder = try TestFolder([("a.md", before)])
    folder.sh("mkfifo p; cat p > got &")
    #expect(tally(["run", "-q", "a.md", "-o", "p"], in: folder).status == 0)
    #expect(folder.sh("for i in 1 2 3 4 5 6 7 8 9; do test -s got && break; sleep 0.1; done; test -p p") == 0)
    #expect(try folder.read("got") == after)
  }

  @Test(.enabled(if: shell("test -c /dev/full") == 0, "there is no /dev/full"))
  func reportsAFullDevice() throws {
    let folder = try TestFolder([("a.md", before)])
    let result = tally(["run", "-q", "a.md", "-o", "/dev/full"], in: folder)
    let errors = "a.md: error: `/dev/full` cannot be written: no space left on the disk\n"
    #expect(result == CommandResult(status: 4, output: "", errors: errors))
    #expect(shell("test -c /dev/full") == 0)
  }

  @Test func readsPipesButDoesNotWriteThemBack() throws {
    let folder = try TestFolder()
    folder.sh("mkfifo p; echo 'sum 1 2 =' > p &")
    let result = tally(["run", "-q", "p"], in: folder)
    let errors = "p: error: not a regular file, so nothing can be written back\n  = help: write elsewhere: -o FILE\n"
    #expect(result == CommandResult(status: 4, output: "", errors: errors))
  }

  @Test func outputIsReplacedAsAWholeAndKeepsItsMode() throws {
    let folder = try TestFolder([("a.md", before), ("out.md", "a much longer text than what comes\n")])
    folder.sh("chmod 604 out.md; ln -s out.md link.md")
    #expect(tally(["run", "-q", "a.md", "-o", "link.md"], in: folder).status == 0)
    #expect(try folder.read("out.md") == after)
    #expect(try System.status(of: folder.path.appending(Array("out.md".utf8))).mode == 0o604)
    #expect(folder.sh("test -L link.md") == 0)
  }

  @Test func aLinkThatLeadsNowhereIsNotReplaced() throws {
    let folder = try TestFolder([("a.md", before)])
    folder.sh("ln -s nowhere.md link.md")
    let result = tally(["run", "-q", "a.md", "-o", "link.md"], in: folder)
    let errors = "a.md: error: `link.md` cannot be written: no such file or folder\n"
    #expect(result == CommandResult(status: 4, output: "", errors: errors))
    #expect(folder.sh("test -L link.md") == 0)
  }

  @Test func newOutputHasTheUsualMode() throws {
    let folder = try TestFolder([("a.md", before)])
    #expect(tally(["run", "-q", "a.md", "-o", "new.md"], in: folder).status == 0)
    folder.sh("touch usual")
    #expect(folder.sh("test $(ls -l new.md | cut -c1-10) = $(ls -l usual | cut -c1-10)") == 0)
  }

  @Test(arguments: ["with space.md", "é ü 数.md", "-dash.md", "quote'\".md", "new\nline.md", "back\\slash.md"])
  func takesAnyName(name: String) throws {
    let folder = try TestFolder([(name, before)])
    #expect(tally(["run", "-q"], in: folder).status == 0)
    #expect(try folder.read(name) == after)
  }
}
