import CCmark

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The code of the `nn` blocks as cmark alone has it, for a note without regions: what the reader must come to by itself.
func liveCode(of note: [UInt8]) -> [[UInt8]] {
  // An info string that only an entity makes `nn` is none of ours.
  let text = withoutFrontMatter(note).map(plain)
  let root = unsafe text.withUnsafeBytes {
    unsafe cmark_parse_document($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, CMARK_OPT_DEFAULT)
  }
  guard let root = unsafe root, let walk = unsafe cmark_iter_new(root) else { return [] }
  defer {
    unsafe cmark_iter_free(walk)
    unsafe cmark_node_free(root)
  }
  var blocks: [[UInt8]] = []
  while true {
    let event = unsafe cmark_iter_next(walk)
    if event == CMARK_EVENT_DONE { return blocks }
    guard event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(walk),
      unsafe cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK, let info = unsafe cmark_node_get_fence_info(node),
      let literal = unsafe cmark_node_get_literal(node)
    else { continue }
    let word = unsafe String(cString: info).unicodeScalars.prefix { $0 != " " && $0 != "\t" }
    if String(word) == "nn" { blocks.append(unsafe withLineFeeds(Array(String(cString: literal).utf8))) }
  }
}

/// The page that cmark makes of a text, raw HTML left out.
func page(of text: [UInt8]) -> String {
  let html = unsafe text.withUnsafeBytes {
    unsafe cmark_markdown_to_html($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, CMARK_OPT_DEFAULT)
  }
  guard let html = unsafe html else { return "" }
  defer { unsafe free(html) }
  return unsafe String(cString: html)
}

/// Code as `liveCode` hands it out: a NUL is a replacement character.
func decoded(_ code: [UInt8]) -> [UInt8] {
  code.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [plain($0)] }
}

private func plain(_ byte: UInt8) -> UInt8 {
  byte == UInt8(ascii: "&") ? UInt8(ascii: "%") : byte
}

/// The text after a byte order mark and front matter.
func withoutFrontMatter(_ note: [UInt8]) -> [UInt8] {
  let text = note.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(note.dropFirst(3)) : note
  var lines: [(text: [UInt8], end: Int)] = []
  var line: [UInt8] = []
  for i in text.indices {
    let isCRLF = text[i] == 13 && i + 1 < text.count && text[i + 1] == 10
    if text[i] == 10 || (text[i] == 13 && !isCRLF) {
      lines.append((line, i + 1))
      line = []
    } else if !isCRLF {
      line.append(text[i])
    }
  }
  lines.append((line, text.count))
  func trimmed(_ line: [UInt8]) -> [UInt8] { Array(line.reversed().drop { $0 == 32 || $0 == 9 }.reversed()) }
  let first = trimmed(lines[0].text)
  guard first == Array("---".utf8) || first == Array("+++".utf8), lines.count > 2, !trimmed(lines[1].text).isEmpty
  else {
    return text
  }
  let closing = lines.dropFirst().first { trimmed($0.text) == first }
  return closing.map { Array(text[$0.end...]) } ?? text
}

private func withLineFeeds(_ text: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  for i in text.indices where !(text[i] == 13 && i + 1 < text.count && text[i + 1] == 10) {
    result.append(text[i] == 13 ? 10 : text[i])
  }
  return result
}
