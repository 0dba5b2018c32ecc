/// The characters that pictures are drawn with. Beyond ASCII they are taken from the blocks, lines and squares that the
/// fonts for code have had since the days of the PC, so that columns stay columns; eighths of blocks and Braille, which
/// are finer, are missing from some of them and then come in another width.
package enum PlotStyle: String, Sendable, CaseIterable {
  case ascii
  case blocks

  /// The marks of series and groups, in order; letters after the eighth.
  func mark(_ index: Int) -> Unicode.Scalar {
    let marks = self == .ascii ? Self.plainMarks : Self.roundMarks
    if index < marks.count { return marks[index] }
    return Self.letters[(index - marks.count) % Self.letters.count]
  }

  private static let plainMarks: [Unicode.Scalar] = ["*", "o", "+", "x", "#", "@", "%", "="]
  private static let roundMarks: [Unicode.Scalar] = ["●", "○", "■", "□", "▲", "▼", "◊", "×"]
  /// Without `o` and `x`, which are marks already.
  private static let letters = Array("abcdefghijklmnpqrstuvwyz".unicodeScalars)

  /// What fills the regions of a plane, in order; the ninth begins anew.
  func fill(_ index: Int) -> Unicode.Scalar {
    let fills = self == .ascii ? Self.plainFills : Self.blockFills
    return fills[index % fills.count]
  }

  private static let plainFills: [Unicode.Scalar] = [" ", ".", ":", "-", "'", ";", "~", ","]
  private static let blockFills: [Unicode.Scalar] = [" ", "░", "▒", "▓", "·", ":", "-", "'"]

  /// What bars are made of: of a single series, or of one among several.
  func bar(_ index: Int, of count: Int) -> Unicode.Scalar {
    switch self {
    case .ascii: count == 1 ? "#" : mark(index)
    case .blocks: Self.blockBars[index % Self.blockBars.count]
    }
  }

  private static let blockBars: [Unicode.Scalar] = ["█", "▒", "░", "▓"]

  /// Half of the last place of a bar to the right; nil where there is no such thing.
  func halfBar(_ index: Int, of count: Int) -> Unicode.Scalar? {
    switch self {
    case .ascii: nil
    case .blocks: bar(index, of: count) == "█" ? "▌" : nil
    }
  }

  /// From faint to strong.
  var shades: [Unicode.Scalar] { self == .ascii ? Self.plainShades : Self.blockShades }

  private static let plainShades: [Unicode.Scalar] = [".", ":", "+", "#", "@"]
  private static let blockShades: [Unicode.Scalar] = ["·", "░", "▒", "▓", "█"]

  /// From strongly negative over about 0 to strongly positive.
  var signedShades: [Unicode.Scalar] { self == .ascii ? Self.plainSignedShades : Self.squares }

  private static let plainSignedShades: [Unicode.Scalar] = ["=", "-", ".", "+", "#"]
  private static let squares: [Unicode.Scalar] = ["□", "▫", "·", "▪", "■"]

  /// Where there is no finite number to draw.
  static let unknown: Unicode.Scalar = "?"

  // MARK: Frame

  /// The vertical axis, at a tick and between ticks.
  func upright(atTick isTick: Bool) -> String {
    switch self {
    case .ascii: "|"
    case .blocks: isTick ? "┤" : "│"
    }
  }

  /// The horizontal axis: its corner with the first tick, which stands under the first column, then a step for each
  /// further tick, `perTick` columns wide.
  func base(steps: Int, perTick: Int) -> String {
    switch self {
    case .ascii: "+-" + String(repeating: String(repeating: "-", count: perTick - 1) + "+", count: steps)
    case .blocks: "└┬" + String(repeating: String(repeating: "─", count: perTick - 1) + "┬", count: steps)
    }
  }

  /// What stands for what is not shown.
  var ellipsis: String {
    switch self {
    case .ascii: "..."
    case .blocks: "…"
    }
  }
}

extension String {
  /// One character so many times.
  init(repeating scalar: Unicode.Scalar, times count: Int) {
    self.init(repeating: Character(scalar), count: count)
  }
}
