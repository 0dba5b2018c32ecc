/// The format of the MNIST files: two bytes 0, the type of the entries, the number of dimensions, each dimension in four
/// bytes, then the entries; all with the highest byte first. The first dimension counts the samples, the others are laid
/// side by side: `p0`, `p1` …; a file with one dimension is the column `label`.
enum IDXArray {
  /// Whether the bytes begin like an IDX file.
  static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 4 && bytes[0] == 0 && bytes[1] == 0 && elementType(bytes[2]) != nil && bytes[3] > 0
  }

  static func read(_ bytes: [UInt8]) throws(FileFault) -> NumberArray {
    guard bytes.count >= 4, let element = elementType(bytes[2]) else {
      throw .array(.truncated(needed: 4, there: bytes.count))
    }
    let dimensions = Int(bytes[3])
    let start = 4 + 4 * dimensions
    guard bytes.count >= start else { throw .array(.truncated(needed: start, there: bytes.count)) }
    let shape = (0..<dimensions).map { dimension in
      (0..<4).reduce(0) { $0 << 8 | Int(bytes[4 + 4 * dimension + $1]) }
    }
    let size = try ByteCount.checked(of: shape, width: element.width, there: bytes.count - start)
    return NumberArray(
      name: dimensions == 1 ? "label" : "p", rows: shape[0], columns: shape.dropFirst().reduce(1, *),
      isColumn: dimensions == 1, firstNumber: 0, element: element, content: start..<start + size, isByColumns: false)
  }

  private static func elementType(_ code: UInt8) -> ElementType? {
    switch code {
    case 0x08: ElementType(kind: .unsigned, width: 1, isBigEndian: true)
    case 0x09: ElementType(kind: .signed, width: 1, isBigEndian: true)
    case 0x0B: ElementType(kind: .signed, width: 2, isBigEndian: true)
    case 0x0C: ElementType(kind: .signed, width: 4, isBigEndian: true)
    case 0x0D: ElementType(kind: .float, width: 4, isBigEndian: true)
    case 0x0E: ElementType(kind: .float, width: 8, isBigEndian: true)
    default: nil
    }
  }
}
