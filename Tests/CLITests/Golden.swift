import Testing

@testable import CLI

/// Compares a text with the one kept in Tests/Golden/CLI. `TALLY_BLESS=1 swift test` keeps the new ones instead.
func expectGolden(_ name: String, _ text: String, location: SourceLocation = #_sourceLocation) throws {
  let path = Program.root.appending(Array("Tests/Golden/CLI/\(name)".utf8))
  if System.environment("TALLY_BLESS") != nil {
    shell("mkdir -p \(shellWord(path.parent)) && rm -f \(shellWord(path))")
    let file = try System.openFile(path, for: .creating)
    try file.write(Array(text.utf8))
    try file.setMode(0o644)
    return
  }
  #expect(try readText(path) == text, "Tests/Golden/CLI/\(name)", sourceLocation: location)
}

func readText(_ path: Path) throws -> String {
  let file = try System.openFile(path, for: .reading)
  return String(decoding: try file.readAll(expecting: 0, limit: 1 << 24) ?? [], as: UTF8.self)
}
