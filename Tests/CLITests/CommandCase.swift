import Synchronization
import Testing

@testable import CLI

/// A command line test: files in; files, standard output, standard error and exit status out.
struct CommandCase: Sendable, CustomTestStringConvertible {
  var arguments: String
  var files: [(String, String)] = []
  var input = ""
  var terminal = false
  var environment: [String: String] = [:]
  var status = 0
  var output = ""
  var errors = ""
  /// The files that are other than before.
  var after: [(String, String)] = []

  var testDescription: String { "tally \(arguments)" }
}

/// What came out of a command.
struct CommandResult: Equatable {
  var status: Int
  var output: String
  var errors: String
}

/// Runs the command inside this process, in a folder, on notes of sums.
func tally(
  _ arguments: [String], in folder: TestFolder, input: String = "", terminal: Bool = false,
  environment: [String: String] = [:], workbench: Workbench = SumNotes.workbench
) -> CommandResult {
  let output = Recording()
  let errors = Recording()
  let world = World(
    folder: folder.path, environment: { environment[$0] },
    readInput: { limit throws(SystemError) in input.utf8.count > limit ? nil : Array(input.utf8) },
    output: World.Stream(isTerminal: terminal) { bytes throws(SystemError) in output.add(bytes) },
    errors: World.Stream(isTerminal: terminal) { bytes throws(SystemError) in errors.add(bytes) },
    clock: { System.clock() }, processors: 2, workbench: workbench)
  let status = CommandLineTool.run(arguments.map { Array($0.utf8) }, in: world)
  return CommandResult(status: Int(status.rawValue), output: output.text, errors: errors.text)
}

private final class Recording: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  func add(_ more: [UInt8]) { bytes.withLock { $0 += more } }

  var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
}
