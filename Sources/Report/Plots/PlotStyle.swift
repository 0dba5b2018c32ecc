/// The characters that pictures are drawn with. Beyond ASCII they are taken from the blocks, lines and squares that the
/// fonts for code have had since the days of the PC, so that columns stay columns; eighths of blocks and Braille, which
/// are finer, are missing from some of them and then come in another width.
package enum PlotStyle: String, Sendable, CaseIterable {
  case ascii
  case blocks

  /// The marks of series and groups, in order; letters after the eighth.
  func mark(_ index: Int) -> Character {
    let marks: [Character] =
      switch self {
      case .ascii: ["*", "o", "+", "x", "#", "@", "%", "="]
      case .blocks: ["●", "○", "■", "□", "▲", "▼", "◊", "×"]
      }
    if index < marks.count { return marks[index] }
    // Without `o` and `x`, which are marks already.
    let letters = Array("abcdefghijklmnpqrstuvwyz")
    return letters[(index - marks.count) % letters.count]
  }

  /// What fills the regions of a plane, in order.
  func fill(_ index: Int) -> Character {
    let fills: [Character] =
      switch self {
      case .ascii: [" ", ".", ":", "-", "'", ";", "~", ","]
      case .blocks: [" ", "░", "▒", "▓", "·", ":", "-", "'"]
      }
    return fills[index % fills.count]
  }

  /// What bars are made of: of a single series, or of one among several.
  func bar(_ index: Int, of count: Int) -> Character {
    switch self {
    case .ascii: return count == 1 ? "#" : mark(index)
    case .blocks:
      let bars: [Character] = ["█", "▒", "░", "▓"]
      return bars[index % bars.count]
    }
  }

  /// Half of the last place of a bar to the right; nil where there is no such thing.
  func halfBar(_ index: Int, of count: Int) -> Character? {
    switch self {
    case .ascii: nil
    case .blocks: bar(index, of: count) == "█" ? "▌" : nil
    }
  }

  /// From faint to strong.
  var shades: [Character] {
    switch self {
    case .ascii: [".", ":", "+", "#", "@"]
    case .blocks: ["·", "░", "▒", "▓", "█"]
    }
  }

  /// From strongly negative over about 0 to strongly positive.
  var signedShades: [Character] {
    switch self {
    case .ascii: ["=", "-", ".", "+", "#"]
    case .blocks: ["□", "▫", "·", "▪", "■"]
    }
  }

  /// Where there is no finite number to draw.
  static let unknown: Character = "?"

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
