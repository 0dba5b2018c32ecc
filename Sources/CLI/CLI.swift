import CSystem
import SourceText

/// CLI is where effects are: arguments, files, the terminal, the clock. It finds notes, has the Notebook execute them, and
/// reports or writes what comes out. It knows nothing of Markdown, of the language or of numbers; a note is bytes to it,
/// an outcome a list of edits and of things to say.
package enum CommandLineTool {
  /// The process's whole life.
  package static func main() -> Never {
    tally_reserve_streams()
    tally_catch_signals()
    System.terminate(run(System.arguments(), in: World.real))
  }

  /// Does what the arguments ask for.
  static func run(_ arguments: [[UInt8]], in world: World) -> Status {
    do throws(UsageError) {
      switch try ArgumentParser.parse(arguments) {
      case .help(let command): return show(command.map(HelpPage.page(of:)) ?? HelpPage.tool(), in: world)
      case .version: return show("tally \(Version.current)\n", in: world)
      case .completions(let shell): return show(Completions.script(for: shell), in: world)
      case .work(let invocation): return try work(invocation, in: world)
      }
    } catch {
      try? world.errors.write(Array(error.text.utf8))
      return .unreadable
    }
  }

  private static func work(_ invocation: Invocation, in world: World) throws(UsageError) -> Status {
    if let complaint = world.workbench.complaint() {
      throw UsageError(message: complaint.message, help: complaint.help)
    }
    switch invocation.command {
    case .run, .check, .diff, .clean, .list, .audit: return try NotesRun(invocation, in: world).run()
    case .eval: return Evaluation(invocation: invocation, world: world).run()
    case .completions, .help: preconditionFailure("these are requests of their own")
    }
  }

  private static func show(_ text: String, in world: World) -> Status {
    world.print(Print(output: text)) ?? .fine
  }
}

extension UsageError {
  /// As it is printed.
  var text: String {
    var text = "tally: \(visibleText(message))\n"
    for line in help { text += "  = help: \(visibleText(line))\n" }
    return text + "See `tally help\(command.map { " " + $0.rawValue } ?? "")`.\n"
  }
}
