import Testing

@testable import Engine

/// A call with arguments as text; the message names them as they stand here.
func call(_ name: String, _ arguments: String..., within budget: Budget = .ample) throws -> String {
  let function = try #require(BuiltIn(named: name))
  let values = try arguments.map { try Value($0) }
  return outcome(arguments) { () throws(EngineFault) in try function.apply(values, within: budget) }
}

struct ElementaryTests {
  /// To one unit in the last place of figures from a computation with fifty digits.
  @Test(arguments: [
    ("exp", 1.5, 4.4816890703380645), ("exp", -2, 0.1353352832366127), ("log", 2.5, 0.9162907318741551),
    ("log", 0.1, -2.3025850929940455), ("log2", 2.5, 1.3219280948873624), ("log2", 8, 3),
    ("log10", 2.5, 0.3979400086720376), ("log10", 1000, 3), ("sqrt", 2.5, 1.5811388300841898), ("sqrt", 9, 3),
    ("abs", -2, 2), ("sin", 0.5, 0.479425538604203), ("cos", 0.5, 0.8775825618903728),
    ("tan", 0.5, 0.5463024898437905), ("asin", 0.5, 0.5235987755982989), ("acos", -0.5, 2.0943951023931957),
    ("atan", -0.5, -0.4636476090008061), ("sinh", 0.5, 0.5210953054937474), ("cosh", -0.5, 1.1276259652063807),
    ("tanh", -0.5, -0.46211715726000974), ("sigmoid", 1.5, 0.8175744761936437), ("σ", -2, 0.11920292202211756),
    ("relu", 1.5, 1.5), ("relu", -2, 0), ("leaky_relu", 1.5, 1.5), ("leaky_relu", -2, -0.02), ("elu", 1.5, 1.5),
    ("elu", -2, -0.8646647167633873), ("selu", 1.5, 1.5760514810332207), ("selu", -2, -1.520166468595695),
    ("gelu", 1.5, 1.399789198096713), ("gelu", -2, -0.04550026389635842), ("silu", 1.5, 1.2263617142904655),
    ("silu", -2, -0.23840584404423512), ("softplus", 1.5, 1.7014132779827524), ("softplus", -2, 0.1269280110429725),
    ("step", 0, 1), ("step", -0.1, 0), ("sign", -3, -1), ("sign", 0, 0), ("erf", 0.5, 0.5204998778130465),
    ("expm1", -0.5, -0.3934693402873666), ("log1p", 0.5, 0.4054651081081644), ("round", 2.5, 3), ("round", -2.5, -3),
    ("floor", -1.5, -2), ("ceil", 1.2, 2),
  ])
  func values(_ name: String, _ x: Double, _ expected: Double) throws {
    let function = try #require(BuiltIn(named: name))
    let actual = try function.apply([.number(x)], within: .ample).elements[0]
    #expect(abs(actual - expected) <= expected.ulp, "\(actual)")
  }

  @Test(arguments: [
    ("log", "0", "-inf"), ("log", "-1", "nan"), ("sqrt", "-1", "nan"), ("exp", "1000", "inf"), ("exp", "-inf", "0"),
    ("asin", "2", "nan"), ("tanh", "inf", "1"), ("sigmoid", "-inf", "0"), ("sin", "inf", "nan"), ("relu", "nan", "nan"),
    ("step", "nan", "nan"), ("sign", "nan", "nan"), ("sign", "-inf", "-1"), ("erf", "inf", "1"),
    ("log1p", "-1", "-inf"),
    ("softplus", "1000", "1000"), ("floor", "inf", "inf"), ("abs", "-inf", "inf"), ("log2", "nan", "nan"),
    ("leaky_relu", "[-1, 2]", "[-0.01, 2]"), ("sqrt", "[4; 9]", "[2; 3]"), ("abs", "[]", "[]"),
  ])
  func outsideTheDomain(_ name: String, _ argument: String, _ expected: String) throws {
    #expect(try call(name, argument) == expected)
  }

  @Test func constants() throws {
    #expect(try call("leaky_relu", "[-2, 2]", "0.5") == "[-1, 2]")
    #expect(try call("elu", "-inf", "3") == "-3")
    #expect(try call("leaky_relu", "1", "[1, 2]") == "`leaky_relu` wants a number: `[1, 2]` is a vector of 2")
  }

  /// An array's entries have the bits of the numbers alone, wherever they stand.
  @Test(arguments: Elementary.allCases) func arraysAgreeWithNumbers(_ function: Elementary) throws {
    let figures = (-40...40).map { Double($0) / 7 } + [0, -0.0, .infinity, -.infinity, .nan, 1e300, 1e-300]
    let array = try Value.vector(Vector(figures, within: .ample))
    let results = try BuiltIn.elementary(function).apply([array], within: .ample)
    for (x, result) in zip(figures, results.elements) {
      #expect(try BuiltIn.elementary(function).apply([.number(x)], within: .ample).text == result.text, "\(x)")
    }
  }
}

