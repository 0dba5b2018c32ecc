import Engine
import Kernels

// tally-bench: the engine's speed on the works of docs/performance.md, alone or, turn by turn, beside other programs.
//
//     tally-bench [WORK…]            a table: medians of several turns
//     tally-bench --growth           how time grows with epochs, samples and parameters
//     tally-bench --serve WORK N     on N threads, one turn for each line of standard input (see peer.h)
//     tally-bench --once WORK        one turn in a fresh process, with the memory it took
//
// A WORK is a training (`xor-sgd`) or a matrix product (`product-512`). The inputs are those that
// Tests/Benchmarks/data.py writes to $PEERS/data, so that all contenders begin with the same numbers.

/// One turn of some work, and what shows afterwards that the work was done.
struct Turn {
  /// What the figure of the table is per, and how many of them a turn has.
  let unit: Unit
  let count: Double
  let perform: () throws -> () throws -> Double

  enum Unit {
    case update
    /// Billions of multiplications and additions.
    case operations
  }

  init(_ name: String, inputs: String) throws {
    if let work = Work(rawValue: name) {
      let contest = try Contest(work, inputs: inputs)
      (unit, count) = (.update, Double(work.updates))
      perform = {
        let network = try contest.train()
        return { try contest.loss(of: network) }
      }
    } else if let size = Square.sizes.first(where: { name == "product-\($0)" }) {
      let square = try Square(size, inputs: inputs)
      var c = [Double](repeating: 0, count: size * size)
      (unit, count) = (.operations, Double(square.calls) * square.operations * 1e-9)
      perform = {
        square.multiply(into: &c)
        let product = c
        return { product.reduce(0, +) }
      }
    } else {
      throw Host.Failure(message: "there is no work \(name): \(Turn.names.joined(separator: ", "))")
    }
  }

  static var names: [String] { Work.allCases.map(\.rawValue) + Square.sizes.map { "product-\($0)" } }

  /// How long one turn takes, and its proof.
  func timed() throws -> (duration: Duration, proof: Double) {
    var prove: () throws -> Double = { .nan }
    let duration = try Duration(of: { prove = try perform() })
    return (duration, try prove())
  }

  func row(_ name: String, turns: Int) throws -> String {
    _ = try timed()
    let turns = try (0..<turns).map { _ in try timed() }
    let times = turns.map(\.duration.clock)
    let figure =
      switch unit {
      case .update: "\(rounded(median(times) / count * 1e9)) ns an update"
      case .operations: "\(rounded(count / median(times))) GFLOP/s"
      }
    let (least, most) = (times.min() ?? 0, times.max() ?? 0)
    let spread = Int((most / least - 1) * 100)
    return "\(padded(name, 14)) \(padded(figure, 24)) spread \(spread) %  proof \(turns[0].proof)"
  }
}

/// A figure with four digits that count.
func rounded(_ figure: Double) -> String {
  guard figure < 1000 else { return String(Int(figure.rounded())) }
  let scale: Double = figure < 10 ? 1000 : figure < 100 ? 100 : 10
  return String((figure * scale).rounded() / scale)
}

func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

func run(_ arguments: [String]) throws {
  let inputs = (Host.environment("PEERS") ?? (Host.environment("HOME") ?? ".") + "/.tally-peers") + "/data"
  switch (arguments.first, arguments.count) {
  case ("--serve", 3):
    guard let threads = Int(arguments[2]), threads > 0 else {
      throw Host.Failure(message: "\(arguments[2]) is no number of threads")
    }
    Workforce.limit(to: threads)
    let turn = try Turn(arguments[1], inputs: inputs)
    _ = try turn.timed()
    Host.say("ready")
    while readLine() != nil {
      let (duration, proof) = try turn.timed()
      Host.say(#"{"seconds":\#(duration.clock),"busy":\#(duration.busy),"loss":\#(proof)}"#)
    }
  case ("--once", 2):
    let turn = try Turn(arguments[1], inputs: inputs)
    let (duration, proof) = try turn.timed()
    let need = Work(rawValue: arguments[1])?.need ?? 0
    let memory = #""peak":\#(Host.peakMemory()),"need":\#(need)"#
    Host.say(#"{"seconds":\#(duration.clock),"loss":\#(proof),\#(memory)}"#)
  case ("--growth", 1):
    for growth in Growth.allCases {
      let times = try growth.measure(rounds: 7)
      let cells = zip(Growth.factors, times).map { #""\#($0)":\#($1)"# }.joined(separator: ",")
      Host.say(#"{"growth":"\#(growth.rawValue)",\#(cells)}"#)
    }
  default:
    if let option = arguments.first(where: { $0.hasPrefix("-") }) {
      throw Host.Failure(message: "\(option) is no option; see the top of Sources/tally-bench/main.swift")
    }
    for name in arguments.isEmpty ? Turn.names : arguments {
      Host.say(try Turn(name, inputs: inputs).row(name, turns: 7))
    }
  }
}

do {
  try run(Array(CommandLine.arguments.dropFirst()))
} catch let failure as Host.Failure {
  Host.complain("tally-bench: \(failure.message)")
  Host.complain("The inputs are written by Tests/Benchmarks/run --inputs.")
  Host.end(1)
} catch {
  Host.complain("tally-bench: \(error)")
  Host.end(1)
}
