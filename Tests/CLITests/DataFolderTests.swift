import Foundation
import Notebook
import Testing

@testable import CLI

/// What a data statement can reach from its note's folder, and what it cannot.
@Suite struct DataFolderTests {
  /// vault/{note.md, data/{a.csv, up → .., out → ../../secret, abs → /etc/passwd, loop → loop, inside → a.csv}}, secret
  private static func withVault(_ body: (DataFolder) throws -> Void) throws {
    let files = FileManager.default
    let top = files.temporaryDirectory.appendingPathComponent("tally-data-\(UUID().uuidString)")
    defer { try? files.removeItem(at: top) }
    let data = top.appendingPathComponent("vault/data")
    try files.createDirectory(at: data, withIntermediateDirectories: true)
    try Data("a,b\n1,2\n".utf8).write(to: data.appendingPathComponent("a.csv"))
    try Data("secret".utf8).write(to: top.appendingPathComponent("secret"))
    for (name, target) in [
      ("up", ".."), ("out", "../../secret"), ("abs", "/etc/passwd"), ("loop", "loop"), ("inside", "a.csv"),
      ("around", "../data/up/data/a.csv"),
    ] {
      try files.createSymbolicLink(
        atPath: data.appendingPathComponent(name).path, withDestinationPath: target)
    }
    _ = unsafe mkfifo(data.appendingPathComponent("pipe").path, 0o600)
    try body(DataFolder(place: Path(top.appendingPathComponent("vault").path)))
  }

  @Test(arguments: ["data/a.csv", "./data//a.csv", "data/inside", "data/around", "data/up/data/a.csv"])
  func isRead(_ path: String) throws {
    try Self.withVault { folder in
      #expect(folder.read(path, limit: 100) == .success(Array("a,b\n1,2\n".utf8)))
    }
  }

  @Test(arguments: [
    ("/etc/passwd", "`/etc/passwd` is an absolute path"),
    ("../secret", "`../secret` leads out of the note's folder"),
    ("data/../../secret", "`data/../../secret` leads out of the note's folder"),
    ("data/out", "`data/out` leads out of the note's folder by a symbolic link"),
    ("data/up/../secret", "`data/up/../secret` leads out of the note's folder"),
    ("data/abs", "`data/abs` leads out of the note's folder by a symbolic link"),
    ("data/loop", "`data/loop`: too many symbolic links"),
    ("data", "`data` is a folder"),
    ("data/up", "`data/up` is a folder"),
    ("data/pipe", "`data/pipe` is no regular file"),
    ("data/none.csv", "`data/none.csv`: no such file or folder"),
    ("data/a.csv/b", "`data/a.csv/b`: a part of the path is no folder"),
    ("", "`` names no file"),
  ])
  func isRefused(_ path: String, _ message: String) throws {
    try Self.withVault { folder in
      guard case .failure(let problem) = folder.read(path, limit: 100) else {
        Issue.record("\(path) was read")
        return
      }
      #expect(problem.message == message)
    }
  }

  @Test func aFileOverTheLimitIsNotRead() throws {
    try Self.withVault { folder in
      #expect(
        folder.read("data/a.csv", limit: 7)
          == .failure(DataProblem("`data/a.csv` is larger than the 7 bytes of memory that the note has left")))
    }
  }
}