struct ReductionTests {
  @Test(arguments: [
    ("sum", "[1, 2; 3, 4]", "10"), ("sum", "5", "5"), ("sum", "[]", "0"), ("sum", "[1, nan]", "nan"),
    ("mean", "[1, 2, 3, 6]", "3"), ("mean", "[]", "`mean` needs at least one entry: `[]` has none"),
    ("var", "[1, 2, 3, 6]", "3.5"), ("var", "7", "0"), ("var", "[]", "`var` needs at least one entry: `[]` has none"),
    ("std", "[1, 1; 5, 5]", "2"), ("std", "[]", "`std` needs at least one entry: `[]` has none"),
    ("norm", "[3, 4]", "5"), ("norm", "[1, 1; 1, 1]", "2"), ("norm", "-3", "3"), ("norm", "[]", "0"),
    ("norm", "[0, 0]", "0"),
    ("norm", "[inf, 1]", "inf"), ("norm", "[nan, 1]", "nan"),
    ("min", "[3, 1; 2, 5]", "1"), ("max", "[3, 1; 2, 5]", "5"), ("max", "7", "7"), ("max", "[1, nan, 2]", "nan"),
    ("min", "[]", "`min` needs at least one entry: `[]` has none"),
    ("softmax", "[0, 0]", "[0.5, 0.5]"), ("softmax", "[1000, 1000; 0, 0]", "[0.5, 0.5; 0.5, 0.5]"),
    ("softmax", "[5]", "[1]"), ("softmax", "[-inf, 0]", "[0, 1]"), ("softmax", "[nan, 0]", "[nan, nan]"),
    ("softmax", "3", "`softmax` wants a vector or a matrix: `3` is a number"),
    ("softmax", "[]", "`softmax` needs at least one entry: `[]` has none"),
    ("argmax", "[1, 9, 3, 9]", "2"), ("argmax", "[1, 2; 4, 3; 5, 5]", "[2, 1, 1]"), ("argmax", "[1, nan, 3]", "2"),
    ("argmax", "[-inf, -inf]", "1"), ("argmax", "3", "`argmax` wants a vector or a matrix: `3` is a number"),
    ("argmax", "[]", "`argmax` needs at least one entry: `[]` has none"),
    ("size", "3", "1"), ("size", "[1, 2, 3]", "3"), ("size", "[1, 2; 3, 4; 5, 6]", "[3, 2]"), ("size", "[]", "0"),
  ])
  func one(_ name: String, _ argument: String, _ expected: String) throws {
    #expect(try call(name, argument) == expected)
  }

  @Test(arguments: [
    ("max", "[1, 5]", "[2, 3]", "[2, 5]"), ("min", "[1, 5; 7, 0]", "3", "[1, 3; 3, 0]"), ("max", "0", "nan", "nan"),
    ("max", "[1, 5; 7, 0]", "[2, 2]", "[2, 5; 7, 2]"),
    (
      "max", "[1, 2]", "[1, 2, 3]",
      "`max` needs as many entries in `[1, 2]` as in `[1, 2, 3]`: `[1, 2]` has 2, `[1, 2, 3]` has 3"
    ),
    ("dot", "[1, 2]", "[3, 4]", "11"), ("dot", "[]", "[]", "0"),
    ("dot", "[1, 2]", "[3]", "`dot` needs as many entries in `[1, 2]` as in `[3]`: `[1, 2]` has 2, `[3]` has 1"),
    ("dot", "[1, 2]", "3", "`dot` wants a vector: `3` is a number"),
    ("dot", "[1; 2]", "[1, 2]", "`dot` wants a vector: `[1; 2]` is 2×1"),
    ("outer", "[1, 2]", "[3, 4, 5]", "[3, 4, 5; 6, 8, 10]"),
    ("outer", "[1, 2]", "1", "`outer` wants a vector: `1` is a number"),
  ])
  func two(_ name: String, _ left: String, _ right: String, _ expected: String) throws {
    #expect(try call(name, left, right) == expected)
  }

  /// Squares that overflow or vanish on the way do not spoil a norm; scaling by a power of two changes no bit.
  @Test(arguments: [0x1p510, 0x1p1000, 0x1p-510, 0x1p-1000]) func normsOfExtremes(_ scale: Double) throws {
    let figures = (0..<13).map { 1 / Double($0 + 1) }
    let vector = try Value.vector(Vector(figures, within: .ample))
    let scaled = try Value.vector(Vector(figures.map { $0 * scale }, within: .ample))
    let norm = try BuiltIn.summary(.norm).apply([vector], within: .ample).elements[0]
    #expect(try BuiltIn.summary(.norm).apply([scaled], within: .ample).elements == [norm * scale])
  }

  /// Element i in lane i mod 8, the lanes added as a tree.
  @Test func orderOfSums() throws {
    let figures = (0..<21).map { 1 / Double($0 + 1) }
    var lanes = [Double](repeating: 0, count: 8)
    for (place, figure) in figures.enumerated() { lanes[place % 8] += figure }
    let expected = ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
    let vector = try Value.vector(Vector(figures, within: .ample))
    #expect(try BuiltIn.summary(.sum).apply([vector], within: .ample).elements == [expected])
    let matrix = try Value.matrix(Matrix(figures, rows: 3, columns: 7, within: .ample))
    #expect(try BuiltIn.summary(.sum).apply([matrix], within: .ample).elements == [expected])
    #expect(try BuiltIn.summary(.mean).apply([vector], within: .ample).elements == [expected / 21])
  }

