import Document
import SourceText
import Testing

@testable import Notebook

/// Whatever one character of a region becomes, `check` reports that region and no other, and nothing else of the note is
/// taken for something else. What only lays the text out may change: it is no edit.
@Suite struct FreshnessTests {
  static let note = run(
    """
    # Note

    ```nn
    x = [1.2, 1.4, 1.3]
    show x, norm(x)
    table x, x^2 as "square | of x"
    show x as math
    ```

    Between <!--= x[1] --><!--/-->.

    - item

      ```nn
      show x
      table x
      ```

    > ```nn
    > expect x[1] < 1
    > ```

    ```nn
    show 1
    ```
    """)

  @Test func theNoteIsFresh() {
    #expect(execute(Array(Self.note.utf8)).changes.isEmpty)
  }

  /// A formatter without an extension for math escapes formulas: what they say is still fresh, that no page typesets them
  /// is said, and whoever overwrites hand edits gets them back.
  @Test func escapedFormulasAreFreshAndCanBeRestored() {
    let escaped = Self.note.replacing("\\begin", with: "\\\\begin").replacing("\\end", with: "\\\\end")
    #expect(escaped != Self.note)
    let outcome = execute(Array(escaped.utf8))
    #expect(outcome.changes.isEmpty)
    #expect(
      outcome.diagnostics.filter { $0.kind == .markdown }.map(\.message)
        == ["a formatter took the formulas of this output for prose and escaped them"])
    let restored = execute(Array(escaped.utf8), overwritesEdits: true)
    #expect(String(decoding: splice(Array(escaped.utf8), restored.edits), as: UTF8.self) == Self.note)
  }

  @Test(arguments: [UInt8](arrayLiteral: 0, 0x78, 0x20, 0x60, 0x0A))
  func everyChangeOfOneCharacterIsReported(_ replacement: UInt8) throws {
    let bytes = Array(Self.note.utf8)
    let regions = try Note.scan(bytes, limits: ReadingLimits(memory: 1 << 30, deadline: .max, clock: { 0 }))
      .blocks.compactMap(\.region)
    #expect(regions.count == 4)
    var missed: [String] = []
    for (number, region) in regions.enumerated() {
      for place in region.range where bytes[place] & 0xC0 != 0x80 && bytes[place] != replacement {
        var end = place + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        // 0 stands for deletion.
        let changed = splice(bytes, [Edit(range: place..<end, replacement: replacement == 0 ? [] : [replacement])])
        let outcome = execute(changed)
        let said = outcome.diagnostics.filter { $0.kind == .edited || $0.kind == .damagedMarker || $0.kind == .orphan }
        let other = outcome.diagnostics.filter { $0.kind != .expectation && !said.contains($0) }
        let touched = said + outcome.changes.map(\.finding)
        let isItsOwn = touched.allSatisfy {
          region.range.lowerBound - 8 <= $0.range.lowerBound && $0.range.lowerBound <= region.range.upperBound
        }
        if touched.isEmpty, !isLayout(place, in: bytes, becoming: replacement) {
          missed.append("region \(number + 1), byte \(place): nothing said of \(context(changed, place))")
        }
        if !other.isEmpty || !isItsOwn {
          missed.append(
            "region \(number + 1), byte \(place): \((other + touched).map(\.message)) of \(context(changed, place))")
        }
      }
    }
    #expect(missed.count == 0, "\(missed.count): \(missed.prefix(12).joined(separator: "\n"))")
  }

  /// Whether a character is white space, padding or the sign of a quote, or becomes white space, where that says nothing:
  /// outside a fence, at the end of a line, and before what a line of a list or a quote holds.
  private func isLayout(_ place: Int, in bytes: [UInt8], becoming replacement: UInt8) -> Bool {
    let isBlank = [0x20, 0x0A, 0x2D, 0x3E].contains(bytes[place])
    guard isBlank, [0, 0x20, 0x0A].contains(replacement) else { return false }
    let lineStart = (bytes[..<place].lastIndex(of: 0x0A) ?? -1) + 1
    let before = bytes[lineStart..<place]
    if before.allSatisfy({ $0 == 0x20 || $0 == 0x3E }) || bytes[place] == 0x0A { return true }
    let fences = String(decoding: bytes[..<lineStart], as: UTF8.self).split(separator: "\n").filter {
      $0.contains("```")
    }
    return fences.count % 2 == 0
  }

  private func context(_ bytes: [UInt8], _ place: Int) -> String {
    String(decoding: bytes[max(0, place - 20)..<min(bytes.count, place + 20)], as: UTF8.self).debugDescription
  }
}
