import Synchronization

/// SourceText is the leaf that every other module may use: the bytes of a text, where its lines are, edits to it, and
/// what there is to say about it. It knows nothing of Markdown, of the language or of numbers.

/// A text under a name: the bytes as they were read, never changed.
package struct Source: Sendable {
  /// The name a reader knows the text by: the path as it was given, or `-`.
  package let name: String
  package let bytes: [UInt8]
  private let places = Places()

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Where the lines are; found when it is first asked for, since most texts have nothing said about them.
  package var lines: LineTable { places.table(of: bytes) }

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
    return Position(line: line + 1, column: places.column(of: end, inLineFrom: start, of: bytes))
  }

  /// The text of a line (from 0) without its line end or a byte order mark.
  package func lineText(_ line: Int) -> String {
    text(content(of: line))
  }
}

/// What is known of a text's places: its line table, made once by whoever asks first, and the column counted last. What
/// is said of a text is said in its order, and a line may be megabytes long, so counting goes on from there.
private final class Places: Sendable {
  private struct Known {
    var table: LineTable?
    var lineStart = 0
    var offset = 0
    var column = 1
  }
  private let known = Mutex(Known())

  func table(of bytes: [UInt8]) -> LineTable {
    known.withLock { known in
      if let table = known.table { return table }
      let table = LineTable(of: bytes)
      known.table = table
      return table
    }
  }

  /// The column (from 1, in Unicode scalars) of an offset in the line that starts at another.
  func column(of offset: Int, inLineFrom start: Int, of bytes: [UInt8]) -> Int {
    known.withLock { known in
      if known.lineStart != start || known.offset < start || known.offset > offset {
        (known.lineStart, known.offset, known.column) = (start, start, 1)
      }
      known.column = bytes[known.offset..<offset].reduce(known.column) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      known.offset = offset
      return known.column
    }
  }
}

/// A place as an editor counts it: both from 1, columns in Unicode scalars.
package struct Position: Sendable, Equatable {
  package let line: Int
  package let column: Int
}
