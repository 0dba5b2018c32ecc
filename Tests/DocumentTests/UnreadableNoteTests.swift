import SourceText
import Synchronization
import Testing

@testable import Document

@Suite struct UnreadableNoteTests {
  @Test(
    arguments: [
      ([0x61, 0x80], 1), ([0x61, 0xC3], 1), ([0xC0, 0xAF], 0), ([0xC3, 0xA9, 0xE0, 0x80, 0x80], 2),
      ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x98], 0),
      (Array(repeating: 0x61, count: 130) + [0xFF], 130), (Array(repeating: 0x61, count: 63) + [0xC3, 0xA9, 0xA9], 65),
    ] as [([UInt8], Int)])
  func `not UTF-8`(bytes: [UInt8], offset: Int) {
    let expected = Diagnostic(
      .encoding, at: offset..<offset + 1, "this is not UTF-8: byte \(offset) begins no character",
      help: ["save the note as UTF-8"])
    #expect(throws: UnreadableNote(diagnostic: expected)) { try Note.scan(bytes, limits: generous) }
  }

  /// Every scalar, at every distance from the end of a stretch, is as good as another.
  @Test func `all of UTF-8`() throws {
    var text = String.UnicodeScalarView()
    for value in stride(from: UInt32(0), to: 0x110000, by: 37) {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    #expect(try Note.scan(Array(String(text).utf8), limits: generous).blocks.count == 0)
  }

  @Test(arguments: [
    "[", "- a\n", "a\n\n", "*a", "> ", "<!--= x -->1<!--/--> ", "```nn\n```\n", "<!-- nn:out -->\n", "1. ",
  ])
  func `more memory than allowed`(piece: String) {
    let bytes = Array((String(repeating: piece, count: 100_000) + "\n\n```nn\n```\n").utf8)
    let limits = ReadingLimits(memory: bytes.count + 3_000_000, deadline: .max, clock: { 0 })
    #expect(throws: UnreadableNote.self) { try Note.scan(bytes, limits: limits) }
    #expect(throws: Never.self) { try Note.scan(bytes, limits: generous) }
  }

  @Test(arguments: ["[", "- a\n", "a\n\n"]) func `more time than allowed`(piece: String) {
    let bytes = Array((String(repeating: piece, count: 100_000) + "\n\n```nn\n```\n").utf8)
    let looks = Counter()
    let limits = ReadingLimits(memory: 1 << 30, deadline: 20, clock: { looks.next() })
    let expected = Diagnostic(
      .limit, at: 0..<0, "reading this note's Markdown takes more time than it may",
      help: ["split the note, or allow it more with `--timeout`"])
    #expect(throws: UnreadableNote(diagnostic: expected)) { try Note.scan(bytes, limits: limits) }
    #expect(looks.next() == 21)
  }

  @Test(arguments: ["> ", "- ", "1. ", ">- "]) func `a hundred thousand containers`(sign: String) throws {
    let nest = String(repeating: sign, count: 100_000)
    let bytes = Array((nest + "```nn\n\n" + nest.map { $0 == ">" ? ">" : " " } + "show 1\n").utf8)
    #expect(try Note.scan(bytes, limits: generous).diagnostics.map(\.kind) == [.unclosedFence])
  }

  /// A clock that goes on by one with each look.
  private final class Counter: Sendable {
    private let count = Atomic<UInt64>(0)
    func next() -> UInt64 { count.add(1, ordering: .relaxed).newValue }
  }
}
