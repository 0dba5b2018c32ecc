/// What a region says, apart from how a checkout or a formatter lays it out: no container prefix, line ends, trailing
/// space, blank lines outside fences, table padding, or indentation and escapes in formulas. Two regions of equal content
/// are equally fresh.
package struct RegionContent: Sendable {
  /// The lines in the form that checksums and comparisons see.
  package let lines: [[UInt8]]
  /// Whether a formula stands as a formatter leaves it that takes it for prose: no page typesets it.
  package let hasEscapedFormulas: Bool

  /// The content of a region that holds these lines (without container prefix and line ends).
  package init(lines: [[UInt8]]) {
    var (lines, hasEscapedFormulas) = (lines, false)
    Self.restoreFormulas(in: &lines, found: &hasEscapedFormulas)
    self.hasEscapedFormulas = hasEscapedFormulas
    var normal: [[UInt8]] = []
    var fence = FenceState()
    // Rows that may turn out to be a table: those since the last line that begins with no bar.
    var table: [[UInt8]] = []
    for line in lines {
      let text = Array(line.beforeTrailingSpace)
      if !fence.take(text), text.first == .pipe {
        table.append(text)
        continue
      }
      normal += Self.withoutPadding(table)
      table = []
      if fence.holdsLastLine || (!text.isEmpty && text != Notation.separator) { normal.append(text) }
    }
    self.lines = normal + Self.withoutPadding(table)
  }

  /// Eight hexadecimal digits, the CRC-32 of the lines: no change of one byte, nor of one character, leaves it the same.
  package var checksum: String {
    var register = UInt32.max
    for line in lines {
      for byte in line { register = Self.crc(register, byte) }
      register = Self.crc(register, .lineFeed)
    }
    let digits = String(~register, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// One step of the CRC of ISO 3309, bits reflected.
  private static func crc(_ register: UInt32, _ byte: UInt8) -> UInt32 {
    crcTable[Int((register ^ UInt32(byte)) & 0xFF)] ^ register >> 8
  }

  private static let crcTable: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }
}

extension RegionContent: Equatable {
  package static func == (left: RegionContent, right: RegionContent) -> Bool { left.lines == right.lines }
}

// MARK: Formulas

extension RegionContent {
  /// Takes the escapes of a formatter out of the formulas between `$$` lines, and space before their lines.
  private static func restoreFormulas(in lines: inout [[UInt8]], found: inout Bool) {
    var fence = FenceState()
    var start: Int?
    for (i, line) in lines.enumerated() where !fence.take(line) {
      guard line.beforeTrailingSpace.elementsEqual(Notation.formulaFence) else { continue }
      guard let first = start else {
        start = i + 1
        continue
      }
      start = nil
      for inner in first..<i { lines[inner] = Array(lines[inner].drop(while: \.isSpaceOrTab)) }
      guard let formula = EscapedFormula(Array(lines[first..<i])) else { continue }
      lines.replaceSubrange(first..<i, with: formula.original)
      found = true
    }
  }
}

// MARK: Tables

extension RegionContent {
  /// The rows with cells trimmed and the rule under the head at its shortest, where they are a table; else as they are.
  private static func withoutPadding(_ rows: [[UInt8]]) -> [[UInt8]] {
    guard rows.count >= 2, let rule = rule(rows[1]) else { return rows }
    return rows.indices.map { $0 == 1 ? rule : join(cells(of: rows[$0])) }
  }

  /// A row's cells without padding. The first and the last are what stands outside the outer bars.
  private static func cells(of row: [UInt8]) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var start = 0
    var isEscaped = false
    for i in row.indices {
      if row[i] == .pipe, !isEscaped {
        cells.append(row[start..<i])
        start = i + 1
      }
      isEscaped = row[i] == .backslash && !isEscaped
    }
    cells.append(row[start...])
    return cells.map { $0.beforeTrailingSpace.drop(while: \.isSpaceOrTab) }
  }

  private static func join(_ cells: [ArraySlice<UInt8>]) -> [UInt8] {
    Array(cells.joined(separator: CollectionOfOne(.pipe)))
  }

  /// The rule with one hyphen a column; nil where the row is no rule.
  private static func rule(_ row: [UInt8]) -> [UInt8]? {
    let cells = cells(of: row)
    guard cells.count >= 3, cells.last?.isEmpty == true else { return nil }
    var short: [ArraySlice<UInt8>] = [[]]
    for cell in cells.dropFirst().dropLast() {
      let colon: UInt8 = 0x3A
      let isLeft = cell.first == colon
      let isRight = cell.count > 1 && cell.last == colon
      let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == .hyphen }) else { return nil }
      short.append((isLeft ? [colon] : []) + [.hyphen] + (isRight ? [colon] : []))
    }
    return join(short + [[]])
  }
}

/// Whether the lines of an output are inside a fence.
struct FenceState {
  private var open: (character: UInt8, length: Int)?
  /// Whether the line taken last is a fence or stands inside one.
  private(set) var holdsLastLine = false

  /// Takes the next line; true where it is a fence or stands inside one.
  mutating func take(_ line: some RandomAccessCollection<UInt8>) -> Bool {
    let line = Array(line)
    let start = line.prefix { $0 == .space }.count
    let character = start < line.count && start <= 3 ? line[start] : 0
    let length = character == .backtick || character == .tilde ? line.run(of: character, at: start) : 0
    let rest = line[min(line.count, start + length)...]
    if let fence = open {
      holdsLastLine = true
      if character == fence.character, length >= fence.length, rest.isBlank { open = nil }
    } else {
      let opens = length >= 3 && !(character == .backtick && rest.contains(.backtick))
      holdsLastLine = opens
      if opens { open = (character, length) }
    }
    return holdsLastLine
  }
}
