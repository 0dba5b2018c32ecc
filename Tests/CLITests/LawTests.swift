import Testing

@testable import CLI

/// The laws of the design through the command: in files, in processes with hash seeds of their own.
@Suite struct LawTests {
  /// Notes of all that a note can hold, the same every time: containers, line ends, markers, and what looks like them.
  private static func notes(_ count: Int) -> [(name: String, text: String)] {
    let blocks = [
      "```nn\nx = 3\nshow x, x * [1, 2]\n```", "~~~~nn\ntable q, q^2 for q in 1..3\nexpect 1 < 2\n~~~~",
      "```nn hide\ny = 1\n```", "```nn reset\nshow pi as math\nshow 1 as \"a|b<!-- nn:out -->\" as table\n```",
      "```nn fails\nshow nothing\n```", "```nn skip\nshow 1\n```", "```\n```nn\nshow 1\n```\n```",
      "```nn\nshow 1 +\n```",
      "```nn\nshow 1 as \"```\"\n```\n<!-- nn:out -->\nby hand\n<!-- /nn:out 00000000 -->",
    ]
    let prose = [
      "Text with <!--= 1/3 --><!--/--> in it.", "| a | b |\n|---|---|\n| <!--= [1, 2] -->7<!--/--> | `<!--= x -->` |",
      "# Title", "", "<div>\n```nn\nshow 1\n```\n</div>\n", "say <!-- nn:out --> here", "tab\there\u{0}\u{FEFF}é",
      "> lazy\nline",
      "text <!--= 1 -->", "<!-- /nn:out 00000000 -->",
    ]
    let frames: [(first: String, rest: String)] = [
      ("", ""), ("", ""), ("> ", "> "), ("- ", "  "), ("10. ", "    "), ("> - ", ">   "), ("-\t", "\t"),
      ("    ", "    "),
    ]
    var state: UInt64 = 7
    func pick<T>(_ choices: [T]) -> T {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return choices[Int(state >> 33) % choices.count]
    }
    return (0..<count).map { number in
      var lines = pick([[], [], [], ["---", "title: x", "---"]])
      // What is wrong with a note stops it as a whole, so only some notes may hold it.
      let isSound = pick([true, true, true, false])
      for _ in 0..<pick([1, 2, 3, 6]) {
        let frame = pick(frames)
        let text =
          pick([true, false])
          ? pick(isSound ? Array(blocks.dropLast(2)) : blocks) : pick(isSound ? Array(prose.dropLast(2)) : prose)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          lines.append((index == 0 ? frame.first : frame.rest) + line)
        }
        lines.append("")
      }
      let text = pick(["", "", "", "\u{FEFF}"]) + lines.joined(separator: pick(["\n", "\n", "\r\n", "\r"]))
      return ("n\(number).md", text)
    }
  }

  @Test func ofTheCommand() throws {
    let folder = try TestFolder()
    let notes = Self.notes(400)
    for copy in ["one", "two", "cleaned"] {
      folder.sh("mkdir \(copy)")
      for note in notes { try folder.write(note.text, to: "\(copy)/\(note.name)") }
    }
    func states(_ command: String, in copy: String) throws -> [String] {
      let result = try folder.capture("cd \(copy); \(Program.tally) \(command) --format json")
      #expect(result.errors == "")
      return result.output.split(separator: "\"state\": \"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
    let ran = try states("run -j 1", in: "one")
    let written = try bytes(of: notes, in: "one", folder)
    #expect(try states("run -j 2", in: "two") == ran)
    #expect(try bytes(of: notes, in: "two", folder) == written)
    #expect(ran.count == notes.count)
    #expect(Set(ran) == ["bare", "fresh", "failing", "edited", "unreadable"])
    #expect(try states("run", in: "one") == ran)
    #expect(try bytes(of: notes, in: "one", folder) == written)
    #expect(try states("check", in: "one") == ran)
    // A note that is refused is left alone; every other is what it was once its outputs are taken out.
    _ = try states("clean", in: "one")
    _ = try states("clean", in: "cleaned")
    #expect(try bytes(of: notes, in: "one", folder) == bytes(of: notes, in: "cleaned", folder))
    #expect(try folder.captureNames("one") == notes.map(\.name).sorted())
  }

  private func bytes(of notes: [(name: String, text: String)], in copy: String, _ folder: TestFolder) throws
    -> [[UInt8]]
  {
    try notes.map { try folder.bytes(of: "\(copy)/\($0.name)") }
  }
}

extension TestFolder {
  /// All names in a folder below, hidden ones too, in order.
  fileprivate func captureNames(_ folder: String) throws -> [String] {
    try System.entries(of: path.appending(Array(folder.utf8))).map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}
