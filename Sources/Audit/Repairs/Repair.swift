/// One small change that makes an equality true.
struct Repair: Sendable {
  /// What stands in the note, changed: the part around the change, as short as it can be understood.
  let text: String

  /// Where more numbers stand, some change of one of them makes almost anything true.
  private static let mostNumbers = 24

  /// The change that was most likely meant: a sign, then digits of the result, then another number of the note, then
  /// digits of the operands. Nil where no single change helps.
  static func nearest(
    to link: Link, in convention: Convention, _ text: [UInt8], others: [Literal], _ ledger: Ledger
  ) -> Repair? {
    guard (link.left.literals + link.right.literals).count <= mostNumbers else { return nil }
    let search = SlipSearch(link: link, text: text, others: others)
    // First what is true of the numbers as they stand, then of what they may have been rounded from.
    for isExact in [true, false] {
      for slip in search.slips(tellingOnly: !isExact) {
        var changed = link
        if slip.isOnTheLeft {
          changed.left = slip.apply(to: link.left)
        } else {
          changed.right = slip.apply(to: link.right)
        }
        let holds = try? isExact ? changed.holdsExactly(in: convention) : changed.holds(in: convention, ledger)
        if holds ?? false { return Repair(text: slip.text) }
      }
    }
    return nil
  }
}
