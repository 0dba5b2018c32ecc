import Synchronization

@testable import CLI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that lives as long as a test, with what its name is in commands.
final class TestFolder: Sendable {
  let path: Path

  private static let counter = Atomic<Int>(0)

  init(_ files: [(String, String)] = []) throws {
    let number = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
    path = Path("/tmp/tally-test-\(System.processID())-\(number)")
    guard shell("rm -rf \(path.text) && mkdir -p \(path.text)") == 0 else { throw SystemError.missing }
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { shell("chmod -R u+rwx \(path.text); rm -rf \(path.text)") }

  /// Makes the file, and the folders it stands in.
  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = path.appending(Array(name.utf8))
    shell("mkdir -p \(quoted(file.parent)) && rm -f \(quoted(file))")
    let open = try System.openFile(file, for: .creating)
    try open.write(bytes)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  func bytes(of name: String) throws -> [UInt8] {
    let file = try System.openFile(path.appending(Array(name.utf8)), for: .reading)
    return try file.readAll(expecting: 0, limit: 1 << 30) ?? []
  }

  /// Runs a shell's command in the folder.
  @discardableResult
  func sh(_ command: String) -> Int32 { shell("cd \(path.text) && { \(command)\n}") }

  /// Runs a shell's command in the folder, with what it prints.
  func capture(_ command: String) throws -> (status: Int32, output: String, errors: String) {
    let status = shell("cd \(path.text) && { \(command)\n} > \(path.text).out 2> \(path.text).err")
    defer { shell("rm -f \(path.text).out \(path.text).err") }
    return (
      status, try read("../\(String(decoding: path.name, as: UTF8.self)).out"),
      try read("../\(String(decoding: path.name, as: UTF8.self)).err")
    )
  }

  /// All names in the folder, hidden ones too.
  func names() throws -> [String] {
    try System.entries(of: path).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// A path as every `sh` reads it: what the command prints for control characters is for newer shells.
func quoted(_ path: Path) -> String {
  "'" + path.text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
}

/// Runs a command by `sh` and gives its exit status, or 128 and the signal that ended it.
@discardableResult
func shell(_ command: String) -> Int32 {
  let result = unsafe system(command)
  return result & 0x7F == 0 ? (result >> 8) & 0xFF : 128 + (result & 0x7F)
}

/// Programs that a test can do without, but says so.
enum Program {
  static func exists(_ name: String) -> Bool { shell("command -v \(name) > /dev/null 2>&1") == 0 }

  static let git = exists("git")
  static let python = exists("python3")
  static let bash = exists("bash")
  static let zsh = exists("zsh")
  static let fish = exists("fish")
  static let isRoot = shell("test \"$(id -u)\" = 0") == 0

  /// The package's folder.
  static let root = Path(#filePath).parent.parent.parent

  /// The command as it was built with the tests.
  static let tally: String = {
    if let test = try? System.realPath(of: Path("/proc/self/exe")) {
      let beside = test.parent.appending(Array("tally".utf8))
      if (try? System.status(of: beside)) != nil { return shellWord(beside) }
    }
    return shellWord(root.appending(Array(".build/debug/tally".utf8)))
  }()
}
