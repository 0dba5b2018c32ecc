import Testing

@testable import CLI

/// What only a process of its own can show: the streams, signals, limits and names that it is started with.
@Suite struct ProcessTests {
  @Test func printsAndExits() throws {
    let folder = try TestFolder()
    #expect(try folder.capture("\(Program.tally) --version") == (0, "tally \(Version.current)\n", ""))
    #expect(
      try folder.capture("\(Program.tally) check gone.md")
        == (4, "gone.md: error: no such file or folder\n1 note was out of reach.\n", ""))
    #expect(
      try folder.capture("\(Program.tally) check")
        == (0, "", "tally: no note found in .\n"))
  }

  @Test func aReaderWhoLeavesIsNoError() throws {
    let folder = try TestFolder()
    folder.sh("i=0; while [ $i -lt 2000 ]; do : > missing; echo \"gone-$i.md\"; i=$((i + 1)); done > list")
    let result = try folder.capture("\(Program.tally) check $(cat list) | head -n 1")
    #expect(result == (0, "gone-0.md: error: no such file or folder\n", ""))
  }

  @Test(.enabled(if: shell("test -c /dev/full") == 0, "there is no /dev/full"))
  func aFullOutputIsAnError() throws {
    let folder = try TestFolder()
    #expect(
      try folder.capture("\(Program.tally) --version > /dev/full")
        == (4, "", "tally: standard output: no space left on the disk\n"))
  }

  @Test func closedStreamsDoNotReachANote() throws {
    let folder = try TestFolder([("a.md", "text\n")])
    #expect(try folder.capture("\(Program.tally) run a.md -o b.md <&- >&- 2>&-") == (0, "", ""))
    #expect(try folder.read("b.md") == "text\n")
  }

  /// The note may be written up to the limit, not past it: nothing is left of the attempt.
  @Test func aFileThatBecomesTooLargeIsAnError() throws {
    let folder = try TestFolder([("a.md", String(repeating: "x", count: 10_000)), ("b.md", "old\n")])
    let result = try folder.capture("ulimit -f 4; \(Program.tally) run a.md -q -o b.md")
    #expect(result == (4, "", "a.md: error: `b.md` cannot be written: the file would become too large\n"))
    #expect(try folder.read("b.md") == "old\n")
    #expect(try folder.names() == ["a.md", "b.md"])
  }

  /// Root may write everywhere, so it becomes nobody first.
  @Test(
    .enabled(if: !Program.isRoot || Program.exists("setpriv"), "setpriv is not installed"),
    arguments: ["chmod 444 out/b.md", "chmod 555 out", "rm out/b.md; chmod 555 out"])
  func respectsWriteProtection(command: String) throws {
    let folder = try TestFolder([("a.md", "new\n"), ("out/b.md", "old\n")])
    folder.sh("cp \(Program.tally) ./tool; chmod 755 tool; chmod 644 a.md out/*; \(command)")
    if Program.isRoot { folder.sh("chown -R 65534:65534 .") }
    let asNobody = Program.isRoot ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : ""
    let result = try folder.capture("\(asNobody)./tool run -q a.md -o out/b.md")
    #expect(result == (4, "", "a.md: error: `out/b.md` cannot be written: permission denied\n"))
    #expect(folder.sh("test ! -e out/b.md || test \"$(cat out/b.md)\" = old") == 0)
  }

  @Test(.enabled(if: Program.bash, "bash is not installed"))
  func takesNamesThatAreNoText() throws {
    let folder = try TestFolder()
    let result = try folder.capture(
      "n=$(printf 'bad\\377.md'); echo text > \"$n\"; \(Program.tally) run -q \"$n\" -o \"new$n\"; cat new*")
    #expect(result == (0, "text\n", ""))
  }

  /// A level that is named and not there is no reason to compute with another one in silence.
  @Test func aVectorLevelThatIsNotThereIsRefused() throws {
    let folder = try TestFolder()
    let result = try folder.capture(
      "TALLY_CPU=abacus \(Program.tally) eval 1+1 2>&1 | sed 's/processor has .*/processor has …/'")
    #expect(
      result
        == (
          0,
          """
          tally: `TALLY_CPU=abacus`: there is no such level
            = help: this processor has …
          See `tally help`.

          """, ""
        ))
    #expect(try folder.capture("TALLY_CPU=abacus \(Program.tally) eval 1+1 2> words").status == 2)
    #expect(try folder.capture("TALLY_CPU=baseline \(Program.tally) eval 1+1") == (0, "1+1 = 2\n", ""))
  }

  @Test func readsStandardInput() throws {
    let folder = try TestFolder()
    #expect(try folder.capture("printf 'a\\r\\nb' | \(Program.tally) run -") == (0, "a\r\nb", ""))
  }

  /// A signal ends the process as it would end any other.
  @Test(arguments: ["TERM", "HUP"])
  func signalsEndIt(signal: String) throws {
    let folder = try TestFolder()
    // Standard input stays open for ever: only the signal can end the wait.
    let result = try folder.capture(
      "mkfifo p; sleep 60 > p & s=$!; \(Program.tally) run - < p & t=$!; sleep 0.3; kill -\(signal) $t; "
        + "wait $t; echo $?; kill $s")
    #expect(result.output == "\(128 + (signal == "TERM" ? 15 : 1))\n")
  }

  /// Whenever a signal comes, the output is not there or whole, and nothing is left beside it.
  @Test func signalsWaitForTheRename() throws {
    let size = 20_000_000
    let folder = try TestFolder()
    folder.sh("head -c \(size) /dev/zero | tr '\\0' x > a.md")
    for delay in ["0.005", "0.02", "0.03", "0.04", "0.05", "0.06", "0.08", "0.1", "0.15"] {
      folder.sh("rm -f out.md; \(Program.tally) run -q a.md -o out.md & t=$!; sleep \(delay); kill $t; wait $t")
      #expect(folder.sh("test ! -e out.md || test $(wc -c < out.md) = \(size)") == 0)
      #expect(try folder.names().filter { $0.hasPrefix(".") } == [])
    }
  }

  @Test(.enabled(if: Program.exists("taskset"), "taskset is not installed"))
  func usesTheProcessorsItMay() throws {
    #expect(Int(World.real.processors) >= 1)
    let folder = try TestFolder()
    #expect(try folder.capture("taskset -c 0 \(Program.tally) --version").status == 0)
  }
}
