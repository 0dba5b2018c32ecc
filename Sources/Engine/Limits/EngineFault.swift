package import SourceText

/// Why something could not be computed: the author's mistake, or a limit. It knows shapes and figures; how the operands
/// are spelled it is told when it is put into words (`message`).
package enum EngineFault: Error, Hashable, Sendable {
  // Limits.
  /// An array that was asked for, or a plain number of bytes (`of` is nil), does not fit in what is left of the memory.
  case memory(bytes: Double, of: Extent?, used: Int, limit: Int)
  /// The deadline has passed.
  case time
  /// So many multiplications cannot be done before the deadline.
  case cost(multiplications: Double)

  // Shapes.
  /// The operands of an operator do not go together.
  case shapes(BinaryOperation, left: Shape, right: Shape)
  /// The two arguments of a function do not go together.
  case argumentShapes(BuiltIn, left: Shape, right: Shape)
  /// The sides of `≈` do not go together.
  case approximationShapes(left: Shape, right: Shape)
  /// A tolerance that fits neither side of `≈`.
  case toleranceShape(Shape, of: Shape)
  /// An entry of a vector or matrix that is written out is no number; `position` counts from 1.
  case entry(position: Int, Shape)
  /// The rows of a matrix that is written out have different lengths; `row`, counted from 1, differs from the first.
  case raggedRows(row: Int, count: Int, first: Int)

  // Arguments of built-in functions.
  case arity(BuiltIn, given: Int)
  case missingParameter(BuiltIn, name: String)
  case unknownParameter(BuiltIn, name: String)
  case repeatedParameter(BuiltIn, name: String)
  /// The argument at `position`, counted from 0, is not of the kind that the function wants.
  case argument(BuiltIn, position: Int, wants: Wanted, got: Shape)
  /// The argument is a number, but not one that the function can use.
  case figure(BuiltIn, position: Int, wants: WantedFigure, got: Double)
  /// A function of at least one entry got none.
  case empty(BuiltIn)
  /// A range that its step never brings to its end.
  case endlessRange(from: Double, through: Double, step: Double)

  // Indexing.
  /// Another number of subscripts than the value has dimensions.
  case subscripts(given: Int, Shape)
  /// The subscript at `position`, counted from 0, is no number.
  case subscriptShape(position: Int, Shape)
  /// The subscript at `position` is not a whole number.
  case fractionalSubscript(position: Int, Double)
  /// The subscript at `position` lies outside 1 … the extent of that dimension.
  case outOfRange(position: Int, Double, of: Shape)

  // Networks.
  case network(NetworkFault)

  /// The kinds of value that a function may insist on.
  package enum Wanted: String, Sendable {
    case number = "a number"
    case vector = "a vector"
    case array = "a vector or a matrix"
  }

  /// The kinds of number that a function may insist on.
  package enum WantedFigure: String, Sendable {
    case count = "a whole number from 0 up"
    case finite = "a finite number"
    case nonzero = "a step other than 0"
    case positive = "a number above 0"
  }

  /// The rule that a report for machines files it under.
  package var kind: Diagnostic.Kind {
    switch self {
    case .memory, .time, .cost: .limit
    case .shapes, .argumentShapes, .approximationShapes, .toleranceShape, .entry, .raggedRows, .argument, .subscripts,
      .subscriptShape:
      .shape
    case .figure, .empty, .endlessRange, .fractionalSubscript, .outOfRange: .value
    case .arity, .missingParameter, .unknownParameter, .repeatedParameter: .option
    case .network(let fault): fault.kind
    }
  }

  /// Whether a limit was hit, which no block may expect.
  package var isLimit: Bool { kind == .limit }
}
