import Document
import SourceText
import Testing

@Suite struct WritingTests {
  private static let output = ["first", "", "", "```text", "a", "", "b", "```", ""]

  @Test(arguments: [
    (
      "```nn\nx\n```", ["one line"],
      "```nn\nx\n```\n<!-- nn:out -->\none line\n<!-- /nn:out SUM -->"
    ),
    (
      "```nn\nx\n```\nend\n", output,
      "```nn\nx\n```\n<!-- nn:out -->\nfirst\n\n```text\na\n\nb\n```\n<!-- /nn:out SUM -->\nend\n"
    ),
    (
      "> - ```nn\r\n>   x\r\n>   ```  \r\n> end\r\n", output,
      "> - ```nn\r\n>   x\r\n>   ```  \r\n>   <!-- nn:out -->\r\n>   first\r\n>   <!-- -->\r\n>   ```text\r\n>   a\r\n>\r\n>   b\r\n"
        + ">   ```\r\n>   <!-- /nn:out SUM -->\r\n> end\r\n"
    ),
    ("```nn\rx\r```\r\r", ["a\nb\r\nc"], "```nn\rx\r```\r<!-- nn:out -->\ra\rb\r\rc\r<!-- /nn:out SUM -->\r\r"),
    (
      "```nn\nx\n```\n", ["<!-- nn:out -->", "> <!-- /nn:out 12345678 -->", "<!--= a -->1<!--/-->"],
      "```nn\nx\n```\n<!-- nn:out -->\n&lt;!-- nn:out -->\n> &lt;!-- /nn:out 12345678 -->\n&lt;!--= a -->1<!--/-->\n<!-- /nn:out SUM -->\n"
    ),
    ("```nn\nx\n```\n\n<!-- nn:out -->\nold\n<!-- /nn:out 00000000 -->\n", [" ", ""], "```nn\nx\n```\n"),
    (
      "```nn\nx\n```\n\n<!-- nn:out -->\nold\n<!-- /nn:out 00000000 -->\n", ["new"],
      "```nn\nx\n```\n<!-- nn:out -->\nnew\n<!-- /nn:out SUM -->\n"
    ),
    ("```nn\nx\n```\n", [], "```nn\nx\n```\n"),
  ])
  func `regions`(note: String, output: [String], expected: String) throws {
    let bytes = Array(note.utf8)
    let block = try #require(scanned(bytes)?.blocks.first)
    let written = splice(bytes, [block.edit(content: output)].compactMap { $0 })
    #expect(withoutChecksum(written) == expected)
    let region = try #require(scanned(written)?.blocks.first)
    #expect(region.edit(content: output) == nil)
    #expect(region.region?.isEdited != true)
  }

  @Test(arguments: [
    ("a <!--= x -->1<!--/--> b", "2", "a <!--= x -->2<!--/--> b"),
    ("a <!--= x --><!--/-->", "[1, 2]", "a <!--= x -->[1, 2]<!--/-->"),
    ("> a <!--= x -->1\n> 2<!--/--> b", "3\n4", "> a <!--= x -->3 4<!--/--> b"),
    ("a <!--= x -->1<!--/--> b", "<!--/-->", "a <!--= x -->&lt;!--/--><!--/--> b"),
  ])
  func `inline values`(note: String, text: String, expected: String) throws {
    let bytes = Array(note.utf8)
    let value = try #require(scanned(bytes)?.values.first)
    let written = splice(bytes, [value.edit(text: text)].compactMap { $0 })
    #expect(String(decoding: written, as: UTF8.self) == expected)
    #expect(try #require(scanned(written)?.values.first).edit(text: text) == nil)
  }

  private func withoutChecksum(_ bytes: [UInt8]) -> String {
    var words = String(decoding: bytes, as: UTF8.self).split(
      separator: "<!-- /nn:out ", omittingEmptySubsequences: false)
    guard let last = words.popLast(), !words.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
    return words.joined(separator: "<!-- /nn:out ") + "<!-- /nn:out SUM" + last.dropFirst(8)
  }
}
