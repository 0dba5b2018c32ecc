/// An array of numbers in a binary file, one sample along its first dimension, decoded as it is asked for.
struct NumberArray {
  /// How the array is called in its file.
  let name: String
  let rows: Int
  /// All further dimensions as one.
  let columns: Int
  /// Whether there is one dimension alone, a column that bears the array's own name.
  let isColumn: Bool
  /// The number of the first column in names like `p0`, `x1`.
  let firstNumber: Int
  let element: ElementType
  /// The bytes of the numbers.
  let content: Range<Int>
  /// Whether whole columns follow one another (Fortran), not rows (C).
  let isByColumns: Bool

  /// The name of a column, counted from 0.
  func name(of column: Int) -> String {
    isColumn ? name : "\(name)\(column + firstNumber)"
  }

  /// The columns that a name means: one of them, or the whole array.
  func columns(named name: String) -> Range<Int>? {
    if name == self.name { return 0..<columns }
    guard !isColumn, name.hasPrefix(self.name), let number = Int(name.dropFirst(self.name.count)) else { return nil }
    let column = number - firstNumber
    guard column >= 0, column < columns, self.name(of: column) == name else { return nil }
    return column..<column + 1
  }

  /// Puts the columns where they belong.
  func fill(
    _ assembly: inout Assembly, slots: ArraySlice<Slot>, from bytes: [UInt8], path: String, within budget: Budget
  ) throws(EngineFault) {
    var inputs: [Route] = []
    var targets: [Route] = []
    for (column, slot) in slots.enumerated() {
      switch slot {
      case .unused: continue
      case .input(let place): inputs.append(Route(column: column, place: place))
      case .target(let place): targets.append(Route(column: column, place: place))
      case .label:
        for row in 0..<rows {
          try assembly.setClass(ofRow: row, number(row, column, bytes.span.extracting(content), path))
          if row % 1024 == 1023 { try budget.checkDeadline() }
        }
      }
    }
    try copy(inputs, to: &assembly.inputs, from: bytes, path: path, within: budget)
    try copy(targets, to: &assembly.targets, from: bytes, path: path, within: budget)
  }

  /// A column here and where it goes.
  private struct Route {
    let column: Int
    let place: Int
  }

  private func copy(
    _ routes: [Route], to draft: inout Draft, from bytes: [UInt8], path: String, within budget: Budget
  ) throws(EngineFault) {
    if routes.isEmpty { return }
    let content = bytes.span.extracting(content)
    let width = draft.columns
    var numbers = draft.elements.mutableSpan
    var untilLook = Pace.usual
    for row in 0..<rows {
      for route in routes {
        numbers[row * width + route.place] = try number(row, route.column, content, path)
      }
      untilLook -= routes.count
      if untilLook < 0 {
        untilLook = Pace.usual
        try budget.checkDeadline()
      }
    }
  }

  /// The number at a row and a column, which must be finite.
  @inline(__always)
  private func number(
    _ row: Int, _ column: Int, _ content: Span<UInt8>, _ path: String
  ) throws(EngineFault) -> Double {
    let place = isByColumns ? column * rows + row : row * columns + column
    let number = element.number(at: place * element.width, in: content)
    guard number.isFinite else {
      throw .data(.file(path, .array(.notFinite(row: row + 1, column: name(of: column), number))))
    }
    return number
  }
}

/// How a binary file writes a number.
struct ElementType: Hashable {
  let kind: Kind
  /// Bytes of one number: 1, 2, 4 or 8.
  let width: Int
  let isBigEndian: Bool

  enum Kind {
    case boolean, signed, unsigned, float
  }

  /// The number whose bytes begin there.
  @inline(__always)
  func number(at offset: Int, in bytes: Span<UInt8>) -> Double {
    var bits: UInt64 = 0
    if width == 1 {
      bits = UInt64(bytes[offset])
    } else if isBigEndian {
      for index in 0..<width { bits = bits << 8 | UInt64(bytes[offset + index]) }
    } else {
      for index in stride(from: width - 1, through: 0, by: -1) { bits = bits << 8 | UInt64(bytes[offset + index]) }
    }
    switch kind {
    case .boolean: return bits == 0 ? 0 : 1
    case .unsigned: return Double(bits)
    case .signed:
      let unused = UInt64(64 - 8 * width)
      return Double(Int64(bitPattern: bits << unused) >> Int64(unused))
    case .float:
      switch width {
      case 8: return Double(bitPattern: bits)
      case 4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      default: return Self.half(bits)
      }
    }
  }

  /// A number of 16 bits: a sign, 5 bits of exponent, 10 of significand. (Swift has the type, but not on every Mac.)
  private static func half(_ bits: UInt64) -> Double {
    let exponent = Int(bits >> 10 & 0x1F)
    let fraction = Double(bits & 0x3FF)
    let magnitude =
      switch exponent {
      case 0: fraction * 0x1p-24
      case 31: fraction == 0 ? Double.infinity : .nan
      default: (1024 + fraction) * Double(sign: .plus, exponent: exponent - 25, significand: 1)
      }
    return bits >> 15 & 1 == 0 ? magnitude : -magnitude
  }
}
