import Synchronization

/// SourceText is the leaf that every other module may use: the bytes of a text, where its lines are, edits to it, and
/// what there is to say about it. It knows nothing of Markdown, of the language or of numbers.

/// A text under a name: the bytes as they were read, never changed.
package struct Source: Sendable {
  /// The name a reader knows the text by: the path as it was given, or `-`.
  package let name: String
  package let bytes: [UInt8]
  private let table = LazyLineTable()

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Where the lines are; found when it is first asked for, since most texts have nothing said about them.
  package var lines: LineTable { table.table(of: bytes) }

  /// The text of a byte range, repaired where it cuts a character.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The bytes of a line (from 0) without its line end, and without the byte order mark that a text may begin with: no
  /// editor shows it or counts it.
  package func content(of line: Int) -> Range<Int> {
    let content = lines.content(of: line)
    return line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3..<content.upperBound : content
  }

  /// The line (from 1) and the column (from 1, in Unicode scalars) of a byte offset.
  package func position(of offset: Int) -> Position {
    let line = lines.line(at: offset)
    let start = content(of: line).lowerBound
    let end = max(start, min(offset, bytes.count))
    let column = bytes[start..<end].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return Position(line: line + 1, column: column)
  }

  /// The text of a line (from 0) without its line end or a byte order mark.
  package func lineText(_ line: Int) -> String {
    text(content(of: line))
  }
}

/// A line table that is made once, by whoever asks first.
private final class LazyLineTable: Sendable {
  private let made = Mutex<LineTable?>(nil)

  func table(of bytes: [UInt8]) -> LineTable {
    made.withLock { made in
      if let made { return made }
      let table = LineTable(of: bytes)
      made = table
      return table
    }
  }
}

/// A place as an editor counts it: both from 1, columns in Unicode scalars.
package struct Position: Sendable, Equatable {
  package let line: Int
  package let column: Int
}
