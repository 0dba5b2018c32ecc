/// A fence that was opened and what closes it.
struct OpenFence {
  private let sign: UInt8
  private let length: Int
  /// Whether mathematics stands in it, which is no code.
  let isFormula: Bool

  /// Nil where the line opens no fence.
  init?(at cursor: LineCursor, end: Int, of bytes: [UInt8]) {
    guard cursor.indent <= 3, let sign = cursor.firstByte, sign == .backtick || sign == .tilde else { return nil }
    let start = cursor.firstNonSpace
    let length = bytes[..<end].run(of: sign, at: start)
    let info = bytes[(start + length)..<end]
    guard length >= 3, sign == .tilde || !info.contains(.backtick) else { return nil }
    self.sign = sign
    self.length = length
    let word = info.drop(while: \.isSpaceOrTab).beforeTrailingSpace
    isFormula = Self.formulaLanguages.contains { word.elementsEqual($0.utf8) }
  }

  private static let formulaLanguages = ["math", "latex", "tex", "katex"]

  func isClosed(by cursor: LineCursor, end: Int, of bytes: [UInt8]) -> Bool {
    guard cursor.indent <= 3, cursor.firstByte == sign else { return false }
    let count = bytes[..<end].run(of: sign, at: cursor.firstNonSpace)
    return count >= length && bytes[(cursor.firstNonSpace + count)..<end].isBlank
  }
}
