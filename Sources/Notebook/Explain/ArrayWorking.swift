import Engine
import Report

/// What is too large to be worked number by number: whole arrays, and of larger ones their shapes and norms.
extension Lesson {
  /// z = W·x + b and a = f(z) of a whole layer.
  func arrays(forward layer: Layer, heading: String) -> Working.Group? {
    let number = layer.number
    let detail = max(detail(forward: layer), .matrices)
    let input = self.inputArray(of: layer.stage)
    let (w, b) = (symbols.array("W", "W", number), symbols.array("b", "b", number))
    let (z, a) = (symbols.array("z", "z", number), outputArray(of: layer))
    let activation = ActivationWorking(activation: layer.activation, numerals: numerals)
    var lines: [Working.Line] = []
    if layer.stage == 0, wanted.isEverything { lines.append(line(input, [], passage.inputs, detail)) }
    if isWanted(.z, layer) {
      if wanted.isEverything {
        for (symbol, name) in [(w, "W\(number)"), (b, "b\(number)")] {
          if let value = parameters[name] { lines.append(line(symbol, [], value, detail)) }
        }
      }
      let product = samples > 1 ? input * w.transposed : w * input
      lines.append(line(z, [.formula(product + b)], layer.fields.z, detail))
    }
    if isWanted(.a, layer) { lines.append(line(a, [.formula(activation.value(of: z))], layer.fields.a, detail)) }
    guard !lines.isEmpty else { return nil }
    return Working.Group(heading: heading, lines: lines, remarks: [remark(layer, detail)])
  }

  /// What comes out of a layer without neurons.
  func arrays(of stage: Int, heading: String, _ symbol: Phrase) -> Working.Group {
    let output = passage.stages[stage].fields.a
    return Working.Group(
      heading: heading, lines: [line(symbol, [], output, Self.detail(of: [output.rows, output.columns]))])
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

  /// How an array of these sides is written.
  static func detail(of sides: [Int]) -> Detail { sides.contains { $0 > largestSide } ? .shapes : .matrices }

  /// A line that ends in a whole array, or where it is too large in its shape and norm.
  func line(
    _ left: Phrase, _ steps: [Working.Step], _ value: Engine.Value, _ detail: Detail,
    relation: Working.Relation = .equals
  ) -> Working.Line {
    let isShown = detail == .matrices && Self.detail(of: value.shape.sides) == .matrices
    guard isShown || steps.isEmpty && value.shape.isNumber else {
      let norm = "\(value.shape.phrase), norm \(numerals.full.text(value.norm))"
      let first = steps.isEmpty ? [Working.Step.formula(Phrase(text: "…", latex: "\\dots"))] : steps
      return Working.Line(left, first, relation: relation, comment: norm)
    }
    return Working.Line(left, steps + [.result(numerals.array(value))], relation: relation)
  }

  /// The same of rows of samples: of one sample a vector.
  func line(
    _ left: Phrase, _ steps: [Working.Step], _ rows: Matrix, _ detail: Detail, relation: Working.Relation = .equals
  ) -> Working.Line {
    line(left, steps, .matrix(rows), detail, relation: relation)
  }

  func remark(_ layer: Layer, _ detail: Detail) -> String {
    let size = "Layer \(layer.number) has \(counted(layer.inputs, "input")) and \(counted(layer.neurons, "neuron"))"
    let batch = samples > 1 ? ", the batch \(samples) samples" : ""
    switch detail {
    case .neurons: return ""
    case .matrices: return "\(size)\(batch): it is worked in matrices\(samples > 1 ? ", one row a sample" : "")."
    case .shapes: return "\(size)\(batch): its numbers are left out, shapes and norms stand for them."
    }
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

  /// `256×784 numbers`, `10 numbers`
  fileprivate var phrase: String {
    switch self {
    case .number: "1 number"
    case .vector(let count): counted(count, "number")
    case .matrix(1, let columns): counted(columns, "number")
    case .matrix(let rows, let columns): "\(rows)×\(columns) numbers"
    }
  }
}

extension Engine.Value {
  /// The root of the sum of the squares.
  var norm: Double { elements.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}

extension Numerals {
  /// A whole array: as text as the language writes it, as LaTeX in brackets, a single row as a column.
  func array(_ value: Engine.Value) -> Phrase {
    var shown = Report.Value(value)
    if case .matrix(let matrix) = value, matrix.rows == 1 { shown = .vector(matrix.elements) }
    let short = NumberFormat(digits: digits)
    let isExact = value.elements.allSatisfy { Double(short.text($0)) == $0 }
    let format = isExact ? short : full
    return Phrase(text: format.inline(shown), latex: format.latex(shown), isNumeric: true, isTall: true)
  }
}
