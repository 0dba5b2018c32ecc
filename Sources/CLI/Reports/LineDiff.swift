/// The shortest way from one sequence of lines to another: E. W. Myers, "An O(ND) Difference Algorithm and Its
/// Variations", Algorithmica 1 (1986), the greedy form, after what both share at either end is taken off.
struct LineDiff {
  /// A stretch of the old lines that gives way to a stretch of the new ones; one of them may be empty, not both.
  struct Difference: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// How many differences are looked for before the whole middle counts as one. The trace that the way back is read from
  /// takes the square of it.
  private static let mostEdits = 1_000

  static func differences<Element: Hashable>(from old: [Element], to new: [Element]) -> [Difference] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var oldEnd = old.count
    var newEnd = new.count
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    guard oldEnd > start || newEnd > start else { return [] }
    let whole = Difference(old: start..<oldEnd, new: start..<newEnd)
    guard oldEnd > start, newEnd > start else { return [whole] }
    var numbers: [Element: Int] = [:]
    func number(_ line: Element) -> Int {
      let next = numbers.count
      return numbers[line, default: next, setting: next]
    }
    let trace = LineDiff(old: old[whole.old].map(number), new: new[whole.new].map(number))
    guard let differences = trace.differences() else { return [whole] }
    return differences.map {
      Difference(
        old: $0.old.lowerBound + start..<$0.old.upperBound + start,
        new: $0.new.lowerBound + start..<$0.new.upperBound + start)
    }
  }

  /// The lines as numbers, equal for equal lines.
  private let old: [Int]
  private let new: [Int]

  private init(old: [Int], new: [Int]) {
    self.old = old
    self.new = new
  }

  /// Nil where there are too many.
  private func differences() -> [Difference]? {
    // furthest[k + bound] is how far into the old lines diagonal k (old − new) has come.
    let bound = min(Self.mostEdits, old.count + new.count)
    var furthest = [Int](repeating: 0, count: 2 * bound + 2)
    /// What `furthest` was on diagonals −d…d before round d.
    var trace: [[Int]] = []
    for edits in 0...bound {
      trace.append(edits == 0 ? [0] : Array(furthest[(bound - edits)...(bound + edits)]))
      for k in stride(from: -edits, through: edits, by: 2) {
        var x: Int
        if k == -edits || (k != edits && furthest[bound + k - 1] < furthest[bound + k + 1]) {
          x = edits == 0 ? 0 : furthest[bound + k + 1]
        } else {
          x = furthest[bound + k - 1] + 1
        }
        while x < old.count, x - k < new.count, x - k >= 0, old[x] == new[x - k] { x += 1 }
        furthest[bound + k] = x
        if x >= old.count, x - k >= new.count { return wayBack(through: trace) }
      }
    }
    return nil
  }

  private func wayBack(through trace: [[Int]]) -> [Difference] {
    var differences: [Difference] = []
    var x = old.count
    var y = new.count
    for edits in stride(from: trace.count - 1, to: 0, by: -1) {
      func reached(_ k: Int) -> Int { trace[edits][k + edits] }
      let k = x - y
      let isInsertion = k == -edits || (k != edits && reached(k - 1) < reached(k + 1))
      let fromX = isInsertion ? reached(k + 1) : reached(k - 1)
      let fromY = fromX - (isInsertion ? k + 1 : k - 1)
      let step = Difference(
        old: fromX..<(isInsertion ? fromX : fromX + 1), new: fromY..<(isInsertion ? fromY + 1 : fromY))
      if let last = differences.last, last.old.lowerBound == step.old.upperBound,
        last.new.lowerBound == step.new.upperBound
      {
        differences[differences.count - 1] = Difference(
          old: step.old.lowerBound..<last.old.upperBound, new: step.new.lowerBound..<last.new.upperBound)
      } else {
        differences.append(step)
      }
      (x, y) = (fromX, fromY)
    }
    return differences.reversed()
  }
}

extension Dictionary {
  /// The value of a key, which is set first where there is none.
  fileprivate subscript(key: Key, default value: Value, setting new: Value) -> Value {
    mutating get {
      if let old = self[key] { return old }
      self[key] = new
      return new
    }
  }
}
