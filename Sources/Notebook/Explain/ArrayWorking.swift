import Engine
import Report

/// What is too large to be worked number by number: whole arrays, and of larger ones their shapes and norms.
extension Lesson {
  /// z = W·x + b and a = f(z) of a whole layer.
  func arrays(forward layer: Layer, heading: String) -> Working.Group? {
    let number = layer.number
    let input = self.inputArray(of: layer.stage)
    let (w, b) = (symbols.array("W", "W", number), symbols.array("b", "b", number))
    let (z, a) = (symbols.array("z", "z", number), outputArray(of: layer))
    let activation = ActivationWorking(activation: layer.activation, numerals: numerals)
    var lines: [Working.Line] = []
    if layer.stage == 0, wanted.isEverything { lines.append(line(input, [], .matrix(passage.inputs))) }
    if isWanted(.z, layer) {
      if wanted.isEverything {
        for (symbol, name) in [(w, "W\(number)"), (b, "b\(number)")] {
          if let value = parameters[name] { lines.append(line(symbol, [], value)) }
        }
      }
      let product = samples > 1 ? input * w.transposed : w * input
      lines.append(line(z, [.formula(product + b)], .matrix(layer.fields.z)))
    }
    if isWanted(.a, layer) { lines.append(line(a, [.formula(activation.value(of: z))], .matrix(layer.fields.a))) }
    guard !lines.isEmpty else { return nil }
    return Working.Group(heading: heading, lines: lines, remarks: [remark(layer)])
  }

  /// What comes out of a layer without neurons.
  func arrays(of stage: Int, heading: String, _ symbol: Phrase) -> Working.Group {
    let output = passage.stages[stage].fields.a
    return Working.Group(
      heading: heading, lines: [line(symbol, [], .matrix(output))])
  }

  func isWanted(_ field: Wanted.Field, _ layer: Layer) -> Bool {
    (0..<layer.neurons).contains { wanted.shows(field, layer: layer.number, neuron: $0) }
  }

  // MARK: Symbols

  func inputArray(of stage: Int) -> Phrase {
    guard stage > 0 else { return symbols.array("x", "x", nil) }
    switch passage.stages[stage - 1].kind {
    case .neurons(let number, _): return symbols.array("a", "a", number)
    case .batchnorm(let number, _): return symbols.array("u", "u", number)
    case .dropout(let number, _):
      return passage.isTraining ? symbols.array("d", "d", number) : inputArray(of: stage - 1)
    }
  }

  func outputArray(of layer: Layer) -> Phrase {
    layer.number == symbols.layers ? symbols.array("y", "y", nil) : symbols.array("a", "a", layer.number)
  }

  // MARK: Lines

  /// An array with more rows or columns is not written out.
  private static let largestSide = 16
  /// Nor is one with more numbers.
  private static let largestCount = 100

  /// Whether an array is written out.
  static func writesOut(_ value: Engine.Value) -> Bool {
    value.shape.sides.allSatisfy { $0 <= largestSide } && value.shape.count <= largestCount
  }

  /// A line that ends in a whole array, or where that is too large in its shape and norm.
  func line(
    _ left: Phrase, _ steps: [Working.Step], _ value: Engine.Value, relation: Working.Relation = .equals
  ) -> Working.Line {
    guard !Self.writesOut(value) else {
      return Working.Line(left, steps + [.result(numerals.array(value))], relation: relation)
    }
    let first = steps.isEmpty ? [Working.Step.formula(Phrase(text: "…", latex: "\\dots"))] : steps
    return Working.Line(left, first, relation: relation, comment: numerals.measure(value))
  }

  func remark(_ layer: Layer) -> String {
    let size = "Layer \(layer.number) has \(counted(layer.inputs, "input")) and \(counted(layer.neurons, "neuron"))"
    let batch = samples > 1 ? ", the batch \(samples) samples" : ""
    let sides = [layer.inputs, layer.neurons, samples]
    let isLarge = sides.contains { $0 > Self.largestSide } || layer.inputs * layer.neurons > Self.largestCount
    return "\(size)\(batch): it is worked in matrices\(samples > 1 ? ", one row a sample" : "")"
      + (isLarge ? "; of large ones the numbers are left out, their shapes and norms stand for them." : ".")
  }
}

extension Phrase {
  /// W'
  var transposed: Phrase { Phrase(text: "\(text)'", latex: "{\(latex)}^{\\top}") }

  /// `a ⊙ b`
  static func entrywise(_ factors: [Phrase]) -> Phrase {
    guard factors.count > 1 else { return factors[0] }
    let parts = factors.map { $0.isSum ? $0.bracketed : $0 }
    return Phrase(
      text: parts.map(\.text).joined(separator: " ⊙ "), latex: parts.map(\.latex).joined(separator: " \\odot "),
      level: .product)
  }
}

extension Shape {
  var sides: [Int] {
    switch self {
    case .number: [1]
    case .vector(let count): [count]
    case .matrix(let rows, let columns): [rows, columns]
    }
  }

  /// `256 by 784 numbers`, `10 numbers`
  var numbers: String {
    switch self {
    case .number: "1 number"
    case .vector(let count): counted(count, "number")
    case .matrix(1, let columns): counted(columns, "number")
    case .matrix(let rows, let columns): "\(rows) by \(columns) numbers"
    }
  }
}

extension Numerals {
  /// What is said of an array that is too large to be written out.
  func measure(_ value: Engine.Value) -> String {
    // Scaled by a power of two where the squares would overflow or vanish.
    let greatest = value.elements.reduce(0) { max($0, $1.magnitude) }
    let scale = greatest > 0x1p500 ? 0x1p-600 : greatest < 0x1p-500 ? 0x1p600 : 1
    let squares = value.elements.reduce(0) { $0 + ($1 * scale) * ($1 * scale) }
    return "\(value.shape.numbers), norm \(full.text(squares.squareRoot() / scale))"
  }

  /// A whole array: as text as the language writes it, as LaTeX in brackets, a single row as a column.
  func array(_ value: Engine.Value) -> Phrase {
    var shown = Report.Value(value)
    if case .matrix(let matrix) = value, matrix.rows == 1 { shown = .vector(matrix.elements) }
    let short = NumberFormat(digits: digits)
    let isExact = value.elements.allSatisfy { Double(short.text($0)) == $0 }
    let format = isExact ? short : full
    return .array(shown, format)
  }
}
