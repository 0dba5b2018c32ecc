/// One sample that is written out in a note: `5.1, 3.5 -> setosa`.
package struct LiteralRow: Sendable, Hashable {
  package let inputs: [Double]
  package let target: Target

  package init(inputs: [Double], target: Target) {
    self.inputs = inputs
    self.target = target
  }

  /// What stands after the arrow.
  package enum Target: Sendable, Hashable {
    case numbers([Double])
    case className(String)
  }
}

extension DataSet {
  /// Samples that are written out, under a header that names the columns. In it a range (`p0..p3`) counts; inputs must be
  /// named.
  package init(
    rows: [LiteralRow], _ selection: ColumnSelection, name: String, within budget: Budget
  ) throws(EngineFault) {
    let names = try HeaderNames(selection, within: budget)
    guard let first = rows.first else { throw .data(.rows(.none)) }
    var isNamed = false
    if case .className = first.target { isNamed = true }
    let hasClasses = !names.targets.isEmpty && (isNamed || selection.classes == true)
    if hasClasses, names.targets.count > 1 { throw .data(.columns(.classAmongTargets(names.targets[0]))) }
    var assembly = try Assembly(
      rows: rows.count, inputs: names.inputs.count, targets: names.targets.count, hasClasses: hasClasses,
      within: budget)
    for (row, entries) in rows.enumerated() {
      try assembly.put(entries, row: row, names, hasClasses: hasClasses, isNamed: isNamed)
    }
    self = try assembly.finish(inputNames: names.inputs, targetNames: names.targets, origin: name)
  }
}

extension Assembly {
  fileprivate mutating func put(
    _ entries: LiteralRow, row: Int, _ names: HeaderNames, hasClasses: Bool, isNamed: Bool
  ) throws(EngineFault) {
    guard entries.inputs.count == names.inputs.count else {
      throw .data(.rows(.inputEntries(row: row + 1, given: entries.inputs.count, named: names.inputs.count)))
    }
    for (column, number) in entries.inputs.enumerated() {
      guard number.isFinite else {
        throw .data(.rows(.unusableEntry(row: row + 1, column: names.inputs[column], number)))
      }
      inputs[row, column] = number
    }
    switch entries.target {
    case .className(let name):
      guard names.targets.count == 1 else {
        throw .data(.rows(.targetEntries(row: row + 1, given: 1, named: names.targets.count)))
      }
      guard isNamed else { throw .data(.rows(.mixedTargets(row: row + 1, isClass: true))) }
      try setClass(ofRow: row, name)
    case .numbers(let numbers):
      guard numbers.count == names.targets.count else {
        throw .data(.rows(.targetEntries(row: row + 1, given: numbers.count, named: names.targets.count)))
      }
      guard !isNamed else { throw .data(.rows(.mixedTargets(row: row + 1, isClass: false))) }
      for (column, number) in numbers.enumerated() {
        guard number.isFinite else {
          throw .data(.rows(.unusableEntry(row: row + 1, column: names.targets[column], number)))
        }
        if hasClasses { try setClass(ofRow: row, number) } else { targets[row, column] = number }
      }
    }
  }
}

/// The columns that the header of rows names, ranges written out.
private struct HeaderNames {
  private(set) var inputs: [String] = []
  private(set) var targets: [String] = []

  init(_ selection: ColumnSelection, within budget: Budget) throws(EngineFault) {
    guard let listed = selection.inputs, !listed.isEmpty else { throw .data(.columns(.noInputNames)) }
    inputs = try Self.spelledOut(listed, within: budget)
    targets = try Self.spelledOut(selection.targets, within: budget)
    var known: Set<String> = []
    for name in inputs + targets where !known.insert(name).inserted { throw .data(.columns(.twice(name))) }
  }

  private static func spelledOut(
    _ list: [ColumnSelection.Columns], within budget: Budget
  ) throws(EngineFault) -> [String] {
    var names: [String] = []
    for columns in list {
      switch columns {
      case .named(let name): names.append(name)
      case .range(let first, let last):
        let count = try CountedName(from: first, through: last)
        let loan = try Loan(count.numbers.count * 160, from: budget)
        names += count.names
        _ = consume loan
      }
    }
    return names
  }
}

/// `p0..p63`: a stem and numbers that count.
private struct CountedName {
  let stem: Substring
  let numbers: ClosedRange<Int>

  init(from first: String, through last: String) throws(EngineFault) {
    guard let (stem, start) = Self.parts(first), let (otherStem, end) = Self.parts(last), stem == otherStem else {
      throw .data(.columns(.uncountableRange(from: first, through: last)))
    }
    guard start <= end else { throw .data(.columns(.backwardRange(from: first, through: last))) }
    (self.stem, numbers) = (stem, start...end)
  }

  var names: [String] { numbers.map { "\(stem)\($0)" } }

  /// The letters and the number at the end, which has no needless 0 and can be counted to.
  private static func parts(_ name: String) -> (stem: Substring, number: Int)? {
    let digits = name.reversed().prefix { ("0"..."9").contains($0) }.count
    guard (1...15).contains(digits), let number = Int(name.suffix(digits)), "\(number)".count == digits else {
      return nil
    }
    return (name.dropLast(digits), number)
  }
}
