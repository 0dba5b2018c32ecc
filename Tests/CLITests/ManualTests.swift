import SourceText
import Testing

@testable import CLI

/// The help and docs/cli.md say what the tables say.
@Suite struct ManualTests {
  @Test func helpOfTheToolIsWhatItWas() throws { try expectGolden("help.txt", HelpPage.tool()) }

  @Test(arguments: Command.allCases)
  func helpIsWhatItWas(command: Command) throws {
    let page = HelpPage.page(of: command)
    try expectGolden("help-\(command.rawValue).txt", page)
    for line in page.split(separator: "\n") where !line.hasPrefix("    tally ") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  /// The manual holds every page of help, in the order of the commands, and nothing else in fences of that kind.
  @Test func manualHoldsTheHelp() throws {
    let manual = try readText(Program.root.appending(Array("docs/cli.md".utf8)))
    var pages: [String] = []
    for (index, part) in manual.split(separator: "```", omittingEmptySubsequences: false).enumerated()
    where index % 2 == 1 && part.hasPrefix("text\ntally ") { pages.append(String(part.dropFirst(5))) }
    #expect(pages == [HelpPage.tool()] + Command.allCases.map(HelpPage.page(of:)))
  }

  /// The rules that reports name, with the exit status each asks for.
  @Test func manualNamesEveryRule() throws {
    let manual = try readText(Program.root.appending(Array("docs/cli.md".utf8)))
    let table = manual.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    let rules = Diagnostic.Kind.allCases.map { "| `\($0.rawValue)` | \($0.status.rawValue) | \($0.meaning) |" }
    #expect(table == rules)
  }

  @Test func everyExampleIsUnderstood() throws {
    for example in Command.allCases.flatMap(\.examples) {
      let line = example.line.split(separator: "|")[0].split(separator: ">")[0].split(separator: "<")[0]
      let words = line.split(separator: " ").dropFirst().map { Array($0.filter { $0 != "'" }.utf8) }
      #expect(throws: Never.self) { try ArgumentParser.parse(Array(words)) }
    }
  }
}
