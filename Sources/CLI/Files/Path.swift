/// A file's name as the system has it: bytes, which need not be UTF-8.
struct Path: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The name for a reader; bytes that are no UTF-8 are shown as U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  var isAbsolute: Bool { bytes.first == UInt8(ascii: "/") }

  /// `-`, which stands for standard input or output.
  var isStandardStream: Bool { bytes == [UInt8(ascii: "-")] }

  /// What stands after the last slash.
  var name: ArraySlice<UInt8> {
    bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
  }

  /// The folder that holds the file: everything before the last slash, `.` where there is none.
  var parent: Path {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return Path(".") }
    return slash == 0 ? Path("/") : Path(Array(bytes[..<slash]))
  }

  /// The path of an entry of this folder. Inside `.` it is the name alone, as a reader would write it.
  func appending(_ name: [UInt8]) -> Path {
    if bytes == Array(".".utf8) || bytes.isEmpty { return Path(name) }
    return Path(bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name)
  }

  /// The path as seen from a folder; an absolute one stays what it is.
  func resolved(in folder: Path) -> Path {
    isAbsolute || folder.bytes.isEmpty ? self : folder.appending(bytes)
  }

  func hasSuffix(_ suffix: String) -> Bool {
    bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
