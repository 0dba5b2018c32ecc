import Testing

@testable import Engine

struct OperatorLawTests {
  private let budget = Budget.ample

  /// What each operator makes of two numbers, said once more and without Kernels.
  private func plain(_ operation: BinaryOperation, _ a: Double, _ b: Double) -> Double? {
    switch operation {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .less: a < b ? 1 : 0
    case .lessOrEqual: a <= b ? 1 : 0
    case .greater: a > b ? 1 : 0
    case .greaterOrEqual: a >= b ? 1 : 0
    case .equal: a == b ? 1 : 0
    case .notEqual: a != b ? 1 : 0
    case .and: a != 0 && b != 0 ? 1 : 0
    case .or: a != 0 || b != 0 ? 1 : 0
    case .power, .product: nil
    }
  }

  private static let figures: [Double] = [
    0, -0.0, 1, -1, 0.1, -2.5, 3, .infinity, -.infinity, .nan, 1e308, -0x1p-1060, .leastNonzeroMagnitude,
  ]

  @Test(arguments: BinaryOperation.allCases) func numbers(_ operation: BinaryOperation) throws {
    for a in Self.figures {
      for b in Self.figures {
        let result = try operation.apply(.number(a), .number(b), within: budget)
        guard let expected = plain(operation, a, b) else { continue }
        #expect(result.text == expected.text, "\(a) \(operation.rawValue) \(b)")
      }
    }
  }

  /// A number over an array, and a vector over the rows of a matrix, give what each pair of numbers gives alone.
  @Test(arguments: BinaryOperation.allCases.filter { $0 != .product })
  func broadcasting(_ operation: BinaryOperation) throws {
    let number = Value.number(1.5)
    let row = try Value.vector(Vector(Self.figures, within: budget))
    let reversed = Array(Self.figures.reversed())
    let matrix = try Value.matrix(
      Matrix(reversed + Self.figures + reversed, rows: 3, columns: reversed.count, within: budget))
    let values = [number, row, matrix]
    for left in values {
      for right in values {
        let result = try operation.apply(left, right, within: budget)
        let (a, b) = (left.elements, right.elements)
        for (place, actual) in result.elements.enumerated() {
          let pair = (Value.number(a[place % a.count]), Value.number(b[place % b.count]))
          let expected = try operation.apply(pair.0, pair.1, within: budget)
          #expect(actual.text == expected.text, "\(pair.0.text) \(operation.rawValue) \(pair.1.text)")
        }
        #expect(result.shape.count == max(a.count, b.count))
      }
    }
  }

  /// Long enough for several stretches between two looks at the clock, and not a multiple of one.
  @Test func longArrays() throws {
    let count = 2 * Pace.usual + 3
    let x = try Value.vector(Vector((0..<count).map(Double.init), within: budget))
    #expect(try BinaryOperation.multiply.apply(x, x, within: budget).elements == x.elements.map { $0 * $0 })
    #expect(try x.negated(within: budget).elements == x.elements.map { -$0 })
    let one = try Value("[1]")
    let column = try Value.matrix(Matrix(x.elements, rows: count, columns: 1, within: budget))
    #expect(try BinaryOperation.add.apply(column, one, within: budget).elements == x.elements.map { $0 + 1 })
  }

  @Test func squaresAreProducts() throws {
    let figures = (1...500).map { 1 / Double($0) + Double($0) } + Self.figures
    let x = try Value.vector(Vector(figures, within: budget))
    let product = try BinaryOperation.multiply.apply(x, x, within: budget).text
    #expect(try BinaryOperation.power.apply(x, .number(2), within: budget).text == product)
    let twos = try Value.vector(Vector([Double](repeating: 2, count: figures.count), within: budget))
    #expect(try BinaryOperation.power.apply(x, twos, within: budget).text == product)
  }

  @Test(arguments: [
    ("2", "10", "1024"), ("2", "-1", "0.5"), ("4", "0.5", "2"), ("-8", "3", "-512"), ("-8", "0.5", "nan"),
    ("0", "0", "1"), ("0", "-1", "inf"), ("nan", "0", "1"), ("inf", "-1", "0"), ("[2, 3]", "[3, 2]", "[8, 9]"),
    ("2", "[0, 1; 2, 3]", "[1, 2; 4, 8]"), ("[1, 2; 3, 4]", "[2, 1]", "[1, 2; 9, 4]"),
  ])
  func powers(_ base: String, _ exponent: String, _ expected: String) throws {
    #expect(try BinaryOperation.power.apply(Value(base), Value(exponent), within: budget).text == expected)
  }

