import SourceText

/// Makes passages of the lines of one block: the cells of a table apart, everything else as one text.
struct PassageComposer {
  let bytes: [UInt8]
  let lines: [Range<Int>]
  private let isExempt: Bool

  init(bytes: [UInt8], lines: [Range<Int>], isExempt: Bool) {
    self.bytes = bytes
    self.lines = lines
    self.isExempt =
      isExempt
      || lines.contains { line in
        bytes[line].contains(.lessThan) && line.contains { Self.isExemption(at: $0, in: bytes) }
      }
  }

  /// Whether the comment stands there as one, and not as an example between backticks.
  private static func isExemption(at index: Int, in bytes: [UInt8]) -> Bool {
    bytes[index] == .lessThan && bytes.hasBytes(Notation.exemption, at: index)
      && (index == 0 || bytes[index - 1] != .backtick)
  }

  func passages(isFormula: Bool, mayBeTable: Bool) -> [Passage] {
    guard mayBeTable, !isFormula, let under = lines.indices.dropFirst().first(where: isUnderline) else {
      return [passage(isFormula ? .formula : .prose, of: excerpt(of: lines))]
    }
    var result: [Passage] = []
    if under > 1 { result.append(passage(.prose, of: excerpt(of: lines[..<(under - 1)]))) }
    for (index, line) in lines.enumerated() where index >= under - 1 && index != under {
      for cell in cells(of: line) where holdsEquality(cell.text) {
        result.append(passage(.cell, of: cell))
      }
    }
    return result
  }

  private func passage(_ kind: Passage.Kind, of text: Excerpt) -> Passage {
    Passage(kind: kind, text: text, isExempt: isExempt)
  }

  private func excerpt(of lines: some Sequence<Range<Int>>) -> Excerpt {
    var excerpt = Excerpt()
    for line in lines {
      excerpt.append(line, of: bytes)
      excerpt.append(filler: [.lineFeed], at: line.upperBound)
    }
    return excerpt
  }

  private func holdsEquality(_ text: [UInt8]) -> Bool {
    text.contains(where: \.isDigit) && text.contains { $0 == 0x3D || $0 == 0x89 || $0 == .backslash }
  }

  // MARK: Tables

  /// Whether a line is the one under a table's head: dashes, colons and bars.
  private func isUnderline(_ index: Int) -> Bool {
    let text = bytes[lines[index]]
    guard text.contains(.hyphen), text.allSatisfy({ [.hyphen, 0x3A, .pipe].contains($0) || $0.isSpaceOrTab }) else {
      return false
    }
    return text.contains(.pipe) && bytes[lines[index - 1]].contains(.pipe)
  }

  /// The cells of a row. A bar after a backslash belongs to a cell, without the backslash.
  private func cells(of line: Range<Int>) -> [Excerpt] {
    var cells: [Excerpt] = []
    var cell = Excerpt()
    var start = line.lowerBound
    var i = start
    while i < line.upperBound {
      if bytes[i] == .backslash, i + 1 < line.upperBound {
        if bytes[i + 1] == .pipe {
          cell.append(start..<i, of: bytes)
          start = i + 1
        }
        i += 2
      } else if bytes[i] == .pipe {
        cell.append(start..<i, of: bytes)
        cells.append(cell)
        cell = Excerpt()
        start = i + 1
        i += 1
      } else {
        i += 1
      }
    }
    cell.append(start..<line.upperBound, of: bytes)
    return cells + [cell]
  }
}
