extension Value {
  /// `[a, b, c]`, whose entries must be numbers.
  package static func vector(of entries: [Value], within budget: Budget) throws(EngineFault) -> Value {
    preconditionFailure("follows")
  }

  /// `[a, b; c, d]`, whose entries must be numbers in rows of one length.
  package static func matrix(of rows: [[Value]], within budget: Budget) throws(EngineFault) -> Value {
    preconditionFailure("follows")
  }
}
