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
