#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The examples of the CommonMark specification, where `fetch-commonmark-examples` has put it.
enum CommonMarkExamples {
  static let all: [[UInt8]] = read()

  private static var path: String {
    let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return folders.joined(separator: "/") + "/.build/commonmark/spec.txt"
  }

  private static func read() -> [[UInt8]] {
    var examples: [[UInt8]] = []
    var current: [String]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(String(repeating: "`", count: 32) + " example") {
        current = []
      } else if line == ".", let lines = current {
        examples.append(Array((lines.joined(separator: "\n") + "\n").utf8))
        current = nil
      } else {
        current?.append(line.split(separator: "→", omittingEmptySubsequences: false).joined(separator: "\t"))
      }
    }
    return examples
  }

  private static var text: String {
    guard let file = unsafe fopen(path, "r") else { return "" }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
