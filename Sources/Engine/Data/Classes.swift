/// The classes met while a column is read, numbered in the order of their appearance until all are known.
struct Classes {
  private var names: [String] = []
  private var codes: [String: Int] = [:]
  private var numberCodes: [Double: Int] = [:]

  /// The number of a class by its name.
  mutating func code(of name: String, within budget: Budget) throws(EngineFault) -> Int {
    if let code = codes[name] { return code }
    let code = try add(name, within: budget)
    codes[name] = code
    return code
  }

  /// The number of a class that is a number itself.
  mutating func code(of number: Double, within budget: Budget) throws(EngineFault) -> Int {
    if let code = numberCodes[number] { return code }
    let code = try add(Self.spelling(number), within: budget)
    numberCodes[number] = code
    return code
  }

  /// As many classes as this have at least as many samples: what their targets take is refused at once, so that the
  /// names, which are not charged yet, stay few.
  private mutating func add(_ name: String, within budget: Budget) throws(EngineFault) -> Int {
    names.append(name)
    let extent = Extent(.matrix(rows: names.count, columns: names.count))
    if extent.bytes > Double(budget.memory) {
      throw .memory(bytes: extent.bytes, of: extent, used: budget.used, limit: budget.memory)
    }
    return names.count - 1
  }

  /// The names in their final order, and the place that each class has in it. Names that are all numbers are sorted as
  /// such, and `1` and `1.0` are one class; others by their code points.
  func sorted() -> (names: [String], places: [Int]) {
    let numbers = names.compactMap { name in
      DecimalReading.value(of: name.utf8.span, in: 0..<name.utf8.count).flatMap { $0.isFinite ? $0 : nil }
    }
    if numbers.count == names.count {
      let distinct = numbers.sorted().reduce(into: [Double]()) { if $0.last != $1 { $0.append($1) } }
      let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
      return (distinct.map(Self.spelling), numbers.map { places[$0] ?? 0 })
    }
    let order = names.indices.sorted { names[$0].unicodeScalars.lexicographicallyPrecedes(names[$1].unicodeScalars) }
    var places = [Int](repeating: 0, count: names.count)
    for (place, code) in order.enumerated() { places[code] = place }
    return (order.map { names[$0] }, places)
  }

  /// `3` rather than `3.0`.
  private static func spelling(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
