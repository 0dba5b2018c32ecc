import SourceText

/// What edits make of a text, as a unified diff that `git apply` takes. Only the lines around the edits are compared, so
/// that a long note with few edits costs no more than it takes to count its lines. Lines end at LF alone, as git has it:
/// to split a note at its lone CRs would make a corrupt patch.
struct UnifiedDiff: Equatable {
  struct Line: Equatable {
    enum Kind { case file, hunk, context, removed, added, remark }

    let kind: Kind
    /// The line with its first character and without LF.
    let bytes: [UInt8]
  }

  private(set) var lines: [Line] = []

  static let contextLines = 3

  /// Empty where the edits change nothing.
  init(of bytes: [UInt8], edits: [Edit], path: Path) {
    let hunks = Self.hunks(Self.alterations(of: bytes, by: edits))
    guard !hunks.isEmpty else { return }
    lines.append(Line(kind: .file, bytes: Array("--- ".utf8) + patchName(path, prefix: "a/")))
    lines.append(Line(kind: .file, bytes: Array("+++ ".utf8) + patchName(path, prefix: "b/")))
    for hunk in hunks { write(hunk, of: bytes) }
  }

  /// The patch as a file.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    for line in lines {
      result += line.bytes
      result.append(lf)
    }
    return result
  }

  // MARK: Alterations

  /// Whole lines of the old text that give way to whole new lines.
  private struct Alteration {
    var oldLine: Int
    var newLine: Int
    var oldBytes: Range<Int>
    var oldLines: [ArraySlice<UInt8>]
    var newLines: [ArraySlice<UInt8>]
  }

  private static func alterations(of bytes: [UInt8], by edits: [Edit]) -> [Alteration] {
    var result: [Alteration] = []
    var counted = 0
    var oldLine = 0
    var shift = 0
    for region in regions(of: edits, in: bytes) {
      for index in counted..<region.range.lowerBound where bytes[index] == lf { oldLine += 1 }
      counted = region.range.lowerBound
      let old = splitLines(bytes[region.range])
      let new = splitLines(edited(bytes, region)[...])
      var starts = [region.range.lowerBound]
      for line in old { starts.append(starts[starts.count - 1] + line.count) }
      for difference in LineDiff.differences(from: old, to: new) {
        result.append(
          Alteration(
            oldLine: oldLine + difference.old.lowerBound, newLine: oldLine + shift + difference.new.lowerBound,
            oldBytes: starts[difference.old.lowerBound]..<starts[difference.old.upperBound],
            oldLines: Array(old[difference.old]), newLines: Array(new[difference.new])))
      }
      shift += new.count - old.count
    }
    return result
  }

  /// Whole lines, and the edits within them.
  private struct Region {
    var range: Range<Int>
    var edits: [Edit]
  }

  /// The lines that the edits touch; edits on one line are in one region. The line where an edit ends belongs to its
  /// region whole, so no edit takes a region's last LF away.
  private static func regions(of edits: [Edit], in bytes: [UInt8]) -> [Region] {
    var regions: [Region] = []
    for edit in edits {
      let settled = regions.last?.range.upperBound ?? 0
      let end = edit.range.upperBound < settled ? settled : lineEnd(after: edit.range.upperBound, in: bytes)
      if let last = regions.indices.last, edit.range.lowerBound < settled || bytes[settled - 1] != lf {
        regions[last].range = regions[last].range.lowerBound..<end
        regions[last].edits.append(edit)
      } else {
        var start = edit.range.lowerBound
        while start > settled, bytes[start - 1] != lf { start -= 1 }
        regions.append(Region(range: start..<end, edits: [edit]))
      }
    }
    return regions
  }

  private static func edited(_ bytes: [UInt8], _ region: Region) -> [UInt8] {
    let base = region.range.lowerBound
    let edits = region.edits.map {
      Edit(range: $0.range.lowerBound - base..<$0.range.upperBound - base, replacement: $0.replacement)
    }
    return splice(Array(bytes[region.range]), edits)
  }

  // MARK: Hunks

  /// Alterations whose context would meet stand in one hunk.
  private static func hunks(_ alterations: [Alteration]) -> [[Alteration]] {
    var hunks: [[Alteration]] = []
    for alteration in alterations {
      if let last = hunks.last?.last, alteration.oldLine - (last.oldLine + last.oldLines.count) <= 2 * contextLines {
        hunks[hunks.count - 1].append(alteration)
      } else {
        hunks.append([alteration])
      }
    }
    return hunks
  }

  private mutating func write(_ hunk: [Alteration], of bytes: [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = linesBefore(first.oldBytes.lowerBound, of: bytes)
    var body = before.map { (Line.Kind.context, $0) }
    var position = first.oldBytes.lowerBound
    for alteration in hunk {
      body += splitLines(bytes[position..<alteration.oldBytes.lowerBound]).map { (.context, $0) }
      body += alteration.oldLines.map { (.removed, $0) }
      body += alteration.newLines.map { (.added, $0) }
      position = alteration.oldBytes.upperBound
    }
    body += linesAfter(last.oldBytes.upperBound, of: bytes).map { (.context, $0) }
    let old = Self.span(from: first.oldLine - before.count, count: body.count { $0.0 != .added })
    let new = Self.span(from: first.newLine - before.count, count: body.count { $0.0 != .removed })
    lines.append(Line(kind: .hunk, bytes: Array("@@ -\(old) +\(new) @@".utf8)))
    for (kind, line) in body { write(kind, line) }
  }

  private mutating func write(_ kind: Line.Kind, _ line: ArraySlice<UInt8>) {
    let sign: UInt8 =
      switch kind {
      case .removed: UInt8(ascii: "-")
      case .added: UInt8(ascii: "+")
      case .context, .file, .hunk, .remark: UInt8(ascii: " ")
      }
    let hasEnd = line.last == lf
    lines.append(Line(kind: kind, bytes: [sign] + (hasEnd ? line.dropLast() : line)))
    if !hasEnd { lines.append(Line(kind: .remark, bytes: Array("\\ No newline at end of file".utf8))) }
  }

  /// An empty stretch is named by the line before it.
  private static func span(from line: Int, count: Int) -> String {
    "\(count == 0 ? line : line + 1),\(count)"
  }

  private func linesBefore(_ offset: Int, of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var start = offset
    var left = Self.contextLines
    while start > 0, left > 0 {
      start -= 1
      while start > 0, bytes[start - 1] != lf { start -= 1 }
      left -= 1
    }
    return splitLines(bytes[start..<offset])
  }

  private func linesAfter(_ offset: Int, of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var end = offset
    var left = Self.contextLines
    while end < bytes.count, left > 0 {
      end = lineEnd(after: end, in: bytes)
      left -= 1
    }
    return splitLines(bytes[offset..<end])
  }
}

