extension Construction {
  func apply(_ arguments: [Value], within budget: Budget) throws(EngineFault) -> Value {
    switch self {
    case .zeros:
      let shape = try shape(arguments, within: budget)
      return shape.value(try Storage(shape, within: budget) { _, _ in })
    case .ones:
      let shape = try shape(arguments, within: budget)
      return shape.value(try Storage(shape, within: budget) { _ -> Double in 1 })
    case .eye:
      let n = try count(arguments, 0)
      let shape = try budget.shape(of: Extent(rows: n, columns: n))
      let stride = Int(n) + 1
      return shape.value(try Storage(shape, within: budget) { $0 % stride == 0 ? 1 : 0 })
    case .linspace:
      return try linspace(arguments, within: budget)
    case .range:
      return try range(arguments, within: budget)
    }
  }

  /// The shape of `zeros(n)`, `zeros(rows, columns)`.
  private func shape(_ arguments: [Value], within budget: Budget) throws(EngineFault) -> Shape {
    let rows = try count(arguments, 0)
    return try budget.shape(of: Extent(rows: rows, columns: arguments.count > 1 ? try count(arguments, 1) : nil))
  }

  private func linspace(_ arguments: [Value], within budget: Budget) throws(EngineFault) -> Value {
    let (a, b, n) = (try finite(arguments, 0), try finite(arguments, 1), try count(arguments, 2))
    let last = n - 1
    let row = Progression(from: a, to: b, step: last > 0 ? Self.quotient(from: a, to: b, by: last) : 0)
    return try row.value(last: last, endsAt: n > 1 ? b : nil, within: budget)
  }

  private func range(_ arguments: [Value], within budget: Budget) throws(EngineFault) -> Value {
    let (a, b) = (try finite(arguments, 0), try finite(arguments, 1))
    let step = arguments.count > 2 ? try finite(arguments, 2) : 1
    guard step != 0 else { throw .figure(.construction(self), position: 2, wants: .nonzero, got: step) }
    let steps = Self.quotient(from: a, to: b, by: step)
    guard steps >= 0 else { throw .endlessRange(from: a, through: b, step: step) }
    // A step like 0.1 is not quite what it says, so `b` counts as met within the rounding errors of all three figures.
    let slack = min(
      4 * Double.ulpOfOne * (1 + steps + a.magnitude / step.magnitude + b.magnitude / step.magnitude), 0.25)
    let nearest = steps.rounded()
    let meets = (steps - nearest).magnitude <= slack
    let row = Progression(from: a, to: b, step: step)
    return try row.value(last: meets ? nearest : steps.rounded(.down), endsAt: meets ? b : nil, within: budget)
  }

  /// (b − a) / divisor, also where the distance of the ends overflows.
  private static func quotient(from a: Double, to b: Double, by divisor: Double) -> Double {
    (b - a).isFinite ? (b - a) / divisor : b / divisor - a / divisor
  }

  private func finite(_ arguments: [Value], _ position: Int) throws(EngineFault) -> Double {
    let figure = try BuiltIn.construction(self).figure(arguments[position], at: position)
    guard figure.isFinite else {
      throw .figure(.construction(self), position: position, wants: .finite, got: figure)
    }
    return figure
  }

  /// A whole number from 0 up, however large.
  private func count(_ arguments: [Value], _ position: Int) throws(EngineFault) -> Double {
    let figure = try BuiltIn.construction(self).figure(arguments[position], at: position)
    guard figure >= 0, figure.isFinite, figure == figure.rounded() else {
      throw .figure(.construction(self), position: position, wants: .count, got: figure)
    }
    return figure
  }
}

/// Numbers at equal distances: a, a + step, a + 2·step …
private struct Progression {
  private let start: Double
  private let step: Double
  /// Whether a multiple of the step may overflow though what it leads to does not.
  private let isWide: Bool

  init(from a: Double, to b: Double, step: Double) {
    (start, self.step, isWide) = (a, step, !(b - a).isFinite)
  }

  /// The numbers from the start to the one of index `last`, which is `end` itself where there is one.
  func value(last: Double, endsAt end: Double?, within budget: Budget) throws(EngineFault) -> Value {
    let shape = try budget.shape(of: Extent(rows: last + 1, columns: nil))
    return shape.value(
      try Storage(shape, within: budget) { place in
        let i = Double(place)
        if let end, i == last { return end }
        return isWide ? start.addingProduct(i, step) : start + i * step
      })
  }
}

extension BuiltIn {
  /// An argument that must be one number.
  func figure(_ value: Value, at position: Int) throws(EngineFault) -> Double {
    guard case .number(let number) = value else {
      throw .argument(self, position: position, wants: .number, got: value.shape)
    }
    return number
  }
}
