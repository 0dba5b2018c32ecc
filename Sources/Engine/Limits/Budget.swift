import Synchronization

/// What a note may use: bytes held at one time, and time. Memory is charged before it is allocated; time is a deadline
/// that is read now and then, and a bound on computed costs that refuses the hopeless before it begins.
package final class Budget: Sendable {
  /// Bytes that may be in use at one time.
  package let memory: Int
  private let inUse = Atomic<Int>(0)
  private let deadline: UInt64
  private let clock: @Sendable () -> UInt64
  /// Multiplications that no machine does before the deadline.
  private let hopeless: Double

  /// Multiplications in a nanosecond that are out of reach: several cores at the peak of their vector units.
  private static let unreachableRate = 100.0

  /// `memory` is in bytes, `deadline` the nanosecond of `clock` at which all must be done.
  package init(memory: Int, deadline: UInt64, clock: @escaping @Sendable () -> UInt64) {
    self.memory = memory
    self.deadline = deadline
    self.clock = clock
    let now = clock()
    hopeless = deadline > now ? Double(deadline - now) * Self.unreachableRate : 0
  }

  /// The bytes in use.
  package var used: Int { inUse.load(ordering: .relaxed) }

  /// Takes `bytes` from the budget, or throws `.memory` and takes nothing.
  package func charge(_ bytes: Int) throws(EngineFault) {
    precondition(bytes >= 0, "a charge below 0")
    guard take(bytes) else { throw .memory(bytes: Double(bytes), of: nil, used: used, limit: memory) }
  }

  /// Takes the bytes of texts, whose number may be past counting; what is written is not given back.
  package func charge(output bytes: Double) throws(EngineFault) {
    guard bytes < 0x1p62, take(Int(bytes)) else {
      throw .memory(bytes: bytes, of: nil, used: used, limit: memory)
    }
  }

  /// Gives back what was charged.
  package func refund(_ bytes: Int) {
    inUse.subtract(bytes, ordering: .relaxed)
  }

  /// Throws `.time` past the deadline; else the nanosecond that the clock shows.
  @discardableResult
  package func checkDeadline() throws(EngineFault) -> UInt64 {
    let now = clock()
    if now >= deadline { throw .time }
    return now
  }

  /// Whether the deadline is past.
  package var isOver: Bool { clock() >= deadline }

  /// Throws where so many multiplications cannot be done before the deadline on any machine.
  package func charge(cost multiplications: Double) throws(EngineFault) {
    if multiplications > hopeless { throw .cost(multiplications: multiplications) }
    try checkDeadline()
  }

  /// Charges for the numbers of an array; the bytes taken.
  func charge(for extent: Extent) throws(EngineFault) -> Int {
    // In floating point, where nothing overflows; what is past `Int` is past any limit.
    guard extent.bytes < 0x1p62, take(Int(extent.bytes) + Extent.overhead) else {
      throw .memory(bytes: extent.bytes, of: extent, used: used, limit: memory)
    }
    return Int(extent.bytes) + Extent.overhead
  }

  /// The shape of an array that was asked for, once it is sure that it is small enough to be counted.
  func shape(of extent: Extent) throws(EngineFault) -> Shape {
    guard extent.bytes < 0x1p62 else { throw .memory(bytes: extent.bytes, of: extent, used: used, limit: memory) }
    return extent.columns.map { .matrix(rows: Int(extent.rows), columns: Int($0)) } ?? .vector(Int(extent.rows))
  }

  private func take(_ bytes: Int) -> Bool {
    var current = inUse.load(ordering: .relaxed)
    while bytes <= memory - current {
      let outcome = inUse.compareExchange(expected: current, desired: current + bytes, ordering: .relaxed)
      if outcome.exchanged { return true }
      current = outcome.original
    }
    return false
  }
}
