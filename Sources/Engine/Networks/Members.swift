/// The members of a network: parameters; what the last update found; figures.
extension Network {
  private enum Figure: String, CaseIterable {
    case history, loss, val, layers, parameters
  }

  private enum Field: String, CaseIterable {
    case z, a, δ
  }

  private enum Member {
    case parameter(Layout.Array)
    case gradient(Layout.Array)
    case field(Field, layer: Int)
    case figure(Figure)
  }

  /// The names of all members, in order: parameters, then what an update leaves, then figures.
  package var memberNames: [String] {
    let names = layout.arrays.map(\.name)
    let fields = (1...layerCount).flatMap { number in Field.allCases.map { "\($0.rawValue)\(number)" } }
    return names + names.map { "d\($0)" } + fields + Figure.allCases.map(\.rawValue)
  }

  private func found(_ name: String) -> Member? {
    if let figure = Figure(rawValue: name) { return .figure(figure) }
    if let array = layout.array(named: name) { return .parameter(array) }
    if name.first == "d", let array = layout.array(named: String(name.dropFirst())) { return .gradient(array) }
    for field in Field.allCases {
      for prefix in [field.rawValue, Layout.spelledOut(field.rawValue)] where name.hasPrefix(prefix) {
        let digits = name.dropFirst(prefix.count)
        if let number = Int(digits), (1...layerCount).contains(number), String(number) == digits {
          return .field(field, layer: number - 1)
        }
      }
    }
    return nil
  }

  /// `mlp.W1`, `mlp.δ1` (`delta1`), `mlp.history`, …
  package func member(_ name: String, within budget: Budget) throws(EngineFault) -> Value {
    guard let member = found(name) else {
      throw .network(.unknownMember(network: self.name, member: name, members: memberNames))
    }
    switch member {
    case .parameter(let array): return try value(array, of: parameters, within: budget)
    case .figure(.layers): return .number(Double(layerCount))
    case .figure(.parameters): return .number(Double(parameterCount))
    case .gradient, .field, .figure(.history), .figure(.loss), .figure(.val): break
    }
    guard let past else { throw .network(.notYet(network: self.name, member: name)) }
    switch member {
    case .gradient(let array): return try value(array, of: past.gradient, within: budget)
    case .field(let field, let layer):
      let fields = past.layers[layout.dense[layer]]
      let elements =
        switch field {
        case .z: fields.z
        case .a: fields.a
        case .δ: fields.δ
        }
      return try rows(elements, samples: past.samples, within: budget)
    case .figure(.history): return .vector(try Vector(past.history, within: budget))
    case .figure(.val):
      guard !past.validation.isEmpty else { throw .network(.noValidation(network: self.name)) }
      return .vector(try Vector(past.validation, within: budget))
    case .figure(.loss), .figure(.layers), .figure(.parameters), .parameter:
      return .number(past.history.last ?? .nan)
    }
  }

  /// A vector for one sample, else one row a sample.
  private func rows(_ elements: [Double], samples: Int, within budget: Budget) throws(EngineFault) -> Value {
    samples == 1
      ? .vector(try Vector(elements, within: budget))
      : .matrix(try Matrix(elements, rows: samples, columns: elements.count / samples, within: budget))
  }

  func value(_ array: Layout.Array, of storage: [Double], at start: Int = 0, within budget: Budget)
    throws(EngineFault) -> Value
  {
    let storage = try Storage(array.shape, within: budget) {
      array.turned(storage, at: start + array.places.lowerBound)
    }
    return array.shape.value(storage)
  }

  /// `mlp.W1 = …`: a number fills it; a matrix of one row or column and the vector of its entries are interchangeable.
  package mutating func assign(_ value: Value, to member: String, within budget: Budget) throws(EngineFault) {
    guard let found = found(member) else {
      throw .network(.unknownMember(network: name, member: member, members: memberNames))
    }
    guard case .parameter(let array) = found else {
      throw .network(.memberIsComputed(network: name, member: member))
    }
    let elements: [Double]
    if case .number(let number) = value {
      elements = [Double](repeating: number, count: array.places.count)
    } else {
      guard Self.fits(value.shape, array.shape) else {
        throw .network(.memberShape(network: name, member: member, wants: array.shape, got: value.shape))
      }
      elements = value.elements
    }
    try own(within: budget)
    array.store(elements, into: &parameters)
  }

  private static func fits(_ got: Shape, _ wants: Shape) -> Bool {
    switch (got, wants) {
    case (.vector(let count), .matrix(let rows, let columns)), (.matrix(let rows, let columns), .vector(let count)):
      min(rows, columns) == 1 && count == rows * columns
    case (.number, _), (_, .number), (.vector, .vector), (.matrix, .matrix): got == wants
    }
  }

  /// Charges for parameters of its own where they are shared with another copy, before one of them is changed.
  mutating func own(within budget: Budget) throws(EngineFault) {
    if !isKnownUniquelyReferenced(&reservation) {
      reservation = try Reservation(8 * Double(layout.parameterCount + layout.runningCount), within: budget)
    }
  }
}