  /// Every element of a product is one chain of fused multiply-adds from +0.
  @Test func productsAreChains() throws {
    let a = (0..<35).map { 1 / Double($0 + 3) - 0.1 }
    let b = (0..<28).map { Double($0 * $0).squareRoot() / 7 - 0.3 }
    let left = try Value.matrix(Matrix(a, rows: 5, columns: 7, within: budget))
    let right = try Value.matrix(Matrix(b, rows: 7, columns: 4, within: budget))
    let product = try BinaryOperation.product.apply(left, right, within: budget)
    for row in 0..<5 {
      for column in 0..<4 {
        let chain = (0..<7).reduce(0.0) { $0.addingProduct(a[row * 7 + $1], b[$1 * 4 + column]) }
        #expect(product.elements[row * 4 + column] == chain)
        // The same numbers as vectors.
        let x = try left.at([.at(.number(Double(row + 1))), .all], within: budget)
        let y = try right.at([.all, .at(.number(Double(column + 1)))], within: budget)
        #expect(try BinaryOperation.product.apply(x, y, within: budget).elements == [chain])
        #expect(try BuiltIn.algebra(.dot).apply([x, y], within: budget).elements == [chain])
        #expect(try BinaryOperation.product.apply(left, y, within: budget).elements[row] == chain)
        #expect(try BinaryOperation.product.apply(x, right, within: budget).elements[column] == chain)
      }
    }
    // (A·B)' == B'·A' to the last bit, since each chain runs over the same pairs.
    let turned = try product.transposed(within: budget)
    let product2 = try BinaryOperation.product.apply(
      right.transposed(within: budget), left.transposed(within: budget), within: budget)
    #expect(turned.text == product2.text)
  }

  @Test func outerProducts() throws {
    let x = try Value("[1, -2, 0.1]")
    let y = try Value("[3, 0]")
    let expected = "[3, 0; -6, 0; 0.30000000000000004, 0]"
    #expect(try BuiltIn.algebra(.outer).apply([x, y], within: budget).text == expected)
    let row = try y.transposed(within: budget)
    #expect(try BinaryOperation.product.apply(x, row, within: budget).text == expected)
  }

  @Test(arguments: [
    ("3", "3"), ("[1, 2, 3]", "[1, 2, 3;]"), ("[1, 2, 3;]", "[1; 2; 3]"), ("[1; 2; 3]", "[1, 2, 3;]"),
    ("[1, 2, 3; 4, 5, 6]", "[1, 4; 2, 5; 3, 6]"),
  ])
  func transposes(_ value: String, _ expected: String) throws {
    #expect(try Value(value).transposed(within: budget).text == expected)
    #expect(try BuiltIn.algebra(.transpose).apply([Value(value)], within: budget).text == expected)
  }

  @Test func negation() throws {
    #expect(try Value("[1, -2; 0, inf]").negated(within: budget).text == "[-1, 2; -0, -inf]")
    #expect(try Value("5").negated(within: budget).text == "-5")
    #expect(try Value("[1, 0, -0.5]").inverted(within: budget).text == "[0, 1, 0]")
    #expect(try Value("0").inverted(within: budget).text == "1")
  }

  @Test func arraysOfNothing() throws {
    let none = try Value("[]")
    let rows = try BuiltIn.construction(.zeros).apply([.number(0), .number(3)], within: budget)
    let columns = try BuiltIn.construction(.zeros).apply([.number(2), .number(0)], within: budget)
    #expect(try BinaryOperation.add.apply(none, .number(1), within: budget).shape == .vector(0))
    #expect(try BinaryOperation.product.apply(none, none, within: budget).text == "0")
    #expect(
      try BinaryOperation.add.apply(rows, Value("[1, 2, 3]"), within: budget).shape == .matrix(rows: 0, columns: 3))
    #expect(try BinaryOperation.add.apply(columns, none, within: budget).shape == .matrix(rows: 2, columns: 0))
    #expect(try BinaryOperation.product.apply(columns, none, within: budget).text == "[0, 0]")
    #expect(try BinaryOperation.product.apply(columns, rows, within: budget).text == "[0, 0, 0; 0, 0, 0]")
    #expect(try BinaryOperation.product.apply(rows, Value("[1, 2, 3]"), within: budget).shape == .vector(0))
    #expect(try rows.transposed(within: budget).shape == .matrix(rows: 3, columns: 0))
    #expect(try none.negated(within: budget).shape == .vector(0))
    #expect(none.holds)
  }

  @Test(arguments: [
    ("1", true), ("0", false), ("-0", false), ("nan", false), ("inf", true), ("[1, 2]", true), ("[1, 0]", false),
    ("[1, 1; 1, nan]", false),
  ])
  func holding(_ value: String, _ holds: Bool) throws {
    #expect(try Value(value).holds == holds)
  }
}
