import Testing

@testable import Engine

/// Metrics, held against figures of scikit-learn 1.x where it has them and against counts by hand elsewhere.
struct MetricTests {
  private func matrix(_ text: String) throws -> Matrix {
    let value = try Value(text)
    guard case .matrix(let matrix) = value else { throw NotANumber() }
    return matrix
  }

  private func column(_ numbers: [Double]) throws -> Matrix {
    try Matrix(numbers, rows: numbers.count, columns: 1, within: .ample)
  }

  /// One row a sample, 1 in the column of its class.
  private func oneHot(_ classes: [Int], _ count: Int) throws -> Matrix {
    try Matrix(
      classes.flatMap { group in (0..<count).map { $0 == group ? 1 : 0 } }, rows: classes.count, columns: count,
      within: .ample)
  }

  private func figures(_ y: Matrix, _ t: Matrix) throws -> [Double] {
    try [Metric.accuracy, .precision, .recall, .f1].map { try $0.apply(y, t, within: .ample) }
  }

  private func isClose(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 1e-15 * 4 }
  }

  private static let actual = [3, 2, 2, 1, 1, 0, 0, 0, 0, 3, 2, 3, 2, 2, 3, 2, 2, 2, 2, 3, 1, 3, 2, 0, 1]
  private static let predicted = [3, 0, 2, 2, 1, 0, 0, 0, 0, 2, 2, 2, 2, 3, 1, 1, 3, 1, 2, 3, 2, 3, 2, 0, 3]

  @Test func fourClasses() throws {
    let (t, y) = (try oneHot(Self.actual, 4), try oneHot(Self.predicted, 4))
    #expect(isClose(try figures(y, t), [0.56, 0.5347222222222223, 0.5625, 0.5463516746411483]))
    let confusion = try Confusion(y, t, within: .ample)
    #expect(confusion.counts == [5, 0, 0, 0, 0, 1, 2, 1, 1, 2, 5, 2, 0, 1, 2, 3])
    #expect((0..<4).map(confusion.actualCount) == [5, 4, 10, 6])
    #expect((0..<4).map(confusion.predictedCount) == [6, 4, 9, 6])
    #expect(confusion.sampleCount == 25)
    #expect(isClose((0..<4).compactMap(confusion.precision(of:)), [0.8333333333333334, 0.25, 0.5555555555555556, 0.5]))
    #expect(isClose((0..<4).compactMap(confusion.recall(of:)), [1, 0.25, 0.5, 0.5]))
    #expect(isClose((0..<4).compactMap(confusion.f1(of:)), [0.9090909090909091, 0.25, 0.5263157894736842, 0.5]))
  }

  @Test func oneOutput() throws {
    let t: [Double] = [0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0]
    let y = [
      0.24, 0.62, 0.05, 0.35, 0.68, 0.9, 0.12, 0.57, 0.72, 0.06, 0.88, 0.56, 0.76, 0.57, 0.8, 0.76, 0.87, 0.6, 1.0,
      0.28,
    ]
    #expect(
      isClose(try figures(column(y), column(t)), [0.8, 0.7142857142857143, 1.0, 0.8333333333333334]))
    let confusion = try Confusion(column(y), column(t), within: .ample)
    #expect(confusion.counts == [6, 4, 0, 10])
    #expect(confusion.isBinary)
  }

  /// Class 2 is never predicted, class 3 does not occur at all.
  @Test func absentClasses() throws {
    let (t, y) = (try oneHot([0, 0, 1, 1, 2, 0], 4), try oneHot([0, 1, 1, 1, 0, 0], 4))
    let confusion = try Confusion(y, t, within: .ample)
    #expect(
      isClose(
        [confusion.precision, confusion.recall, confusion.f1],
        [0.4444444444444444, 0.5555555555555555, 0.48888888888888893]))
    #expect((0..<4).map { confusion.precision(of: $0) == nil } == [false, false, true, true])
    #expect((0..<4).map { confusion.recall(of: $0) == nil } == [false, false, false, true])
    #expect((0..<4).map { confusion.f1(of: $0) == nil } == [false, false, false, true])
  }

  @Test(
    arguments: [
      // From 0.5 up it is 1.
      ("[0.5; 0.49999; 1; 0]", "[1; 0; 1; 0]", [1.0, 1, 1, 1]),
      // Of equally large outputs the first one counts.
      ("[1, 1; 0, 0]", "[1, 0; 0, 1]", [0.5, 0.25, 0.5, 1.0 / 3]),
      // The classes of the hinge loss.
      ("[2; -3; 0.2]", "[1; -1; 1]", [2.0 / 3, 1, 0.5, 2.0 / 3]),
      // Nothing is predicted as 1, nothing is 1.
      ("[0; 0]", "[1; 1]", [0, 0, 0, 0]), ("[0; 0]", "[0; 0]", [1, 0, 0, 0]), ("[1; 1]", "[0; 0]", [0, 0, 0, 0]),
      // What diverged is not right by chance.
      ("[nan; 1]", "[0; 1]", [0.5, 1, 1, 1]), ("[nan, 0; 0, 1]", "[1, 0; 0, 1]", [0.5, 0.5, 0.5, 0.5]),
      ("[inf, 0; 0, 1]", "[1, 0; 0, 1]", [1, 1, 1, 1]),
      // Targets need not be whole.
      ("[0.2, 0.7; 0.9, 0]", "[0.4, 0.6; 0.8, 0.2]", [1, 1, 1, 1]),
    ] as [(String, String, [Double])])
  func decisions(_ y: String, _ t: String, _ expected: [Double]) throws {
    #expect(isClose(try figures(matrix(y), matrix(t)), expected))
  }

  @Test func undecided() throws {
    let confusion = try Confusion(matrix("[nan, 0; 0, 1]"), matrix("[1, 0; 0, 1]"), within: .ample)
    #expect(confusion.counts == [0, 0, 0, 1])
    #expect(confusion.undecided == [1, 0])
    #expect(confusion.sampleCount == 2)
    #expect(confusion.recall(of: 0) == 0)
  }

  @Test(
    arguments: [
      ("[2.5, 0; 0, 2; 2, 8; 7, 3]", "[3, -0.5; -0.5, 2; 2, 7; 7, 3]", 0.9700214132762313),
      ("[2.5; 0; 2; 7]", "[3; -0.5; 2; 7]", 0.9828693790149893),
      ("[1; 1]", "[1; 1]", 1), ("[1; 2]", "[1; 1]", 0), ("[1, 1; 2, 2; 1, 3.5]", "[1, 1; 1, 2; 1, 3]", 0.4375),
      ("[2; 2; 2]", "[1; 2; 3]", 0), ("[3; 2; 1]", "[1; 2; 3]", -3),
    ] as [(String, String, Double)])
  func determination(_ y: String, _ t: String, _ expected: Double) throws {
    #expect(isClose([try Metric.r2.apply(matrix(y), matrix(t), within: .ample)], [expected]))
  }

  @Test(arguments: [
    (Metric.accuracy, "[1; 2]", "[1; 2; 3]", "predictions and targets must have one shape: they are 2×1 and 3×1"),
    (.r2, "[1, 2]", "[1]", "predictions and targets must have one shape: they are 1×2 and 1×1"),
    (.f1, "[1; 0]", "[0; 0.37]", "classes are counted where the target is 0 or 1: that of sample 2 is 0.37"),
    (.accuracy, "[1]", "[2]", "classes are counted where the target is 0 or 1: that of sample 1 is 2"),
  ])
  func faults(_ metric: Metric, _ y: String, _ t: String, _ expected: String) throws {
    func asMatrix(_ text: String) throws -> Matrix {
      let value = try Value(text)
      let (rows, columns) =
        switch value.shape {
        case .matrix(let rows, let columns): (rows, columns)
        case .vector, .number: (1, value.shape.count)
        }
      return try Matrix(value.elements, rows: rows, columns: columns, within: .ample)
    }
    let (predictions, targets) = (try asMatrix(y), try asMatrix(t))
    #expect(
      outcome { () throws(EngineFault) in .number(try metric.apply(predictions, targets, within: .ample)) } == expected)
  }

  @Test func nothing() throws {
    let none = try Matrix([], rows: 3, columns: 0, within: .ample)
    for metric in Metric.allCases {
      #expect(
        outcome { () throws(EngineFault) in .number(try metric.apply(none, none, within: .ample)) }
          == "there is no target to measure predictions by")
    }
  }
}
