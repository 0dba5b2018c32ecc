import Testing

@testable import SourceText

@Suite struct ExcerptTests {
  /// The code of a block in a quote, its lines in CRLF, a tab half taken by the quote, and no line end at its end.
  private static let source = Array("> ab\r\n>\tcd\r\n> η".utf8)
  private static var excerpt: Excerpt {
    var excerpt = Excerpt()
    excerpt.append(2..<4, of: source)
    excerpt.append(filler: [0x0A], at: 4)
    excerpt.append(filler: [0x20, 0x20], at: 7)
    excerpt.append(8..<10, of: source)
    excerpt.append(filler: [0x0A], at: 10)
    excerpt.append(14..<16, of: source)
    excerpt.append(filler: [0x0A], at: 16)
    return excerpt
  }

  @Test func text() {
    #expect(Self.excerpt.text == Array("ab\n  cd\nη\n".utf8))
  }

  @Test func joinedTheyLeadBackToBothPlaces() {
    var first = Excerpt()
    first.append(2..<4, of: Self.source)
    var second = Excerpt()
    second.append(8..<10, of: Self.source)
    first.append(second)
    #expect(first.text == Array("abcd".utf8))
    #expect((0...4).map { first.sourceOffset($0) } == [2, 3, 8, 9, 10])
    #expect(first.sourceRange(1..<3) == 3..<9)
  }

  @Test func fromTheTextToTheSource() {
    let offsets = (0...11).map { Self.excerpt.sourceOffset($0) }
    //             a  b  LF    tab  c  d  LF  η       LF end
    #expect(offsets == [2, 3, 4, 7, 7, 8, 9, 10, 14, 15, 16, 16])
  }

  @Test func fromTheSourceToTheText() {
    let offsets = (0...16).map { Self.excerpt.textOffset($0) }
    //                   >    sp   a  b  CR LF   >    tab c  d  CR  LF   >    sp  η     end
    #expect(offsets == [nil, nil, 0, 1, 2, nil, nil, 3, 5, 6, 7, nil, nil, nil, 8, 9, 10])
  }

  static let rangeTable: [(Range<Int>, Range<Int>)] = [
    (0..<2, 2..<4), (0..<0, 2..<2), (0..<1, 2..<3), (1..<6, 3..<9), (3..<5, 7..<8), (2..<3, 4..<5), (5..<7, 8..<10),
    (8..<10, 14..<16), (8..<11, 14..<16), (10..<11, 16..<16), (11..<11, 16..<16), (0..<11, 2..<16),
  ]

  @Test(arguments: rangeTable)
  func ranges(text: Range<Int>, source: Range<Int>) {
    #expect(Self.excerpt.sourceRange(text) == source)
  }

  @Test func anEmptyExcerpt() {
    #expect(Excerpt().sourceOffset(3) == 0)
    #expect(Excerpt().sourceRange(0..<0) == 0..<0)
    #expect(Excerpt().textOffset(0) == nil)
  }

  @Test func everyByteOfTheSourceComesBack() {
    for offset in Self.excerpt.text.indices {
      let source = Self.excerpt.sourceOffset(offset)
      guard Self.source.indices.contains(source), Self.source[source] == Self.excerpt.text[offset] else { continue }
      #expect(Self.excerpt.textOffset(source) == offset)
    }
  }

  @Test func diagnosticsAreCarriedWithTheirRemarks() {
    let diagnostic = Diagnostic(.name, at: 5..<7, "unknown `cd`", notes: ["`ab` was set \(place: 0), `η` \(place: 8)"])
    let moved = Diagnostic(.name, at: 8..<10, "unknown `cd`", notes: ["`ab` was set \(place: 2), `η` \(place: 14)"])
    #expect(diagnostic.moved(by: Self.excerpt) == moved)
  }
}
