import Document
import SourceText
import Testing

/// What is found in a note, written out: `block info | code lines | prefix | region`, `value`, `orphan`, and diagnostics with
/// their lines.
@Suite struct NoteScanTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let note: String
    let found: [String]
    var testDescription: String { name }

    init(_ name: String, _ note: String, _ found: [String]) {
      (self.name, self.note, self.found) = (name, note, found)
    }
  }

  @Test(arguments: blocks + regions + values) func found(example: Example) throws {
    let note = try Note.scan(Array(example.note.utf8), limits: generous)
    #expect(inWords(note) == example.found)
  }

  private func inWords(_ note: Note) -> [String] {
    let source = Source(name: "", bytes: note.bytes)
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    func state(_ region: OwnedRegion?) -> String {
      region.map { " region \($0.isEdited ? "edited" : "intact") \($0.content.lines.map(text))" } ?? ""
    }
    var words = note.blocks.map { block in
      "block \(text(block.info.text).debugDescription) code \(text(block.code.text).debugDescription)"
        + " prefix \(text(block.prefix).debugDescription)\(block.isTight ? " tight" : "")\(state(block.region))"
    }
    words += note.values.map {
      "value \(text($0.expression.text).debugDescription) is \(text($0.shown).debugDescription)"
    }
    words += note.orphans.map { "orphan\(state($0))" }
    words += note.diagnostics.map {
      let position = source.position(of: $0.range.lowerBound)
      return "\(position.line):\(position.column): \($0.kind.rawValue): \($0.message) [\(source.text($0.range))]"
    }
    return words
  }

  private static let show = "block \"\" code \"show 1\\n\" prefix \"\""

  private static let blocks = [
    Example("nothing", "prose\n", []),
    Example("plain", "```nn\nshow 1\n```\n", [show]),
    Example("tildes, no final newline", "~~~ nn\nshow 1\n~~~~", [show]),
    Example("CRLF", "```nn\r\nshow 1\r\n```\r\n", [show]),
    Example("CR", "```nn\rshow 1\r```\r", [show]),
    Example("byte order mark", "\u{FEFF}```nn\nshow 1\n```\n", [show]),
    Example("front matter", "---\na: |\n  ```nn\n---\n```nn\nshow 1\n```\n", [show]),
    Example("front matter after a byte order mark", "\u{FEFF}+++\na = 1\n+++\n```nn\nshow 1\n```\n", [show]),
    Example("a rule is no front matter", "---\n\n```nn\nshow 1\n```\n---\n", [show]),
    Example("front matter that is never closed", "---\na\n```nn\nshow 1\n```\n", [show]),
    Example("options", "```nn  hide, fails \nshow 1\n```\n", ["block \"hide, fails\" code \"show 1\\n\" prefix \"\""]),
    Example("another word", "```nnx\n```\n```NN\n```\n```&#110;n\n```\n``` n nn\n```\n", []),
    Example(
      "indented fence", "  ```nn\n   show 1\n show 2\n  ```\n",
      ["block \"\" code \" show 1\\nshow 2\\n\" prefix \"  \""]),
    Example(
      "list item", "- a\n  ```nn\n  show 1\n\n    show 2\n  ```\n",
      ["block \"\" code \"show 1\\n\\n  show 2\\n\" prefix \"  \" tight"]),
    Example(
      "first in its item", "10) ```nn\n    show 1\n    ```\n", ["block \"\" code \"show 1\\n\" prefix \"    \" tight"]),
    Example(
      "tabs", "-\t```nn\n\tshow 1\n\t\tx\n \t```\n", ["block \"\" code \"show 1\\n\\tx\\n\" prefix \" \\t\" tight"]),
    Example("a part of a tab", "> ```nn\n>\tshow 1\n> ```\n", ["block \"\" code \"  show 1\\n\" prefix \"> \""]),
    Example("quote", "> ```nn\n>show 1\n>\n> ```\n", ["block \"\" code \"show 1\\n\\n\" prefix \"> \""]),
    Example(
      "nested", "> 1. > - ```nn\n>    >   show 1\n>    >   ```\n",
      ["block \"\" code \"show 1\\n\" prefix \">    >   \" tight"]),
    Example("NUL", "a\0b\n\n```nn\nx\0\n```\n", ["block \"\" code \"x\\0\\n\" prefix \"\""]),
    Example("in a longer fence", "````\n```nn\nshow 1\n```\n````\n", []),
    Example("in indented code", "a\n\n    ```nn\n    show 1\n    ```\n", []),
    Example("in a comment", "<!--\n```nn\nshow 1\n```\n-->\n", []),
    Example("in a div", "<div>\n```nn\nshow 1\n```\n</div>\n", []),
    Example("in details", "<details>\n\n```nn\nshow 1\n```\n\n</details>\n", [show]),
    Example("a fence that is too short", "````nn\n```\n````\n", ["block \"\" code \"```\\n\" prefix \"\""]),
    Example("unclosed", "```nn\nshow 1\n", ["1:1: unclosed-fence: this block is never closed [```nn]"]),
    Example(
      "closed by its quote", "> ```nn\n> x\n\n```nn\nshow 1\n```\n",
      [show, "1:3: unclosed-fence: this block is never closed [```nn]"]),
    Example(
      "a closing fence too deep", "- ```nn\n  x\n      ```\n",
      ["1:3: unclosed-fence: this block is never closed [```nn]"]),
  ]

  private static let regions = [
    Example(
      "region", "```nn\nshow 1\n```\n<!-- nn:out -->\na\n<!-- /nn:out e8b7be43 -->\n", [show + " region edited [\"a\"]"]
    ),
    Example(
      "intact", "```nn\nshow 1\n```\n<!-- nn:out -->\none line\n<!-- /nn:out de6a3c35 -->",
      [show + " region intact [\"one line\"]"]),
    Example(
      "after blank lines", "```nn\nshow 1\n```\n\n \n<!-- nn:out -->\n\none line\n\n<!-- /nn:out de6a3c35 -->  \n",
      [show + " region intact [\"one line\"]"]),
    Example(
      "a lost backtick",
      "```nn\nshow 1\n```\n<!-- nn:out -->\n```text\na\n``\n<!-- /nn:out 00000000 -->\n\n```nn\nshow 1\n```\n",
      [show + " region edited [\"```text\", \"a\", \"``\"]", show]),
    Example("quoted example", "````\n```nn\n```\n<!-- nn:out -->\n<!-- /nn:out 00000000 -->\n````\n", []),
    Example(
      "a quoted pair that is none",
      "~~~\n<!-- nn:out -->\n~~~\n\n```nn\nshow 1\n```\n\n~~~\n<!-- /nn:out 00000000 -->\n~~~\n", [show]),
    Example(
      "orphan", "text\n<!-- nn:out -->\none line\n<!-- /nn:out de6a3c35 -->\n", ["orphan region intact [\"one line\"]"]),
    Example(
      "orphan of another language", "```py\n```\n<!-- nn:out -->\nx\n<!-- /nn:out de6a3c35 -->\n",
      ["orphan region edited [\"x\"]"]),
    Example(
      "something between", "```nn\nshow 1\n```\nx\n<!-- nn:out -->\none line\n<!-- /nn:out de6a3c35 -->\n",
      [show, "orphan region intact [\"one line\"]"]),
    Example(
      "another prefix", "> ```nn\n> show 1\n> ```\n> <!-- nn:out -->\none line\n> <!-- /nn:out de6a3c35 -->\n",
      ["block \"\" code \"show 1\\n\" prefix \"> \" region edited [\"one line\"]"]),
    Example(
      "no end", "```nn\nshow 1\n```\n<!-- nn:out -->\na\n",
      [show, "4:1: damaged-marker: this region has no end [<!-- nn:out -->]"]),
    Example(
      "no beginning", "a\n<!-- /nn:out 5d3a9c1e -->\n",
      ["2:1: damaged-marker: this region has no beginning [<!-- /nn:out 5d3a9c1e -->]"]),
    Example(
      "doubled", "```nn\nshow 1\n```\n<!-- nn:out -->\n<!-- nn:out -->\n<!-- /nn:out 5d3a9c1e -->\n",
      [show, "orphan region edited []", "4:1: damaged-marker: this region has no end [<!-- nn:out -->]"]),
    Example(
      "a short checksum", "```nn\nshow 1\n```\n<!-- nn:out -->\n```\n<!-- /nn:out 5d3a9c1 -->\n\n```nn\nshow 1\n```\n",
      [show, show, "6:1: damaged-marker: a region's closing marker is damaged [<!-- /nn:out 5d3a9c1 -->]"]),
    Example(
      "an opening marker that is not closed", "```nn\nshow 1\n```\n<!-- nn:out\nx\n<!-- /nn:out 5d3a9c1e -->\n",
      [show, "4:1: damaged-marker: a region's opening marker is damaged [<!-- nn:out]"]),
    Example(
      "in the code", "```nn\nshow 1\n``\n<!-- nn:out -->\na\n<!-- /nn:out 5d3a9c1e -->\n",
      ["4:1: damaged-marker: a region's marker stands inside a block [<!-- nn:out -->]"]),
    Example("mid-line", "say `<!-- nn:out -->` or <!-- nn:out --> here\n", []),
  ]

  private static let values = [
    Example(
      "values", "a <!--= x -->1<!--/--> b <!--= a->b, digits=3-->2<!--/-->\n",
      ["value \"x\" is \"1\"", "value \"a->b, digits=3\" is \"2\""]),
    Example(
      "everywhere",
      "# h <!--= a -->1<!--/-->\n> - *<!--= b -->*<!--/-->\n\n| <!--= c -->3<!--/--> | [<!--= d --><!--/-->](u) |\n|--|--|\n",
      ["value \"a\" is \"1\"", "value \"b\" is \"*\"", "value \"c\" is \"3\"", "value \"d\" is \"\""]),
    Example("in code", "`<!--= x -->1<!--/-->` ``a <!--= `y -->`` \\<!--= z -->\n\n    <!--= x -->1<!--/-->\n", []),
    Example("a backquote in the expression", "`a <!--= x` -->\n", []),
    Example("wrapped", "> a <!--= x +\n>  y -->1\n> 2<!--/-->\n", ["value \"x + y\" is \"1\\n> 2\""]),
    Example("wrapped on a lazy line", "> a\nb <!--= x +\n> y -->1<!--/-->\n", ["value \"x + y\" is \"1\""]),
    Example("a comparison after a line end", "a <!--= x\n      > 1 -->1<!--/-->\n", ["value \"x > 1\" is \"1\""]),
    Example(
      "a quote that begins in the expression", "a <!--= x\n> 1 -->1<!--/-->\n",
      [
        "1:3: syntax: this inline value is not closed [<!--=]",
        "2:9: damaged-marker: this ends no inline value [<!--/-->]",
      ]),
    Example(
      "at the start of a line", "<!--= x -->1<!--/--> and `<!--= y -->2<!--/-->`\n",
      [
        "value \"x\" is \"1\"", "value \"y\" is \"2\"",
        "1:1: markdown: Markdown takes a line that begins with `<!--` for HTML and formats nothing on it [<!--= x -->]",
      ]),
    Example(
      "a backtick in the text", "```<!--= x -->`<!--/-->\n",
      ["1:15: damaged-marker: the text of an inline value holds a backtick [`]"]),
    Example("in other HTML", "<div><!--= x -->1<!--/--></div>\n", []),
    Example(
      "no end", "a <!--= x -->1\n\nb <!--= y -->2<!--/-->\n",
      ["value \"y\" is \"2\"", "1:3: damaged-marker: this inline value has no end [<!--= x -->]"]),
    Example(
      "nested", "a <!--= x --><!--= y -->2<!--/--><!--/-->\n",
      [
        "value \"y\" is \"2\"", "1:3: damaged-marker: this inline value has no end [<!--= x -->]",
        "1:34: damaged-marker: this ends no inline value [<!--/-->]",
      ]),
    Example("two hyphens", "a <!--= 1--1 -->2<!--/-->\n", ["1:10: syntax: an HTML comment cannot hold `--` [--]"]),
    Example(
      "a hyphen at the end", "a <!--= a--->2<!--/-->\n", ["1:10: syntax: an HTML comment cannot end in `--->` [-]"]),
    Example(
      "not closed", "a <!--= x\n\n```nn\nshow 1\n```\n", [show, "1:3: syntax: this inline value is not closed [<!--=]"]),
    Example("an end alone", "a <!--/--> b\n", ["1:3: damaged-marker: this ends no inline value [<!--/-->]"]),
    Example(
      "inside a region", "```nn\nshow 1\n```\n<!-- nn:out -->\n<!--= x -->1<!--/-->\n<!-- /nn:out 00000000 -->\n",
      [show + " region edited [\"<!--= x -->1<!--/-->\"]"]),
  ]
}
