import Synchronization
import Testing

@testable import Engine

/// What data may take: memory is refused before it is allocated, and given back.
struct DataLimitTests {
  private let text = DataFile(path: "d.csv", bytes: Array("a,b\n1,x\n2,y\n3,x\n".utf8))

  @Test func everythingIsGivenBack() throws {
    let budget = Budget.ample
    do {
      let set = try DataSet(reading: [text], ColumnSelection("-> b"), within: budget)
      #expect(budget.used > 3 * 8 + 3 * 2 * 8)
      let (first, second) = try set.split(0.5, seed: 0, name: "s", within: budget)
      let scaled = try first.scaled(.standardize, by: set, within: budget)
      let drawn = try Generator.blobs.generate([9, nil, nil], seed: 0, name: "b", within: budget)
      withExtendedLifetime((set, first, second, scaled, drawn)) {}
    }
    #expect(budget.used == 0)
  }

  /// Whatever the limit, reading ends in a set or in a fault that says what was too large.
  @Test func everyLimit() throws {
    var results: Set<String> = []
    for memory in 0..<1500 {
      let budget = Budget(memory: memory, deadline: 1) { 0 }
      let result = reading(text.bytes, text.path, "-> b", within: budget)
      #expect(result == "a -> b (x|y): 1 -> x; 2 -> y; 3 -> x" || result.contains("of memory"))
      #expect(budget.used == 0)
      results.insert(result)
    }
    #expect(results.contains("a -> b (x|y): 1 -> x; 2 -> y; 3 -> x"))
  }

  @Test func refusals() throws {
    let budget = Budget(memory: 1 << 20, deadline: 1) { 0 }
    // A class for each sample: n² targets.
    let names = "a,b\n" + (0..<5000).map { "\($0),n\($0)\n" }.joined()
    #expect(
      reading(Array(names.utf8), "d.csv", "-> b", within: budget)
        == "a matrix of 363×363 takes 1.01 MiB of memory: the limit is 1 MiB")
    let wide = (0..<100_000).map { "c\($0)" }.joined(separator: ",")
    #expect(
      reading(Array((wide + "\n1").utf8), "d.csv", "", within: budget)
        == "this takes 16.6 MiB of memory: the limit is 1 MiB")
    #expect(
      reading(Array(("a\n" + String(repeating: "1\n", count: 200_000)).utf8), "d.csv", "", within: budget)
        == "a matrix of 200,000×1 takes 1.53 MiB of memory: the limit is 1 MiB")
    let header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 150000)}"
    let row =
      NumPyArray.magic + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8)
      + [UInt8](repeating: 0, count: 150_000)
    #expect(
      reading(row, "m.npy", "", within: budget) == "this takes 9.16 MiB of memory: the limit is 1 MiB")
    for size in [1e6, 1e18, 1e300] {
      #expect(throws: EngineFault.self) {
        try Generator.moons.generate([size, nil], seed: 0, name: "m", within: budget)
      }
    }
    #expect(
      outcome { () throws(EngineFault) in
        try Generator.blobs.generate([10, nil, 1e300], seed: 0, name: "m", within: budget)
      } == "a matrix of 10×1e300 takes more memory than any machine has: the limit is 1 MiB")
    #expect(budget.used == 0)
  }

  /// A clock that moves on by a minute at each look.
  private final class Ticks: Sendable {
    private let now = Atomic<UInt64>(0)
    func tick() -> UInt64 { now.add(60_000_000_000, ordering: .relaxed).oldValue }
  }

  @Test func deadline() {
    let long = DataFile(path: "d.csv", bytes: Array(("a,b\n" + String(repeating: "1,2\n", count: 200_000)).utf8))
    let makings: [(Budget) throws -> Void] = [
      { _ = try DataSet(reading: [long], ColumnSelection("-> b"), within: $0) },
      { _ = try Generator.moons.generate([9000, 1], seed: 0, name: "m", within: $0) },
    ]
    for make in makings {
      let ticks = Ticks()
      let budget = Budget(memory: 1 << 30, deadline: 180_000_000_000) { ticks.tick() }
      #expect(throws: EngineFault.time) { try make(budget) }
      #expect(budget.used == 0)
    }
  }
}
