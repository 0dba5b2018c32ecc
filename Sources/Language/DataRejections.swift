import SourceText

/// What there is to say about data sets.
extension Rejection {
  static func dataNameExpected(after keyword: Range<Int>) -> Rejection {
    Rejection(
      at: keyword, "the name of the data set is missing after `data`",
      help: "write `data xor: x1, x2 -> y`, with a row on each line below")
  }

  static func dataExpected(at range: Range<Int>, of name: Name) -> Rejection {
    Rejection(
      at: range, "where the data of `\(name.text)` come from is missing",
      help: "rows: `data \(name.text): x1, x2 -> y`", "a file: `data \(name.text) from \"data.csv\" -> y`",
      "a function: `data \(name.text) = moons(200)`")
  }

  static func colonExpected(at range: Range<Int>, of name: Name) -> Rejection {
    Rejection(
      at: range, "`:` is missing after `data \(name.text)`", help: "write `data \(name.text): x1, x2 -> y`")
  }

  static func columnsExpected(at range: Range<Int>, of name: Name) -> Rejection {
    Rejection(
      at: range, "the inputs are missing before `->`", help: "write `data \(name.text): x1, x2 -> y`")
  }

  // MARK: Files

  static func fromExpected(at range: Range<Int>, of name: Name, path: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "`from` is missing after `data \(name.text)`",
      help: "write `data \(name.text) from \(code.quotation(path))`")
  }

  static func pathExpected(at range: Range<Int>, text: String, after separator: Range<Int>) -> Rejection {
    let path = (text.split { " :,".contains($0) }.first ?? "").filter { $0 != "'" }
    let isPath = path.contains { $0.isLetter } && !path.contains("\"")
    return Rejection(
      at: range, "the path of a file stands here between quotes",
      help: "write `from \"\(isPath ? path : "data.csv")\"`")
  }

  // MARK: Columns

  static func columnExpected(at range: Range<Int>, after separator: Token, in code: [UInt8]) -> Rejection {
    let message = "the name of a column is missing after `\(code.quotation(separator.range))`"
    switch separator.symbol {
    case .arrow: return Rejection(at: range, message, help: "write `-> y`")
    case .colon: return Rejection(at: range, message, help: "write `: x1, x2 -> y`")
    case .range: return Rejection(at: range, message, help: "write `p0..p63`")
    case _: return Rejection(at: range, message)
    }
  }

  static func columnName(at range: Range<Int>, after separator: Token, in code: [UInt8]) -> Rejection {
    let text = code.quotation(range)
    return Rejection(
      at: range, "a column has a name, and `\(text)` is none",
      help: separator.symbol == .range
        ? "both ends of a range are names: `p0..p63`" : "where it is what the column is called, write `\"\(text)\"`")
  }

  static func colonInHeader(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "`:` cannot stand here", help: "an option is written with `=`, as in `classes = true`")
  }

  static func rowsOfFile(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "a data set from a file has no rows of its own",
      help: "rows stand below `data name: x1, x2 -> y`")
  }

  static func severalDataNames(at names: [Name], in code: [UInt8]) -> Rejection {
    let start = names.first?.range.lowerBound ?? 0
    return Rejection(
      at: start..<(names.last?.range.upperBound ?? start), "rows or a file make one data set",
      help: "several are made of one by a function: `a, b = split(iris, 0.8)`")
  }

  static func equalsBeforeFrom(at range: Range<Int>, of name: Name) -> Rejection {
    Rejection(at: range, "no `=` stands before `from`", help: "write `data \(name.text) from …`")
  }

  static func columnsMissing(at colon: Range<Int>, of name: Name) -> Rejection {
    Rejection(
      at: colon, "the names of the columns are missing after `:`",
      help: "write `data \(name.text): x1, x2 -> y`, with a row on each line below")
  }

  static func columnComma(at range: Range<Int>, before column: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(at: range, "a comma is missing before `\(code.quotation(column))`")
  }

  static func repeatedColumn(_ name: Name) -> Rejection {
    Rejection(at: name.range, "two columns are called `\(name.text)`")
  }

  static func headerWithoutArrow(
    at range: Range<Int>, of name: Name, _ columns: [DataDefinition.Columns], in code: [UInt8]
  ) -> Rejection {
    let names = columns.map { column in
      switch column {
      case .named(let name): code.quotation(name.range)
      case .range(let first, let last): code.quotation(first.range.lowerBound..<last.range.upperBound)
      }
    }
    let inputs = names.count > 1 ? names.dropLast().joined(separator: ", ") : names.joined()
    let target = names.count > 1 ? names.last ?? "y" : "y"
    return Rejection(
      at: range, "`->` is missing: it stands between the inputs and the targets",
      help: "write `data \(name.text): \(inputs) -> \(target)`")
  }

  static func secondArrow(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "one `->` stands between the inputs and the targets", help: "several targets are separated by commas")
  }

  // MARK: Rows

  static func dataWithoutRows(at range: Range<Int>, of name: Name) -> Rejection {
    Rejection(
      at: range, "no rows stand below `data \(name.text)`",
      help: "a row stands on a line of its own, indented deeper: `0, 1 -> 1`",
      "a file is read by `data \(name.text) from \"data.csv\" -> …`")
  }

  static func rowsNotIndented(at range: Range<Int>, of name: Name) -> Rejection {
    Rejection(
      at: range, "the rows of `\(name.text)` are not indented", help: "indent the lines below by two spaces or more")
  }

  static func rowWidth(at entries: [Expression], _ what: String, expected: Int) -> Rejection {
    let start = entries.first?.range.lowerBound ?? 0
    let plural = entries.count == 1 ? what : what + "s"
    return Rejection(
      at: start..<(entries.last?.range.upperBound ?? start),
      "the rows of a data set have the same number of \(what)s: this one has \(entries.count) \(plural), not \(expected)"
    )
  }

  static func classOfSeveralWords(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "the name of a class that is no single word stands in quotes",
      help: "write `\"\(code.quotation(range))\"`")
  }

  static func rowWithoutArrow(
    at range: Range<Int>, _ entries: [Expression], width: Int?, in code: [UInt8]
  ) -> Rejection {
    let message = "`->` is missing: it stands between the inputs and the targets"
    let texts = entries.map { code.quotation($0.range) }
    let inputs = width ?? texts.count - 1
    guard inputs > 0, inputs < texts.count else { return Rejection(at: range, message, help: "write `0, 1 -> 1`") }
    return Rejection(
      at: range, message,
      help: "write `\(texts[..<inputs].joined(separator: ", ")) -> \(texts[inputs...].joined(separator: ", "))`")
  }
}
