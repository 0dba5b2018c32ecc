import Engine
import Language
import Report
import SourceText

/// Evaluates what the output statements ask for.
struct Outputs {
  let evaluator: Evaluator
  let settings: Settings
  let collection: Collection
  let copies: Copies

  /// More cells than this make no table that anyone reads.
  static let largestTable = 100_000

  var code: Code { evaluator.code }

  // MARK: show

  func listing(_ output: Output) throws(Mistakes) -> StatementResult {
    var mistakes: [Mistake] = []
    let digits = collecting(into: &mistakes, otherwise: settings.digits) { () throws(Mistake) in
      try self.digits(output.options, of: "`show`")
    }
    let form = collecting(into: &mistakes, otherwise: ListingForm.text) { () throws(Mistake) in
      try listingForm(output.form, of: "show", otherwise: .text)
    }
    if let domain = output.domain {
      mistakes.append(
        .at(
          domain.range, of: code, .option, "`show` takes no `for`",
          help: ["`table … for \(domain.variable.text) in …` lists values over a range"]))
    }
    var entries: [Shown] = []
    for item in output.items {
      do throws(Mistake) { entries.append(try shown(item, form: form)) } catch { mistakes.append(error) }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return .listing(entries, form: form, frame: settings.math, digits: digits)
  }

  private func shown(_ item: Output.Item, form: ListingForm) throws(Mistake) -> Shown {
    switch try evaluator.meaning(of: item.value) {
    case .thing(let thing):
      let value = try evaluator.shownValue(of: thing, item.value)
      return Shown(
        label: item.label ?? code.spelling(item.value), latexLabel: item.label == nil ? item.value.latex : nil,
        content: .value(value))
    case .function(let function):
      let formula = try evaluator.formula(of: function, at: item.value)
      if form == .math, case .failure(let failure) = formula.latex {
        throw failure.mistake(typesetting: formula.call, at: item.value.range, of: code)
      }
      return Shown(
        label: item.label ?? formula.call, latexLabel: item.label == nil ? try? formula.latex.get().call : nil,
        content: .formula(formula))
    }
  }

  /// The form that a statement is asked for.
  func listingForm(
    _ name: Name?, of statement: String, otherwise usual: ListingForm
  ) throws(Mistake) -> ListingForm {
    guard let name else { return usual }
    guard let form = ListingForm(rawValue: name.text) else {
      let forms = ListingForm.allCases.map(\.rawValue)
      throw .at(
        name.range, of: code, .option, "`\(statement)` has no form `\(name.text)`",
        help: [
          nearest(to: name.text, among: forms).map { "did you mean `as \($0)`?" }
            ?? "it can be `as text`, `as math` or `as table`; a label stands in quotes, `as \"\(name.text)\"`"
        ])
    }
    return form
  }

  // MARK: table

  /// Columns of numbers, over a range where there is one.
  func table(_ output: Output) throws(Mistakes) -> StatementResult {
    var mistakes: [Mistake] = []
    let digits = collecting(into: &mistakes, otherwise: settings.digits) { () throws(Mistake) in
      try self.digits(output.options, of: "`table`")
    }
    if let form = output.form {
      mistakes.append(
        .at(
          form.range, of: code, .option, "`table` has no form `\(form.text)`",
          help: ["a label stands in quotes, `as \"\(form.text)\"`"]))
    }
    let columns = collecting(into: &mistakes, otherwise: [TableColumn]()) { () throws(Mistakes) in
      guard let domain = output.domain else { return try self.columns(output.items) }
      return try self.columns(output.items, over: domain)
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    let cells = columns.reduce(0) { $0 + $1.cells.count }
    guard cells <= Self.largestTable else {
      throw Mistakes([
        .at(
          output.items[0].value.range, of: code, .limit,
          "this table would have \(cells) cells, and \(Self.largestTable) are the most")
      ])
    }
    return .table(columns, digits: digits)
  }

  /// What an item of a table stands for.
  private enum TablePart {
    case value(Engine.Value)
    /// All its columns.
    case data(DataSet)

    /// Nil of a number, which fills any column.
    var rowCount: Int? {
      switch self {
      case .value(let value): value.shape.isNumber ? nil : value.rowCount
      case .data(let set): set.size
      }
    }
  }

  /// Columns from vectors, matrices and data sets of one length; numbers fill theirs.
  private func columns(_ items: [Output.Item]) throws(Mistakes) -> [TableColumn] {
    var mistakes: [Mistake] = []
    var parts: [(item: Output.Item, part: TablePart)] = []
    for item in items {
      do throws(Mistake) { parts.append((item, try part(item))) } catch { mistakes.append(error) }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    let measured = parts.first { $0.part.rowCount != nil }
    let rows = measured?.part.rowCount ?? 1
    for (item, part) in parts {
      guard let measured, let count = part.rowCount, count != rows else { continue }
      mistakes.append(
        .at(
          item.value.range, of: code, .shape,
          "the columns of a table have one length: `\(code.spelling(measured.item.value))` has \(counted(rows, "row")), "
            + "`\(code.spelling(item.value))` has \(count)"))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return parts.flatMap { item, part in
      switch part {
      case .value(let value):
        columns(titled: item.label ?? code.spelling(item.value), of: value, rows: rows).map(TableColumn.init)
      case .data(let set): columns(of: set)
      }
    }
  }

  private func part(_ item: Output.Item) throws(Mistake) -> TablePart {
    guard case .name(let name) = item.value.kind, case .data(let set)? = evaluator.environment.things[name]?.meaning
    else { return .value(try evaluator.value(of: item.value)) }
    guard item.label == nil else {
      throw .at(
        item.value.range, of: code, .option, "the columns of `\(name)` have names of their own",
        help: ["`\(name).inputs[:,1] as \"…\"` names one of them"])
    }
    return .data(set)
  }

  func columns(titled title: String, of value: Engine.Value, rows: Int) -> [NumberColumn] {
    switch value {
    case .number(let number): return [NumberColumn(title: title, numbers: Array(repeating: number, count: rows))]
    case .vector(let vector): return [NumberColumn(title: title, numbers: vector.elements)]
    case .matrix(let matrix):
      let elements = matrix.elements
      return (0..<matrix.columns).map { column in
        let numbers = stride(from: column, to: elements.count, by: matrix.columns).map { elements[$0] }
        return NumberColumn(title: "\(title)[:,\(column + 1)]", numbers: numbers)
      }
    }
  }

  /// One row for each point of a range; the range's own column comes first.
  private func columns(_ items: [Output.Item], over domain: Output.Domain) throws(Mistakes) -> [TableColumn] {
    let points = try single { () throws(Mistake) in try evaluator.points(of: domain) }
    guard points.count * (items.count + 1) <= Self.largestTable else {
      throw Mistakes([
        .at(
          domain.range, of: code, .limit,
          "this table would have \(points.count) rows, and \(Self.largestTable) cells are the most")
      ])
    }
    // Asked for by name it is still one column, under the name that it is given there.
    func isVariable(_ item: Output.Item) -> Bool { item.value.kind == .name(domain.variable.text) }
    let title = items.first(where: isVariable)?.label ?? domain.variable.text
    var columns = [TableColumn(title: title, numbers: points)]
    for item in items where !isVariable(item) {
      columns += try single { () throws(Mistake) in try self.columns(of: item, over: points, of: domain) }
    }
    return columns
  }

  private func columns(
    of item: Output.Item, over points: [Double], of domain: Output.Domain
  ) throws(Mistake) -> [TableColumn] {
    var inner = evaluator
    var rows: [[Double]] = []
    var width: Int?
    for point in points {
      try inner.checkTime(at: domain.range)
      inner.environment.define(domain.variable.text, value: .number(point), at: nil)
      let value = try inner.value(of: item.value)
      if case .matrix = value {
        throw .at(
          item.value.range, of: code, .shape,
          "a cell of a table is a number, and `\(code.spelling(item.value))` is \(value.shape)")
      }
      rows.append(value.elements)
      guard rows[0].count == value.elements.count else {
        throw .at(
          item.value.range, of: code, .shape,
          "the rows of a table have one length: `\(code.spelling(item.value))` has \(counted(rows[0].count, "entry", "entries")) "
            + "in the first and \(value.elements.count) in row \(rows.count)")
      }
      width = value.shape.isNumber ? nil : value.elements.count
    }
    let title = item.label ?? code.spelling(item.value)
    guard let width else { return [TableColumn(title: title, numbers: rows.map { $0[0] })] }
    return (0..<width).map { column in TableColumn(title: "\(title)[\(column + 1)]", numbers: rows.map { $0[column] }) }
  }

  // MARK: expect

  func expectation(
    _ condition: Expression, options: [Option], at range: Range<Int>
  ) throws(Mistakes) -> StatementResult {
    try single { () throws(Mistake) in
      let digits = try self.digits(options, of: "`expect`")
      let value = try evaluator.value(of: condition)
      let judged = try JudgedCondition(condition, holds: value, evaluator: evaluator)
      let (spelling, found) = (code.spelling(condition), judged.found(digits: digits))
      let failure =
        value.holds
        ? nil : Diagnostic(.expectation, at: code.place(range), "expected `\(spelling)`, found \(found)")
      return .expectation(condition: spelling, found: found, failure: failure)
    }
  }

  // MARK: Inline values

  /// The text of `<!--= expr, digits=9 -->`.
  func inline(_ inline: InlineCode) throws(Mistakes) -> String {
    try single { () throws(Mistake) in
      let digits = try self.digits(inline.options, of: "an inline value")
      let item = Output.Item(value: inline.value, label: nil)
      return Presentation.inline(try shown(item, form: .text).content, digits: digits)
    }
  }

  // MARK: Options

  /// The `digits=` of an output; every other option is unknown.
  func digits(_ options: [Option], of statement: String) throws(Mistake) -> Int {
    var digits = settings.digits
    for (index, option) in options.enumerated() {
      guard option.name.text == "digits" else {
        throw .unknownOption(option, of: statement, among: ["digits"], in: code, listing: "it takes `digits`")
      }
      guard index == 0 else { throw .at(option.name.range, of: code, .option, "`digits` is given twice") }
      digits = try evaluator.digits(option.value)
    }
    return digits
  }

  func collecting<Result>(
    into mistakes: inout [Mistake], otherwise value: Result, _ body: () throws(Mistake) -> Result
  ) -> Result {
    do throws(Mistake) { return try body() } catch {
      mistakes.append(error)
      return value
    }
  }

  private func collecting<Result>(
    into mistakes: inout [Mistake], otherwise value: Result, _ body: () throws(Mistakes) -> Result
  ) -> Result {
    do throws(Mistakes) { return try body() } catch {
      mistakes += error.all
      return value
    }
  }
}
