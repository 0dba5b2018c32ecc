import Kernels
import Testing

@testable import Engine

/// Sets that are drawn: where their points lie, and what they depend on.
struct GeneratorTests {
  private func set(_ generator: Generator, _ figures: [Double?], seed: UInt64 = 0, name: String = "m") throws -> DataSet
  {
    try generator.generate(figures, seed: seed, name: name, within: .ample)
  }

  private func rounded(_ set: DataSet) -> String {
    func text(_ number: Double) -> String { ((number * 1000).rounded() / 1000 + 0).text }
    return (0..<set.size).map { row in
      let given = (0..<set.inputs.columns).map { text(set.inputs[row, $0]) }.joined(separator: ", ")
      let wanted = (0..<set.targets.columns).map { text(set.targets[row, $0]) }.joined(separator: ", ")
      return "\(given) -> \(wanted)"
    }.joined(separator: "; ")
  }

  @Test(
    arguments: [
      (Generator.moons, [5, nil], "1, 0 -> 0; 0, 0.5 -> 1; 0, 1 -> 0; 2, 0.5 -> 1; -1, 0 -> 0"),
      (.moons, [1, nil], "1, 0 -> 0"),
      (
        .circles, [6, nil],
        "1, 0 -> 0; 0.5, 0 -> 1; -0.5, 0.866 -> 0; -0.25, 0.433 -> 1; -0.5, -0.866 -> 0; -0.25, -0.433 -> 1"
      ),
      (.spiral, [4, nil, 2], "0, 0 -> 1, 0; 0, 0 -> 0, 1; -0.654, -0.757 -> 1, 0; 0.654, 0.757 -> 0, 1"),
      (.blobs, [4, 0, 4], "2, 0 -> 1, 0, 0, 0; 0, 2 -> 0, 1, 0, 0; -2, 0 -> 0, 0, 1, 0; 0, -2 -> 0, 0, 0, 1"),
      (.sine, [5, nil], "0 -> 0; 1.571 -> 1; 3.142 -> 0; 4.712 -> -1; 6.283 -> 0"),
      (.linear, [3, 0], "-1 -> -1; 0 -> 1; 1 -> 3"),
    ] as [(Generator, [Double?], String)])
  func withoutNoise(_ generator: Generator, _ figures: [Double?], _ expected: String) throws {
    let set = try set(generator, figures)
    #expect(rounded(set) == expected)
    #expect(set.origin == generator.rawValue)
  }

  @Test func names() throws {
    #expect(try set(.moons, [4, nil]).inputNames == ["x1", "x2"])
    #expect(try set(.moons, [4, nil]).targetNames == ["y"])
    #expect(try set(.xor, [4, nil]).classes == [])
    #expect(try set(.blobs, [24, nil, 12]).classes == (1...12).map(String.init))
    #expect(try set(.spiral, [9, nil, nil]).classes == ["1", "2", "3"])
    #expect(try set(.sine, [4, nil]).inputNames == ["x"])
  }

  /// Each class has as many samples as the others, give or take one.
  @Test(arguments: [(Generator.spiral, 100), (.blobs, 100), (.spiral, 7), (.blobs, 2)])
  func classCounts(_ generator: Generator, _ count: Int) throws {
    let classes = try #require(try set(generator, [Double(count), nil, 3]).classOfEachSample())
    let counts = (0..<3).map { group in classes.count { $0 == group } }
    #expect(counts == (0..<3).map { (count + 2 - $0) / 3 })
  }