  @Test func softmaxOfManyRows() throws {
    let rows = Pace.usual + 5
    let figures = (0..<rows * 2).map { Double($0 % 5) }
    let matrix = try Value.matrix(Matrix(figures, rows: rows, columns: 2, within: .ample))
    let shares = try BuiltIn.rowwise(.softmax).apply([matrix], within: .ample).elements
    for row in [0, 1, rows / 2, rows - 1] {
      let pair = try Value.vector(Vector(Array(figures[2 * row..<2 * row + 2]), within: .ample))
      let expected = try BuiltIn.rowwise(.softmax).apply([pair], within: .ample).elements
      #expect(Array(shares[2 * row..<2 * row + 2]) == expected)
    }
  }
}

struct ConstructionTests {
  @Test(arguments: [
    ("zeros", ["3"], "[0, 0, 0]"), ("zeros", ["2", "3"], "[0, 0, 0; 0, 0, 0]"), ("zeros", ["0"], "[]"),
    ("ones", ["2"], "[1, 1]"), ("ones", ["1", "2"], "[1, 1;]"), ("eye", ["3"], "[1, 0, 0; 0, 1, 0; 0, 0, 1]"),
    ("eye", ["1"], "[1;]"),
    ("linspace", ["0", "1", "5"], "[0, 0.25, 0.5, 0.75, 1]"), ("linspace", ["0", "1", "1"], "[0]"),
    ("linspace", ["0", "1", "0"], "[]"), ("linspace", ["1", "-1", "3"], "[1, 0, -1]"),
    ("linspace", ["-1.7e308", "1.7e308", "3"], "[-1.7e+308, 0, 1.7e+308]"),
    ("range", ["1", "4"], "[1, 2, 3, 4]"), ("range", ["0", "1", "0.25"], "[0, 0.25, 0.5, 0.75, 1]"),
    ("range", ["0", "1", "0.3"], "[0, 0.3, 0.6, 0.8999999999999999]"), ("range", ["3", "3"], "[3]"),
    ("range", ["3", "1", "-1"], "[3, 2, 1]"), ("range", ["0.5", "3"], "[0.5, 1.5, 2.5]"),
    ("range", ["-1e308", "1e308", "1e308"], "[-1e+308, 0, 1e+308]"),
    ("range", ["1e16", "10000000000000004", "2"], "[1e+16, 1.0000000000000002e+16, 1.0000000000000004e+16]"),
    ("range", ["-1.5e308", "1.7e308", "1e308"], "[-1.5e+308, -5e+307, 5e+307, 1.5e+308]"),
    ("range", ["3", "1"], "steps of 1 never lead from 3 to 1 | to count down, give a step below 0: `step=-1`"),
    ("range", ["1", "3", "-0.5"], "steps of -0.5 never lead from 1 to 3 | to count up, give a step above 0"),
    ("range", ["1", "3", "0"], "`range` wants a step that leads on, not 0"),
    ("range", ["1", "inf"], "`range` wants a finite number, not inf"),
    ("range", ["nan", "2"], "`range` wants a finite number, not nan"),
    ("range", ["1", "2", "[1]"], "`range` wants a number: `[1]` is a vector of 1"),
    ("zeros", ["-3"], "`zeros` wants a whole number from 0 up, not -3"),
    ("zeros", ["2", "1.5"], "`zeros` wants a whole number from 0 up, not 1.5"),
    ("ones", ["inf"], "`ones` wants a whole number from 0 up, not inf"),
    ("eye", ["nan"], "`eye` wants a whole number from 0 up, not nan"),
    ("eye", ["[1, 2]"], "`eye` wants a number: `[1, 2]` is a vector of 2"),
    ("linspace", ["0", "1", "2.5"], "`linspace` wants a whole number from 0 up, not 2.5"),
  ])
  func table(_ name: String, _ arguments: [String], _ expected: String) throws {
    let function = try #require(BuiltIn(named: name))
    let values = try arguments.map { try Value($0) }
    #expect(outcome(arguments) { () throws(EngineFault) in try function.apply(values, within: .ample) } == expected)
  }

  /// Steps like 0.1 that binary numbers miss: the last is `b` itself, the others a + i·step.
  @Test(arguments: [
    (0, 1, 0.1, 11), (-1, 1, 0.1, 21), (0.1, 0.7, 0.1, 7), (0, 6.3, 0.1, 64), (5, 4, -0.2, 6),
    (0, 1000, 0.01, 100_001),
  ])
  func decimalSteps(_ a: Double, _ b: Double, _ step: Double, _ count: Int) throws {
    let arguments = [a, b, step].map(Value.number)
    let range = try BuiltIn.construction(.range).apply(arguments, within: .ample).elements
    #expect(range.count == count)
    #expect(range.last == b)
    #expect(range.indices.dropLast().allSatisfy { range[$0] == a + Double($0) * step })
  }
}
