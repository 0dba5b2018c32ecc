/// How many numbers are computed between two looks at the clock: so many that the arithmetic has whole blocks to work on,
/// so few that a deadline is noticed soon. The results do not depend on it.
struct Pace {
  /// How many numbers are computed between two looks at the clock, where nothing speaks for another count.
  static let usual = 65_536

  /// How many numbers come next: always a multiple of those that came first.
  private(set) var stretch: Int
  private let first: Int
  private let quickens: Bool
  private var lastPlace = 0
  private var lastLook: UInt64?

  /// Where it quickens, stretches grow until one takes a fair time: for what costs more a number than can be told
  /// beforehand, and less when much is done at once.
  init(stretch: Int, quickens: Bool) {
    (self.stretch, first, self.quickens) = (stretch, stretch, quickens)
  }

  /// Nanoseconds that a stretch should take: after less the next one is longer, after more it is shorter.
  private static let fair: ClosedRange<UInt64> = 25_000_000...100_000_000
  private static let factor = 4

  /// Whether to look at the clock now that so many numbers are done: a stretch may be no more than a short row.
  func isDue(at place: Int) -> Bool { place - lastPlace >= min(stretch, Pace.usual) }

  /// Takes note of a look at the clock, in nanoseconds, when so many numbers were done.
  mutating func adapt(to now: UInt64, at place: Int) {
    lastPlace = place
    guard quickens else { return }
    defer { lastLook = now }
    guard let lastLook else { return }
    let taken = now > lastLook ? now - lastLook : 0
    if taken < Self.fair.lowerBound {
      let longer = stretch.multipliedReportingOverflow(by: Self.factor)
      if !longer.overflow { stretch = longer.partialValue }
    } else if taken > Self.fair.upperBound {
      stretch = max(first, stretch / Self.factor)
    }
  }
}
