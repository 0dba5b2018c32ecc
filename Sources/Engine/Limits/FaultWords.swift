extension EngineFault {
  /// The fault in the reader's words, one line. `operands` are the spellings, in the order in which they were applied:
  /// the two sides of an operator; the value, the other side and the tolerance of `≈`; the arguments of a function; an
  /// indexed value and then its subscripts. A spelling that is not at hand is described instead.
  package func message(operands: [String] = []) -> String {
    preconditionFailure("follows")
  }

  /// The fault of an operator in the reader's words.
  package func message(left: String, right: String) -> String {
    message(operands: [left, right])
  }
}
