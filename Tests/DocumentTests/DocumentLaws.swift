import Document
import SourceText

/// The laws that hold for every text whatsoever, checked with outputs that are made up from the code. What is broken is
/// returned in words; the tests and the fuzzer both call this.
func brokenLaws(of bytes: [UInt8]) -> [String] {
  var broken: [String] = []
  func require(_ holds: Bool, _ law: @autoclosure () -> String) {
    if !holds { broken.append(law()) }
  }
  require(splice(bytes, []) == bytes, "no edit, no change")
  guard let note = scanned(bytes) else { return broken }
  require(arePlacesInOrder(in: note), "gaps and blocks make up the note")
  require(note.diagnostics.allSatisfy { $0.range.upperBound <= bytes.count }, "diagnostics point into the note")
  guard !isRefused(note) else { return broken }
  let run = splice(bytes, edits(for: note))
  guard let fresh = scanned(run) else { return broken + ["a run leaves a note"] }
  require(!isRefused(fresh), "a run leaves a note that can be run: \(fresh.diagnostics.map(\.message))")
  require(edits(for: fresh).isEmpty, "a second run changes nothing")
  require(splice(run, fresh.cleaned) == splice(bytes, note.cleaned), "clean undoes run")
  require(gaps(of: fresh) == gaps(of: note), "no byte outside changes")
  require(fresh.blocks.map(\.code.text) == note.blocks.map(\.code.text), "the same blocks live")
  require(fresh.values.map(\.expression.text) == note.values.map(\.expression.text), "the same values live")
  let clean = splice(bytes, note.cleaned)
  if let cleanNote = scanned(clean), !isRefused(cleanNote) {
    require(cleanNote.cleaned.isEmpty, "clean leaves nothing to clean")
    require(cleanNote.blocks.map(\.code.text) == note.blocks.map(\.code.text), "the same blocks live once clean")
    // cmark takes a vertical tab or a form feed after `nn` for a space, CommonMark does not.
    if clean.contains(0x0B) || clean.contains(0x0C) { return broken }
    require(
      cleanNote.blocks.map { decoded($0.code.text) } == liveCode(of: clean), "the blocks are those that cmark sees")
  }
  return broken
}

let generous = ReadingLimits(memory: 1 << 30, deadline: .max, clock: { 0 })

func scanned(_ bytes: [UInt8]) -> Note? { try? Note.scan(bytes, limits: generous) }

/// Whether `run` would leave the note alone: something is wrong with it, or was edited by hand.
func isRefused(_ note: Note) -> Bool {
  note.diagnostics.contains { $0.kind != .markdown } || note.orphans.contains(where: \.isEdited)
    || note.blocks.contains { $0.region?.isEdited ?? false }
}

/// What `run` would write, with outputs out of thin air.
func edits(for note: Note) -> [Edit] {
  let written = note.blocks.compactMap { $0.edit(content: madeUpOutput(of: $0.code.text)) }
  let shown = note.values.compactMap { $0.edit(text: "\($0.expression.text.reduce(7) { ($0 * 31 + Int($1)) % 1000 })") }
  return (written + shown + note.orphans.map(\.removal)).sorted { $0.range.lowerBound < $1.range.lowerBound }
}

/// An output that depends on the code alone.
func madeUpOutput(of code: [UInt8]) -> [String] {
  switch code.reduce(3, { ($0 * 31 + Int($1)) % 1009 }) % 9 {
  case 0: []
  case 1: ["one line"]
  case 2: ["```text", "x  = 1", "", "y  = 2", "```"]
  case 3: ["| a | b |", "|--:|:--|", "| 1 | 2 |", "", "after"]
  case 4: ["", "first", "", "", "second", ""]
  case 5: ["<!-- nn:out -->", "> <!-- /nn:out 00000000 -->", "  <!--= x -->y<!--/-->"]
  case 6: ["````text", "```", "<!-- nn:out -->", "````", "", "$$", "\\begin{aligned}", "\\end{aligned}", "$$"]
  case 7: ["> quoted", ">", "> - more", "", "- list", "", "  item", "\ttab\u{0}nul"]
  default: [" ", "\t"]
  }
}

private func ownedPlaces(in note: Note) -> [Edit] {
  let regions = note.blocks.map { Edit(range: $0.region?.range ?? $0.end..<$0.end, replacement: []) }
  let texts = note.values.map { Edit(range: $0.text, replacement: []) }
  return (regions + texts + note.orphans.map(\.removal)).sorted {
    ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
  }
}

/// The bytes that are not Tally's.
private func gaps(of note: Note) -> [UInt8] {
  splice(note.bytes, ownedPlaces(in: note))
}

private func arePlacesInOrder(in note: Note) -> Bool {
  var end = 0
  for range in ownedPlaces(in: note).map(\.range) {
    if range.lowerBound < end { return false }
    end = range.upperBound
  }
  let blocks = note.blocks.flatMap { [$0.opening, $0.end..<$0.end] }
  let isOrdered = zip(blocks, blocks.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
  return end <= note.bytes.count && isOrdered
}