private let lf: UInt8 = 0x0A

/// Just past the LF of the line that holds an offset.
private func lineEnd(after offset: Int, in bytes: [UInt8]) -> Int {
  var end = offset
  while end < bytes.count, bytes[end] != lf { end += 1 }
  return min(end + 1, bytes.count)
}

/// The lines with their LFs; the last may have none.
private func splitLines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = bytes.startIndex
  for index in bytes.indices where bytes[index] == lf {
    lines.append(bytes[start...index])
    start = index + 1
  }
  if start < bytes.endIndex { lines.append(bytes[start...]) }
  return lines
}

/// A file's name as the headers of a patch have it: in quotes where git would quote it, else with a tab after it where it
/// holds a space, so that `patch` knows where it ends. `./` is left out: git takes no name with it.
func patchName(_ path: Path, prefix: String) -> [UInt8] {
  var parts = path.bytes.split(separator: UInt8(ascii: "/"))
  parts.removeAll { $0.elementsEqual(".".utf8) }
  let name = Array(prefix.utf8) + (path.isAbsolute ? [UInt8(ascii: "/")] : []) + parts.joined(separator: "/".utf8)
  let isText = String(decoding: name, as: UTF8.self).utf8.elementsEqual(name)
  let isPlain =
    isText && name.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  if isPlain { return name + (name.contains(UInt8(ascii: " ")) ? [UInt8(ascii: "\t")] : []) }
  var quoted = "\""
  for byte in name {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += "\\" + String(UnicodeScalar(byte))
    case 0x20..<0x7F: quoted += String(UnicodeScalar(byte))
    default: quoted += "\\" + octal(byte)
    }
  }
  return Array((quoted + "\"").utf8)
}
