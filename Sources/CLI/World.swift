import CSystem

/// Everything outside the process that the command touches, apart from files: it can be made of values in a test.
struct World: Sendable {
  /// The folder that relative paths start from; empty for the process's own.
  var folder = Path("")
  var environment: @Sendable (String) -> String?
  /// Standard input up to a number of bytes; nil where there is more.
  var readInput: @Sendable (_ limit: Int) throws(SystemError) -> [UInt8]?
  var output: Stream
  var errors: Stream
  /// A monotonic clock in nanoseconds.
  var clock: @Sendable () -> UInt64
  /// How many processors this process may use.
  var processors: Int
  var workbench = Workbench()

  /// Where text goes.
  struct Stream: Sendable {
    var isTerminal: Bool
    var write: @Sendable ([UInt8]) throws(SystemError) -> Void
  }

  /// The path by which the system finds a file that the reader knows as `path`.
  func location(of path: Path) -> Path { path.resolved(in: folder) }
}

extension World {
  /// The process's surroundings.
  static var real: World {
    World(
      environment: { System.environment($0) },
      readInput: { limit throws(SystemError) in try System.readAll(0, expecting: 0, limit: limit) },
      output: Stream(isTerminal: System.isTerminal(1)) { bytes throws(SystemError) in
        try System.writeAll(bytes, to: 1)
      },
      errors: Stream(isTerminal: System.isTerminal(2)) { bytes throws(SystemError) in
        try System.writeAll(bytes, to: 2)
      },
      clock: { System.clock() }, processors: Int(tally_processors()))
  }

  /// Nil where all was written. A reader who has seen enough and left is no failure; a full disk is.
  func print(_ print: Print) -> Status? {
    // Nobody is left to be told where standard error fails.
    if !print.errors.isEmpty { try? errors.write(print.errors) }
    if print.output.isEmpty { return nil }
    do throws(SystemError) {
      try output.write(print.output)
      return nil
    } catch {
      if error == .brokenPipe { return .fine }
      try? errors.write(Array("tally: standard output: \(error.reason)\n".utf8))
      return .system
    }
  }
}