  @Test func noiseIsNormal() throws {
    for (generator, deviation) in [(Generator.moons, 0.1), (.circles, 0.25), (.xor, 2.0), (.sine, 0.5), (.linear, 1.0)]
    {
      let count = 20_000
      let clean = try set(generator, [Double(count), 0])
      let noisy = try set(generator, [Double(count), deviation])
      let isCurve = generator == .sine || generator == .linear
      let (a, b) = isCurve ? (clean.targets, noisy.targets) : (clean.inputs, noisy.inputs)
      let errors = zip(a.elements, b.elements).map { ($1 - $0) / deviation }
      let mean = errors.reduce(0, +) / Double(errors.count)
      let variance = errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)
      #expect(abs(mean) < 0.03)
      #expect(abs(variance - 1) < 0.04)
      #expect(
        isCurve ? clean.inputs.elements == noisy.inputs.elements : clean.targets.elements == noisy.targets.elements)
    }
  }

  @Test func xorFillsTheSquare() throws {
    let set = try set(.xor, [20_000, nil])
    let points = set.inputs.elements
    #expect(points.allSatisfy { $0 >= -1 && $0 < 1 })
    #expect(abs(points.reduce(0, +) / 40_000) < 0.02)
    #expect(abs(set.targets.elements.reduce(0, +) / 20_000 - 0.5) < 0.02)
    for row in 0..<set.size {
      #expect(set.targets[row, 0] == (set.inputs[row, 0] * set.inputs[row, 1] < 0 ? 1 : 0))
    }
  }

  @Test func blobsLieAroundTheirCentres() throws {
    let set = try set(.blobs, [30_000, nil, nil])
    for group in 0..<3 {
      let rows = (0..<set.size).filter { $0 % 3 == group }
      let x = rows.map { set.inputs[$0, 0] }.reduce(0, +) / 10_000
      let y = rows.map { set.inputs[$0, 1] }.reduce(0, +) / 10_000
      let angle = 2 * Double.pi * Double(group) / 3
      #expect(abs(x - 2 * UnaryFunction.cos(angle)) < 0.02)
      #expect(abs(y - 2 * UnaryFunction.sin(angle)) < 0.02)
    }
  }

  /// A set follows from its seed and its name alone.
  @Test func streams() throws {
    let base = try set(.moons, [50, 0.1])
    #expect(try set(.moons, [50, 0.1]).inputs.elements == base.inputs.elements)
    #expect(try set(.moons, [50, 0.1], seed: 1).inputs.elements != base.inputs.elements)
    #expect(try set(.moons, [50, 0.1], name: "n").inputs.elements != base.inputs.elements)
  }

  @Test(
    arguments: [
      (Generator.moons, [0, nil], "`n` of `moons` must be a whole number from 1 up, not 0"),
      (.moons, [2.5, nil], "`n` of `moons` must be a whole number from 1 up, not 2.5"),
      (.xor, [.nan, nil], "`n` of `xor` must be a whole number from 1 up, not nan"),
      (.xor, [.infinity, nil], "`n` of `xor` must be a whole number from 1 up, not inf"),
      (.sine, [5, -1], "`noise` of `sine` must be a finite number from 0 up, not -1"),
      (.sine, [5, .infinity], "`noise` of `sine` must be a finite number from 0 up, not inf"),
      (.blobs, [5, nil, 1], "`classes` of `blobs` must be a whole number from 2 up, not 1"),
      (.moons, [1e300, nil], "a matrix of 1e300×2 takes more memory than any machine has: the limit is 64 MiB"),
    ] as [(Generator, [Double?], String)])
  func faults(_ generator: Generator, _ figures: [Double?], _ expected: String) {
    #expect(
      outcome { () throws(EngineFault) in
        try generator.generate(figures, seed: 0, name: "m", within: .ample)
      } == expected)
  }
}

/// How the functions of data are called.
struct DataFunctionTests {
  @Test(arguments: [
    ("moons", ["200", "noise=0.1"], "200, 0.1"), ("spiral", ["300", "classes=4"], "300, -, 4"),
    ("blobs", ["n=9", "0.5"], "9, 0.5, -"), ("split", ["iris", "0.8"], "iris, 0.8"),
    ("standardize", ["a", "by=b"], "a, b"), ("minmax", ["a"], "a, -"),
    ("moons", [], "`moons(n, noise=0)` needs `n`"), ("moons", ["noise=1"], "`moons(n, noise=0)` needs `n`"),
    ("moons", ["1", "2", "3"], "`moons(n, noise=0)` takes one or two arguments: 3 are given"),
    ("spiral", ["1", "2", "3", "4"], "`spiral(n, noise=0, classes=3)` takes one to three arguments: 4 are given"),
    ("split", ["a"], "`split(set, fraction)` needs `fraction`"),
    ("moons", ["1", "nois=2"], "`moons(n, noise=0)` has no parameter `nois` | did you mean `noise`?"),
    ("moons", ["1", "n=2"], "`moons(n, noise=0)` is given `n` twice"),
    ("minmax", ["a", "on=b"], "`minmax(set, by)` has no parameter `on`"),
  ])
  func arranging(_ name: String, _ arguments: [String], _ expected: String) throws {
    let function = try #require(DataFunction(named: name))
    let list = arguments.map { argument -> (name: String?, value: String) in
      let parts = argument.split(separator: "=").map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : (nil, argument)
    }
    let result: String
    do throws(EngineFault) {
      result = try function.arrange(list).map { $0 ?? "-" }.joined(separator: ", ")
    } catch {
      result = ([error.message()] + error.help()).joined(separator: " | ")
    }
    #expect(result == expected)
  }

  @Test func names() {
    #expect(
      DataFunction.allCases.map(\.name) == [
        "moons", "circles", "spiral", "blobs", "xor", "sine", "linear", "split", "standardize", "minmax",
      ])
    #expect(DataFunction(named: "moon") == nil)
  }
}
