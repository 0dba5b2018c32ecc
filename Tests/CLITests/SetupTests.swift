import Testing

@testable import CLI

/// `.ci/setup` on machines that are not this one: every program that it calls is a stand-in.
@Suite struct SetupTests {
  struct Machine: Sendable {
    /// Programs and what they do, as lines of `sh`.
    var programs: [(String, String)]
    var status = 0
    var says: String
  }

  private static let swift = ("swift", "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'")
  private static let noCmark = ("pkg-config", "test -e cmark-is-here")
  private static let linux = ("uname", "echo Linux")
  private static let root = ("id", "echo 0")
  private static let user = ("id", "echo 1000")
  private static let install = "case $1 in install) : > cmark-is-here ;; esac; echo \"apt-get $1\" >> log"

  private static let machines: [Machine] = [
    Machine(programs: [swift, ("pkg-config", "true")], says: "Swift 6.3 and libcmark are here"),
    Machine(programs: [swift, ("clang", "cat > /dev/null")], says: "Swift 6.3 and libcmark are here"),
    Machine(programs: [], status: 1, says: "no swift found. Install Swift 6.2 or later: https://www.swift.org/install"),
    Machine(
      programs: [("swift", "echo 'Apple Swift version 6.1 (x)'")], status: 1,
      says: "Swift 6.1 is too old: Tally needs 6.2 or later (https://www.swift.org/install)"),
    Machine(
      programs: [("swift", "echo 'Swift version 5.10.1'"), ("pkg-config", "true")], status: 1,
      says: "Swift 5.10 is too old: Tally needs 6.2 or later (https://www.swift.org/install)"),
    Machine(
      programs: [swift, noCmark, linux, root, ("apt-get", install)],
      says: "installing libcmark: apt-get install libcmark-dev\nsetup: libcmark is installed"),
    Machine(
      programs: [swift, noCmark, linux, user, ("apt-get", install), ("sudo", "echo sudo >> log; \"$@\"")],
      says: "installing libcmark: sudo apt-get install libcmark-dev\nsetup: libcmark is installed"),
    Machine(
      programs: [swift, noCmark, linux, user, ("apt-get", install)], status: 1,
      says: "libcmark is missing, and installing it needs root. As root: apt-get install libcmark-dev"),
    Machine(
      programs: [
        swift, noCmark, linux, root,
        ("apt-get", "case $1 in update) : > ok ;; *) test -e ok && : > cmark-is-here ;; esac"),
      ],
      says: "installing libcmark: apt-get install libcmark-dev\nsetup: fetching the lists of packages: apt-get update\n"
        + "setup: libcmark is installed"),
    Machine(
      programs: [swift, noCmark, linux, root, ("apt-get", "test $1 = update")], status: 1,
      says: "installing libcmark: apt-get install libcmark-dev\nsetup: fetching the lists of packages: apt-get update\n"
        + "setup: apt-get could not install libcmark-dev"),
    Machine(
      programs: [swift, noCmark, linux, root], status: 1,
      says: "libcmark is missing, and there is neither apt-get nor brew. Install libcmark 0.30 or later with its header"
    ),
    Machine(
      programs: [swift, noCmark, ("uname", "echo Darwin"), ("brew", ": > cmark-is-here")],
      says: "installing libcmark: brew install cmark\nsetup: libcmark is installed"),
    Machine(
      programs: [swift, noCmark, ("uname", "echo Darwin")], status: 1,
      says: "libcmark is missing, and there is no brew to install it with (https://brew.sh)"),
  ]

  @Test(arguments: machines)
  func setsUp(_ machine: Machine) throws {
    let folder = try TestFolder()
    for (name, body) in machine.programs { try folder.write("#!/bin/sh\n\(body)\n", to: "bin/\(name)") }
    folder.sh(
      "mkdir -p bin; chmod +x bin/* 2> /dev/null; for p in sh sed head env cat; do ln -s $(command -v $p) bin/; done")
    let script = quoted(Program.root.appending(Array(".ci/setup".utf8)))
    let result = try folder.capture("PATH=$PWD/bin $(command -v sh) \(script)")
    #expect(result == (Int32(machine.status), "", "setup: \(machine.says)\n"))
  }
}
