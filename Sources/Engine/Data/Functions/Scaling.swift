import Kernels

extension DataSet {
  /// The set with each input column moved and scaled by the figures of the same column in `model`, its own where that is
  /// nil. Targets stay. A column that is the same throughout the model is moved to 0 and not scaled.
  package func scaled(
    _ method: ScalingMethod, by model: DataSet? = nil, within budget: Budget
  ) throws(EngineFault) -> DataSet {
    let model = model ?? self
    guard model.inputs.columns == inputs.columns else {
      throw .data(.function(.scaling(method), .inputCounts(inputs.columns, by: model.inputs.columns)))
    }
    var draft = try Draft(rows: size, columns: inputs.columns, within: budget)
    let numbers = inputs.elements
    for column in 0..<inputs.columns {
      let scale = try ColumnScale(method, model.inputs, column: column, within: budget)
      for row in 0..<size {
        let number = scale(numbers[row * inputs.columns + column])
        guard number.isFinite else { throw .data(.function(.scaling(method), .unscalable(column: inputNames[column]))) }
        draft[row, column] = number
      }
      try budget.checkDeadline()
    }
    return with(inputs: draft.matrix(), targets: targets)
  }
}

/// What is taken off a column's numbers, and by what they are divided then.
private struct ColumnScale {
  /// A power of two by which numbers are multiplied first, which loses nothing: it keeps squares of numbers that are very
  /// large or very small within range.
  private let unit: Double
  private let offset: Double
  private let divisor: Double

  init(_ method: ScalingMethod, _ matrix: Matrix, column: Int, within budget: Budget) throws(EngineFault) {
    let loan = try Loan(matrix.rows * 16, from: budget)
    let elements = matrix.elements
    let raw = (0..<matrix.rows).map { elements[$0 * matrix.columns + column] }
    let (least, greatest) = (Reduction.least(raw.span), Reduction.greatest(raw.span))
    guard least != greatest else {
      // Not by the mean, whose rounding would be left over and divided by itself.
      (unit, offset, divisor) = (1, least, 1)
      return
    }
    let size = max(least.magnitude, greatest.magnitude)
    let unit =
      size > 0x1p400 || size < 0x1p-400 ? Double(sign: .plus, exponent: min(1000, -size.exponent), significand: 1) : 1
    switch method {
    case .standardize:
      let numbers = raw.map { $0 * unit }
      let mean = Reduction.sum(numbers.span) / Double(numbers.count)
      let variance = Reduction.sumOfSquares(numbers.span, around: mean) / Double(numbers.count)
      (self.unit, offset, divisor) = (unit, mean, variance.squareRoot())
    case .minmax:
      (self.unit, offset, divisor) = (unit, least * unit, greatest * unit - least * unit)
    }
    _ = consume loan
  }

  func callAsFunction(_ number: Double) -> Double {
    (number * unit - offset) / divisor
  }
}
