import Testing

@testable import Engine

/// Samples written out in a note.
struct LiteralRowTests {
  /// `1, 2 -> 3` or `1, 2 -> name`.
  private func row(_ text: String) -> LiteralRow {
    let sides = text.split(separator: "->", omittingEmptySubsequences: false).map { side in
      side.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    }
    let wanted = sides.count > 1 ? sides[1] : []
    let isName = wanted.first?.first?.isLetter == true && Double(wanted[0]) == nil
    return LiteralRow(
      inputs: sides[0].map { Double($0) ?? .nan },
      target: isName ? .className(wanted[0]) : .numbers(wanted.map { Double($0) ?? .nan }))
  }

  @Test(
    arguments: [
      ("x1, x2 -> y", ["0, 0 -> 0", "0, 1 -> 1"], nil, "x1, x2 -> y: 0, 0 -> 0; 0, 1 -> 1"),
      ("x1, x2 -> y, z", ["0, 0 -> 0, 2"], nil, "x1, x2 -> y, z: 0, 0 -> 0, 2"),
      ("p0..p2 -> y", ["1, 2, 3 -> 4"], nil, "p0, p1, p2 -> y: 1, 2, 3 -> 4"),
      ("x", ["1", "2"], nil, "x: 1; 2"),
      (
        "a, b -> species", ["5.1, 3.5 -> setosa", "6, 2 -> a", "5, 3 -> setosa"], nil,
        "a, b -> species (a|setosa): 5.1, 3.5 -> setosa; 6, 2 -> a; 5, 3 -> setosa"
      ),
      ("x -> y", ["1 -> 10", "2 -> 9"], true, "x -> y (9|10): 1 -> 10; 2 -> 9"),
      ("x -> y", ["1 -> 10", "2 -> 9"], false, "x -> y: 1 -> 10; 2 -> 9"),
      ("-> y", ["1 -> 1"], nil, "the header names no inputs | write the names of the columns: `x1, x2 -> y`"),
      ("x -> y", [], nil, "the set has no rows"),
      ("x, x -> y", ["1, 2 -> 3"], nil, "the column `x` is named twice"),
      ("x -> x", ["1 -> 3"], nil, "the column `x` is named twice"),
      ("x, y -> z", ["1, 2 -> 3", "1 -> 3"], nil, "row 2 has 1 input: the header names 2"),
      ("x -> z", [" -> 3"], nil, "row 1 has no inputs: the header names 1"),
      ("x -> z", ["1 -> 2, 3"], nil, "row 1 has 2 targets: the header names 1"),
      ("x -> z", ["1"], nil, "row 1 has no targets: the header names 1"),
      ("x", ["1 -> 2"], nil, "row 1 has 1 target: the header names none"),
      ("x", ["1 -> a"], nil, "row 1 has 1 target: the header names none"),
      ("x -> y, z", ["1 -> a"], nil, "a class must be the only target: `y` stands beside others"),
      ("x -> y, z", ["1 -> 1, 2", "1 -> a"], nil, "row 2 has 1 target: the header names 2"),
      ("x -> y", ["1 -> 1", "1 -> a"], nil, "row 2 has a class as its target: the rows before it have numbers"),
      ("x -> y", ["1 -> a", "1 -> 1"], nil, "row 2 has a number as its target: the rows before it have a class"),
      ("x -> y", ["1 -> 1", "inf -> 1"], nil, "`x` of row 2 is inf"),
      ("x -> y", ["1 -> nan"], nil, "`y` of row 1 is nan"),
      ("p3..p1 -> y", ["1 -> 1"], nil, "`p1` stands before `p3`"),
      (
        "a..b -> y", ["1 -> 1"], nil,
        "a range of new columns needs names that count: `a` and `b` do not | "
          + "write `p0..p9` for `p0, p1, p2` and so on"
      ),
      (
        "p1..q2 -> y", ["1 -> 1"], nil,
        "a range of new columns needs names that count: `p1` and `q2` do not | "
          + "write `p0..p9` for `p0, p1, p2` and so on"
      ),
      (
        "p00..p02 -> y", ["1 -> 1"], nil,
        "a range of new columns needs names that count: `p00` and `p02` do not | "
          + "write `p0..p9` for `p0, p1, p2` and so on"
      ),
      ("p0..p99999999999999 -> y", ["1 -> 1"], nil, "this takes 14.2 PiB of memory: the limit is 64 MiB"),
    ] as [(String, [String], Bool?, String)])
  func table(_ header: String, _ rows: [String], _ classes: Bool?, _ expected: String) {
    let result = outcome { () throws(EngineFault) in
      try DataSet(
        rows: rows.map(row), ColumnSelection(header, classes: classes), name: "xor", within: .ample)
    }
    #expect(result == expected)
  }

  @Test func members() throws {
    let set = try DataSet(
      rows: [row("1, 2 -> b"), row("3, 4 -> a")], ColumnSelection("x1, x2 -> y"), name: "s", within: .ample)
    #expect(DataMember.allCases.map { set.value(of: $0)?.text } == ["[1, 2; 3, 4]", "[0, 1; 1, 0]", "2", nil])
    #expect(set.classes == ["a", "b"])
    #expect(set.targetColumnNames == ["a", "b"])
    #expect(set.targetNames == ["y"])
    #expect(set.origin == "s")
  }
}
