/// The words that the language keeps for itself. They cannot be defined, though options and members may bear their
/// names.
enum Words {
  /// The words that begin a statement, in the order in which suggestions prefer them.
  static let statements = [
    "show", "table", "expect", "set", "plot", "draw", "explain", "derive", "gradcheck", "data", "net", "train", "step",
    "for", "collect",
  ]

  /// The statements that this version reads.
  static let known = ["show", "table", "expect", "set"]

  /// The words inside a statement.
  static let joining = ["and", "or", "not", "in", "by", "as", "on", "from", "within"]

  /// The forms that `as` gives a whole output.
  static let forms = ["math", "table", "text"]

  /// Whether the word begins a statement, of this version or a later one.
  static func beginsStatement(_ word: String) -> Bool { statements.contains(word) }

  /// Whether the word stands between the parts of a statement.
  static func joins(_ word: String) -> Bool { joining.contains(word) }

  /// Whether no value, function or parameter may bear the name.
  static func isReserved(_ word: String) -> Bool { beginsStatement(word) || joins(word) }

  /// Whether the word cannot stand for a value. `step` can: it is also a function.
  static func isNoOperand(_ word: String) -> Bool { word != "step" && isReserved(word) }
}
