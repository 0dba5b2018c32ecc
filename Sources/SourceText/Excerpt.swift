/// A text that was lifted out of a source line by line (the code of a block without the `> ` before each line), with the
/// way back from each of its offsets to the source.
package struct Excerpt: Sendable, Equatable {
  /// The lifted text; its lines end in LF whatever the source uses.
  package private(set) var text: [UInt8] = []
  /// Runs of bytes that are the source's own, in order: where each starts in `text` and in the source.
  private var runs: [Run] = []
  /// How long the source is, as far as is known: a filler at its end stands for no byte of it.
  private var sourceCount = 0

  private struct Run: Sendable, Equatable {
    let text: Int
    let source: Int
    let count: Int
  }

  package init() {}

  /// Adds the source's bytes in `range`.
  package mutating func append(_ range: Range<Int>, of bytes: [UInt8]) {
    runs.append(Run(text: text.count, source: range.lowerBound, count: range.count))
    text += bytes[range]
    sourceCount = bytes.count
  }

  /// Adds bytes that do not stand in the source (the spaces of a tab that a container took a part of, a line's LF).
  package mutating func append(filler: [UInt8], at source: Int) {
    runs.append(Run(text: text.count, source: source, count: 0))
    text += filler
  }

  /// Adds what was lifted out of the same source further down.
  package mutating func append(_ next: Excerpt) {
    let start = text.count
    runs += next.runs.map { Run(text: start + $0.text, source: $0.source, count: $0.count) }
    text += next.text
    sourceCount = max(sourceCount, next.sourceCount)
  }

  /// The source offset of an offset of the text; an end of text maps to the end of the last run.
  package func sourceOffset(_ offset: Int) -> Int {
    guard let run = runs[..<upperBound(where: { $0.text <= offset })].last else { return runs.first?.source ?? 0 }
    return run.source + min(offset - run.text, run.count)
  }

  /// The source range of a range of the text. It covers at least what the text shows, prefixes of inner lines included.
  package func sourceRange(_ range: Range<Int>) -> Range<Int> {
    let low = sourceOffset(range.lowerBound)
    guard !range.isEmpty else { return low..<low }
    return low..<max(low, min(sourceOffset(range.upperBound - 1) + 1, sourceCount))
  }

  /// The offset in the text of a source offset; nil where the source's byte is not part of the excerpt.
  package func textOffset(_ source: Int) -> Int? {
    guard let run = runs.last(where: { $0.source <= source && source <= $0.source + $0.count }) else { return nil }
    return run.text + (source - run.source)
  }

  /// How many leading runs satisfy a condition that holds for a prefix of them.
  private func upperBound(where holds: (Run) -> Bool) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if holds(runs[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
