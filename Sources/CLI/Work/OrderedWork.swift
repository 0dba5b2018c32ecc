/// Does numbered pieces of work on several threads and hands the results over in order, each as soon as all before it
/// are done. Nobody runs further ahead of the slowest than a fixed number of pieces, so a folder of any size takes
/// bounded memory.
final class OrderedWork<Result: Sendable>: Sendable {
  /// How many results may wait for the slowest piece.
  private static var window: Int { 256 }

  private struct State {
    var next = 0
    var delivered = 0
    var ready: [Int: Result] = [:]
    var isStopped = false
  }

  private let count: Int
  private let monitor = Monitor(State())
  private let deliver: @Sendable (Result) -> Bool

  /// `deliver` is called by one thread at a time; no more is begun or delivered once it has returned false.
  init(count: Int, deliver: @escaping @Sendable (Result) -> Bool) {
    self.count = count
    self.deliver = deliver
  }

  func run(threads: Int, _ work: @escaping @Sendable (Int) -> Result) {
    Threads.run(min(threads, count)) { [self] in
      while let index = take() { hand(over: work(index), of: index) }
    }
  }

  /// Waits until everything before a piece has been delivered. False where the work has been stopped.
  func waitForTurn(_ index: Int) -> Bool {
    monitor.change(once: { $0.delivered == index || $0.isStopped }) { !$0.isStopped }
  }

  private func take() -> Int? {
    monitor.change(once: { [count] state in
      state.isStopped || state.next >= count || state.next < state.delivered + Self.window
    }) { [count] state in
      guard !state.isStopped, state.next < count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  private func hand(over result: Result, of index: Int) {
    monitor.change { state in
      state.ready[index] = result
      while let result = state.ready.removeValue(forKey: state.delivered) {
        if !state.isStopped, !deliver(result) { state.isStopped = true }
        state.delivered += 1
      }
    }
  }
}
