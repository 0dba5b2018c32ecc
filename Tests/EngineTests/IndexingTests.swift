import Testing

@testable import Engine

struct IndexingTests {
  /// `:` for all, anything else a value.
  @Test(arguments: [
    ("[7, 8, 9]", ["1"], "7"), ("[7, 8, 9]", ["3"], "9"), ("[7, 8, 9]", [":"], "[7, 8, 9]"),
    ("[1, 2, 3; 4, 5, 6]", ["2", "3"], "6"), ("[1, 2, 3; 4, 5, 6]", ["2", ":"], "[4, 5, 6]"),
    ("[1, 2, 3; 4, 5, 6]", [":", "3"], "[3, 6]"), ("[1, 2, 3; 4, 5, 6]", [":", ":"], "[1, 2, 3; 4, 5, 6]"),
    ("[7, 8, 9]", ["4"], "`W` has no entry 4: it has 3"),
    ("[7, 8, 9]", ["0"], "`W` has no entry 0: it has 3 | counting begins at 1"),
    ("[7, 8, 9]", ["-1"], "`W` has no entry -1: it has 3 | counting begins at 1"),
    ("[7, 8, 9]", ["1e300"], "`W` has no entry 1e300: it has 3"),
    ("[7, 8, 9]", ["1.5"], "a subscript must be a whole number, not 1.5"),
    ("[7, 8, 9]", ["nan"], "a subscript must be a whole number, not nan"),
    ("[7, 8, 9]", ["inf"], "a subscript must be a whole number, not inf"),
    ("[7, 8, 9]", ["[1, 2]"], "a subscript must be a number: `[1, 2]` is a vector of 2"),
    ("[7, 8, 9]", ["1", "1"], "`W` is a vector of 3 and wants one subscript: 2 are given"),
    ("[]", ["1"], "`W` has no entry 1: it has 0"),
    ("[1, 2, 3; 4, 5, 6]", ["3", "1"], "`W` has no row 3: it is 2×3"),
    ("[1, 2, 3; 4, 5, 6]", ["1", "4"], "`W` has no column 4: it is 2×3"),
    ("[1, 2, 3; 4, 5, 6]", [":", "0"], "`W` has no column 0: it is 2×3 | counting begins at 1"),
    (
      "[1, 2, 3; 4, 5, 6]", ["1"],
      "`W` is 2×3 and wants two subscripts, row and column: 1 is given | a row is `W[1, :]`, a column `W[:, 1]`"
    ),
    ("[1, 2; 3, 4]", ["1", "1", "1"], "`W` is 2×2 and wants two subscripts, row and column: 3 are given"),
    ("5", ["1"], "`W` is a number, which has no entries to pick from"),
    ("5", [":"], "`W` is a number, which has no entries to pick from"),
  ])
  func table(_ text: String, _ selections: [String], _ expected: String) throws {
    let value = try Value(text)
    let places = try selections.map { $0 == ":" ? Selection.all : .at(try Value($0)) }
    #expect(outcome(["W"] + selections) { () throws(EngineFault) in try value.at(places, within: .ample) } == expected)
  }

  @Test func namedSubscript() throws {
    let value = try Value("[1, 2]")
    let actual = outcome(["x", "i"]) { () throws(EngineFault) in try value.at([.at(.number(1.5))], within: .ample) }
    #expect(actual == "a subscript must be a whole number: `i` is 1.5")
  }
}

struct LiteralTests {
  @Test func arrays() throws {
    let entries = try ["1", "2", "3"].map { try Value($0) }
    #expect(try Value.vector(of: entries, within: .ample).text == "[1, 2, 3]")
    #expect(try Value.vector(of: [], within: .ample).shape == .vector(0))
    #expect(try Value.matrix(of: [entries, entries], within: .ample).text == "[1, 2, 3; 1, 2, 3]")
    #expect(try Value.matrix(of: [entries], within: .ample).shape == .matrix(rows: 1, columns: 3))
  }

  @Test func mistakes() throws {
    let (number, vector) = (try Value("1"), try Value("[1, 2]"))
    #expect(
      outcome(["1", "x"]) { () throws(EngineFault) in try .vector(of: [number, vector], within: .ample) }
        == "an entry of an array must be a number: `x` is a vector of 2")
    #expect(
      outcome { () throws(EngineFault) in try .matrix(of: [[number], [vector]], within: .ample) }
        == "an entry of an array must be a number: entry 2 is a vector of 2")
    #expect(
      outcome { () throws(EngineFault) in try .matrix(of: [[number, number], [number]], within: .ample) }
        == "the rows of a matrix must have one length: row 1 has 2 entries, row 2 has 1 entry")
    #expect(
      outcome { () throws(EngineFault) in try .matrix(of: [[number], []], within: .ample) }
        == "the rows of a matrix must have one length: row 1 has 1 entry, row 2 has no entries")
  }
}
