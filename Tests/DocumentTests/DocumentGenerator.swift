/// Writes documents at random, the same for the same seed: containers in containers, every kind of line end, live blocks with
/// and without regions, and all that looks like them.
struct DocumentGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func pick<T>(_ choices: [T]) -> T { choices[number(below: choices.count)] }

  mutating func document() -> [UInt8] {
    var lines: [String] = []
    switch number(below: 12) {
    case 0: lines += ["---", "title: x", "---"]
    case 1: lines += ["+++", "```nn", "+++"]
    case 2: lines += ["---", "", "---"]
    default: break
    }
    for _ in 0...number(below: 5) { lines += element(depth: 0) }
    let end = pick(["\n", "\n", "\r\n", "\r"])
    let isMixed = number(below: 8) == 0
    var text = number(below: 10) == 0 ? "\u{FEFF}" : ""
    for (index, line) in lines.enumerated() {
      text += line
      let isLast = index == lines.count - 1
      if !isLast || number(below: 3) > 0 { text += isMixed ? pick(["\n", "\r\n", "\r"]) : end }
    }
    return Array(text.utf8)
  }

  private mutating func element(depth: Int) -> [String] {
    switch number(below: depth > 4 ? 8 : 13) {
    case 0, 1, 2: block()
    case 3: prose()
    case 4: prose() + [""]
    case 5: lookalike()
    case 6: html()
    case 7: [""]
    case 8, 9: quoted(depth: depth)
    case 10, 11: listed(depth: depth)
    default: nested(depth: depth)
    }
  }

  private mutating func elements(depth: Int) -> [String] {
    var lines: [String] = []
    for _ in 0...number(below: 3) { lines += element(depth: depth + 1) }
    return lines
  }

  private mutating func quoted(depth: Int) -> [String] {
    let sign = pick(["> ", ">", " > ", ">\t", "   > "])
    return elements(depth: depth).map { $0.isEmpty && number(below: 2) == 0 ? ">" : sign + $0 }
  }

  private mutating func listed(depth: Int) -> [String] {
    let marker = pick(["- ", "* ", "1. ", "10) ", "-\t", "+   ", " - "])
    let indent = marker == "-\t" ? "\t" : String(repeating: " ", count: marker.utf8.count)
    let lines = elements(depth: depth)
    return lines.enumerated().map {
      $0.offset == 0 ? marker + $0.element : $0.element.isEmpty ? "" : indent + $0.element
    }
  }

  /// Markdown that is quoted in a longer fence, in HTML or as indented code.
  private mutating func nested(depth: Int) -> [String] {
    let inner = elements(depth: depth)
    switch number(below: 5) {
    case 0: return ["````"] + inner + ["````"]
    case 1: return ["<details>", ""] + inner + ["", "</details>"]
    case 2: return ["<div>"] + inner + ["</div>", ""]
    case 3: return [""] + inner.map { "    " + $0 } + [""]
    default: return ["<!--"] + inner + ["-->"]
    }
  }

  private mutating func block() -> [String] {
    let fence = pick(["```", "```", "````", "~~~", "~~~~~"])
    let margin = pick(["", "", "", " ", "   "])
    let info = pick(["nn", "nn", " nn hide", "nn\tskip", "nn  fails ", "nnx", "python", "", "&#110;n", "n"])
    var lines = [margin + fence + info]
    for _ in 0..<number(below: 4) {
      lines.append(margin + pick(["show 1", "x = 2", "", "  y = 3", "\tz = 4", "``", "# é", "\0", "<!-- a -->"]))
    }
    if number(below: 12) > 0 { lines.append(margin + fence + pick(["", "", " ", "`"])) }
    if number(below: 3) == 0 { lines += region().map { margin + $0 } }
    return lines
  }

  private mutating func region() -> [String] {
    var lines = number(below: 4) == 0 ? [""] : []
    lines.append(pick(["<!-- nn:out -->", "<!-- nn:out -->", "<!-- nn:out -->  ", "<!-- nn:out", "<!-- nn:out -->x"]))
    lines += pick([[], ["text"], ["```text", "a", "", "b", "```"], ["```", "lost"], ["<!--= x -->1<!--/-->"]])
    lines.append(pick(["<!-- /nn:out 00000000 -->", "<!-- /nn:out d202ef8d -->", "<!-- /nn:out 12 -->", ""]))
    return lines
  }

  private mutating func prose() -> [String] {
    var line = ""
    for _ in 0...number(below: 5) {
      line += pick([
        "word ", "*em* ", "`code` ", "`", "[a](b) ", "<b>x</b> ", "é ", "\\", "&amp; ", "| ", "\0", "\t", "<", "!",
        "<!--= x -->", "<!--= x -->1<!--/-->", "<!--= a - 1 -->22<!--/-->", "<!--/-->", "`<!--= c -->`", "<!-- z -->",
        "text <!--= y -->3<!--/--> ", "<!--= 1--1 -->2<!--/-->", "<!--= open ", "\\<!--= esc -->",
      ])
    }
    return number(below: 3) == 0
      ? [line, pick(["more", "    indented", "===", "---", "| a | b |", "> lazy"])] : [line]
  }

  private mutating func lookalike() -> [String] {
    pick([
      ["<!-- nn:out -->"], ["<!-- /nn:out 5d3a9c1e -->"], ["say <!-- nn:out --> here"], ["`<!-- nn:out -->`"],
      ["````", "```nn", "show 1", "```", "<!-- nn:out -->", "x", "<!-- /nn:out 00000000 -->", "````"],
      ["<!-- nn:out -->", "a", "<!-- nn:out -->", "b", "<!-- /nn:out 00000000 -->"], ["``` nn", "x"], ["nn"],
      ["<!-- nn:out -->", "gone", "<!-- /nn:out ", "-->"], ["<!-- nn:out -->", "<!-- /nn:out 00000000 -->"],
      ["~~~", "<!-- nn:out -->", "~~~", "```nn", "```", "<!-- /nn:out 00000000 -->"], ["***", "---"], ["# head"],
    ])
  }

  private mutating func html() -> [String] {
    pick([
      ["<details>", ""], ["</details>"], ["<div>"], ["</div>", ""], ["<pre>"], ["</pre>"], ["<!-- c", ""], ["-->"],
      ["<!-- one -->"], ["<?php"], ["?>"], ["<![CDATA["], ["]]>"], ["<a", "b>"], ["[r]: /u", "'t'"],
    ])
  }
}
