import Document
import SourceText
import Testing

/// Whatever happens to one character of a region is noticed, and noticed as that region's damage alone.
@Suite struct DamageTests {
  /// Three blocks with regions; the middle one is damaged.
  private static func note(_ kind: Int, _ frame: (String) -> String, lineEnd: String) -> [UInt8] {
    let outputs = [
      ["```text", "x  = 1", "", "y  = 2", "```"], ["| a | b |", "|--:|:--|", "| 1 | é |"],
      ["✓ fine", "", "$$", "z_1 &= 2 \\\\", "$$"], ["````text", "```", "````", "> quote", "- list"],
    ]
    let text = frame("# Head\n\nfirst\n\n```nn\na\n```\n\nsecond\n\n```nn\nb\n```\n\nthird\n\n~~~nn\nc\n~~~\n\nend\n")
    let bytes = text.utf8.flatMap { $0 == 10 ? Array(lineEnd.utf8) : [$0] }
    guard let note = scanned(bytes) else { return [] }
    return splice(bytes, note.blocks.enumerated().compactMap { $1.edit(content: outputs[(kind + $0) % 4]) })
  }

  private static let frames: [@Sendable (String) -> String] = [
    { $0 }, { $0.indented("> ", first: "> ") }, { $0.indented("  ", first: "- ") },
    { $0.indented("    ", first: "10. ") }, { $0.indented("\t", first: "-\t") }, { $0.indented(">   ", first: "> - ") },
    { $0.indented("    >   ", first: "1.  > - ") },
  ]

  @Test(arguments: 0..<4, ["\n", "\r\n", "\r"]) func `one character`(kind: Int, lineEnd: String) throws {
    for frame in Self.frames {
      let bytes = Self.note(kind, frame, lineEnd: lineEnd)
      let note = try #require(scanned(bytes))
      #expect(note.diagnostics == [])
      #expect(note.blocks.map { $0.region?.isEdited } == [false, false, false])
      let region = try #require(note.blocks[1].region)
      for place in characters(of: bytes, in: region.range) {
        for replacement in [[], [0x78], [0x20], [0x60], [0x3E]] as [[UInt8]] where Array(bytes[place]) != replacement {
          let damaged = splice(bytes, [Edit(range: place, replacement: replacement)])
          check(damaged, of: note, region: region, at: place, as: replacement)
        }
      }
    }
  }

  /// In a quote a quote sign before a marker changes no line's text, but takes the marker one quote deeper.
  @Test(arguments: ["> ", "> - ", ">"]) func `a quote sign before a marker`(first: String) throws {
    let frame = { (text: String) in text.indented(first == "> - " ? ">   " : first, first: first) }
    let bytes = Self.note(0, frame, lineEnd: "\n")
    let region = try #require(scanned(bytes)?.blocks[1].region)
    let damaged = splice(bytes, [Edit(range: region.marker.lowerBound..<region.marker.lowerBound, replacement: [0x3E])])
    let read = try #require(scanned(damaged))
    #expect(
      !read.diagnostics.isEmpty || read.blocks.map { $0.region?.isEdited } == [false, true, false],
      "\(String(decoding: damaged, as: UTF8.self).debugDescription)")
  }

  private func check(
    _ damaged: [UInt8], of note: Note, region: OwnedRegion, at place: Range<Int>, as replacement: [UInt8]
  ) {
    guard let read = scanned(damaged) else { return }
    let text = String(decoding: damaged, as: UTF8.self)
    let shift = replacement.count - place.count
    let range = region.range.lowerBound..<region.range.upperBound + shift
    let errors = read.diagnostics.filter { $0.kind != .markdown }
    for error in errors {
      #expect(range.overlaps(error.range), "\(error.message) in \(text.debugDescription)")
    }
    if !errors.isEmpty { return }
    #expect(read.blocks.count == 3, "\(text.debugDescription)")
    guard read.blocks.count == 3 else { return }
    #expect([0, 2].map { read.blocks[$0].region?.isEdited } == [false, false], "\(text.debugDescription)")
    if read.blocks[1].region?.isEdited == false {
      #expect(
        isLayout(note.bytes, place, replacement) && read.blocks[1].region?.content == region.content,
        "\(replacement) for \(note.bytes[place]) goes unnoticed in \(text.debugDescription)")
    }
  }

  /// Whether a change is one of layout: at the end of a line, in a line without text, next to a table's bar or in its rule.
  private func isLayout(_ bytes: [UInt8], _ place: Range<Int>, _ replacement: [UInt8]) -> Bool {
    let lines = LineTable(of: bytes)
    let line = lines.line(at: place.lowerBound)
    let content = lines.content(of: line)
    let changed = bytes[place].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if place.lowerBound >= content.upperBound { return true }
    let text = String(decoding: bytes[content], as: UTF8.self)
    let core = text.drop { " \t>".contains($0) }
    if core.isEmpty || core == "<!-- -->" { return true }
    if core.hasPrefix("|--") { return bytes[place].elementsEqual([0x2D]) && [[], [0x20]].contains(replacement) }
    if core.hasPrefix("|") { return changed && replacement.allSatisfy { $0 == 0x20 } }
    return changed && (replacement.isEmpty || replacement == [0x20]) && place.upperBound == content.upperBound
  }

  private func characters(of bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    var places: [Range<Int>] = []
    for i in range {
      if bytes[i] & 0xC0 == 0x80, let last = places.popLast() {
        places.append(last.lowerBound..<i + 1)
      } else {
        places.append(i..<i + 1)
      }
    }
    return places
  }
}

extension String {
  func indented(_ prefix: String, first: String) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      index == 0 ? first + line : line.isEmpty && !prefix.contains(">") ? "" : prefix + line
    }.joined(separator: "\n")
  }
}
