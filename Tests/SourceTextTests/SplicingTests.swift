import Testing

@testable import SourceText

@Suite struct SplicingTests {
  @Test func noEditsNoChange() {
    for bytes in [[], [0xFF, 0x0D], Array("a\r\nb".utf8)] as [[UInt8]] { #expect(splice(bytes, []) == bytes) }
  }

  static let table: [([(Range<Int>, String)], String)] = [
    ([(0..<0, ">")], ">hello"), ([(5..<5, "!")], "hello!"), ([(0..<5, "")], ""), ([(1..<4, "ipp")], "hippo"),
    ([(0..<1, "j"), (4..<5, "y")], "jelly"), ([(1..<2, "a"), (2..<2, "i"), (2..<3, "")], "hailo"),
    ([(2..<2, "1"), (2..<2, "2")], "he12llo"), ([(0..<5, "a longer text than before")], "a longer text than before"),
  ]

  @Test(arguments: table)
  func edits(edits: [(Range<Int>, String)], result: String) {
    let edits = edits.map { Edit(range: $0.0, replacement: Array($0.1.utf8)) }
    #expect(String(decoding: splice(Array("hello".utf8), edits), as: UTF8.self) == result)
  }

  /// Replacing every byte by itself, in pieces of any size, changes nothing.
  @Test func replacingPiecesByThemselvesChangesNothing() {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 * 37) }
    for size in [1, 2, 7, 64, 200] {
      let edits = stride(from: 0, to: bytes.count, by: size).map { start in
        let range = start..<min(start + size, bytes.count)
        return Edit(range: range, replacement: Array(bytes[range]))
      }
      #expect(splice(bytes, edits) == bytes)
    }
  }
}
