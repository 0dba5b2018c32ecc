import Synchronization
import Testing

@testable import CLI

@Suite struct OrderedWorkTests {
  @Test(arguments: [1, 2, 8, 64])
  func deliversInOrder(threads: Int) {
    let delivered = Mutex<[Int]>([])
    let work = OrderedWork<Int>(count: 2_000) { number in
      delivered.withLock { $0.append(number) }
      return true
    }
    work.run(threads: threads) { $0 }
    #expect(delivered.withLock { $0 } == Array(0..<2_000))
  }

  @Test func stopsWhereItIsTold() {
    let delivered = Mutex<[Int]>([])
    let begun = Atomic<Int>(0)
    let work = OrderedWork<Int>(count: 100_000) { number in
      delivered.withLock { $0.append(number) }
      return number < 10
    }
    work.run(threads: 4) { index in
      begun.add(1, ordering: .relaxed)
      return index
    }
    #expect(delivered.withLock { $0 } == Array(0...10))
    #expect(begun.load(ordering: .relaxed) < 1_000)
  }

  /// While the first piece takes its time, the others run ahead of it, but only so far.
  @Test func runsAheadOnlySoFar() {
    let begun = Atomic<Int>(0)
    let first = Atomic<Int>(0)
    let work = OrderedWork<Int>(count: 10_000) { _ in true }
    work.run(threads: 4) { index in
      begun.add(1, ordering: .relaxed)
      if index == 0 {
        while begun.load(ordering: .relaxed) < 256 {}
        // Time for the others to go too far, if they could.
        for _ in 0..<1_000_000 { first.store(begun.load(ordering: .relaxed), ordering: .relaxed) }
      }
      return index
    }
    #expect([first.load(ordering: .relaxed), begun.load(ordering: .relaxed)] == [256, 10_000])
  }

  @Test func turnsComeInOrder() {
    let turns = Mutex<[Int]>([])
    let work = OrderedWork<Int>(count: 200) { $0 < 150 }
    work.run(threads: 8) { index in
      if work.waitForTurn(index) { turns.withLock { $0.append(index) } }
      return index
    }
    #expect(turns.withLock { $0 } == Array(0...150))
  }

  @Test func threadsHaveTheirStack() {
    let depth = Atomic<Int>(0)
    Threads.run(1) { depth.store(descend(40_000), ordering: .relaxed) }
    #expect(depth.load(ordering: .relaxed) == 40_000)
  }
}

/// Some hundred bytes of stack a level: more than the half megabyte that some systems give a thread.
private func descend(_ levels: Int) -> Int {
  levels == 0 ? 0 : 1 + descend(levels - 1)
}
