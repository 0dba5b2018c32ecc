import Testing

@testable import CLI

/// The same bytes, whatever computes them.
@Suite struct SamenessTests {
  private static func script(_ name: String) -> String { quoted(Program.root.appending(Array("Tests/\(name)".utf8))) }
  private static let arm64 = script("KernelsTests/arm64/run")

  private static let levels = ["baseline", "avx2", "avx512", "neon"].filter {
    shell("TALLY_CPU=\($0) \(Program.tally) eval 1 > /dev/null 2>&1") == 0
  }

  /// A training of 30 epochs and one whose products are shared among threads write what stands in the note, to the last
  /// digit that a double has. `Tests/Sameness/run` by itself shows it of the release build too.
  @Test func aLongTraining() throws {
    let folder = try TestFolder()
    let result = try folder.capture("ln -s \(Program.tally) tally; \(Self.script("Sameness/run")) ./tally")
    let runs = Self.levels.flatMap { level in [1, 2].map { "same  \(level), threads \($0)  ./tally\n" } }
    #expect(!runs.isEmpty)
    #expect(result == (0, runs.joined(), ""))
  }

  /// What hinders the comparison with arm64 here.
  private static let hindrance: String = {
    let result = try? TestFolder().capture("\(arm64) --missing")
    guard let result else { return "the script cannot be run" }
    return (result.status == 0 ? result.output : result.errors).split(separator: "\n").joined(separator: "; ")
  }()

  @Test(.enabled(if: hindrance.isEmpty, Comment(rawValue: "\(hindrance) (Tests/KernelsTests/arm64/run installs it)")))
  func kernelsOnArm64() throws {
    let result = try TestFolder().capture("\(Self.arm64) --installed")
    let agreements = Self.levels.map { "arm64: neon (emulated) and \($0) agree\n" }
    #expect(result == (0, agreements.joined(), ""))
  }

  struct Machine: Sendable {
    /// Programs and what they do, as lines of `sh`.
    var programs: [(String, String)]
    var says: String
    var status = 77
  }

  private static let linux = ("uname", "echo Linux x86_64")
  private static let user = ("id", "echo 1000")
  private static let root = ("id", "echo 0")
  private static let noTarget = ("clang", "exit 1")
  private static let clang = ("clang", "for last; do :; done; echo exit 0 > \"$last\"; chmod +x \"$last\"")
  private static let lack = "clang cannot build for arm64: it wants gcc-aarch64-linux-gnu and libc6-dev-arm64-cross"
  private static let installing =
    "installing gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user-static\narm64: "

  private static let machines: [Machine] = [
    Machine(
      programs: [("uname", "echo Darwin arm64")],
      says: "SKIPPED: Darwin arm64 is not Linux on x86-64, which this compares with arm64"),
    Machine(programs: [linux], says: "SKIPPED: there is no clang, and there is no apt-get"),
    Machine(programs: [linux, noTarget], says: "SKIPPED: \(lack), and there is no apt-get"),
    Machine(
      programs: [linux, noTarget, user, ("apt-get", "exit 1")],
      says: "SKIPPED: \(lack), and installing it needs root"),
    Machine(
      programs: [linux, clang, user, ("apt-get", "exit 1"), ("sudo", "exit 1")],
      says: "SKIPPED: there is no qemu-aarch64: it is in qemu-user-static, and installing it needs root"),
    Machine(
      programs: [linux, clang, root, ("apt-get", "exit 1"), ("qemu-aarch64", "exit 1")],
      says: "\(installing)fetching the lists of packages\n"
        + "arm64: SKIPPED: qemu-aarch64 does not run, and apt-get update failed"),
    Machine(
      programs: [linux, noTarget, user, ("apt-get", "test $1 = update"), ("sudo", "shift; \"$@\"")],
      says: "\(installing)fetching the lists of packages\n"
        + "arm64: SKIPPED: \(lack), and apt-get could not install it"),
    Machine(
      programs: [linux, noTarget, root, ("apt-get", "exit 0")],
      says: "\(installing)SKIPPED: \(lack)"),
  ]

  /// Where the comparison cannot be made, that is said, with the reason. Every program that is called is a stand-in.
  @Test(arguments: machines)
  func saysWhyArm64IsSkipped(_ machine: Machine) throws {
    let folder = try TestFolder()
    for (name, body) in machine.programs { try folder.write("#!/bin/sh\n\(body)\n", to: "bin/\(name)") }
    folder.sh(
      "chmod +x bin/*; for p in sh env dirname mkdir rm cat chmod; do ln -s $(command -v $p) bin/; done")
    let result = try folder.capture("PATH=$PWD/bin $(command -v sh) \(Self.arm64)")
    #expect(result == (Int32(machine.status), "", "arm64: \(machine.says)\n"))
  }
}
