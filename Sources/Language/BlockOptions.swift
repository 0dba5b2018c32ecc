package import SourceText

/// What the info string of a block asks for after the word `nn`.
package struct BlockOptions: Sendable, Equatable {
  /// Run, write no output.
  package var hide = false
  /// Do not run, leave what stands after the block as it is.
  package var skip = false
  /// The block must end with an error and leaves the session as it found it.
  package var fails = false
  /// A fresh session from this block on.
  package var reset = false

  package init() {}

  /// Reads what follows `nn`; ranges are byte offsets of `info`. Words that are not understood are left out.
  package static func parse(_ info: [UInt8]) -> (options: BlockOptions, diagnostics: [Diagnostic]) {
    var options = BlockOptions()
    var diagnostics: [Diagnostic] = []
    var places: [Word: Range<Int>] = [:]
    for range in words(of: info) {
      let text = info.quotation(range)
      guard let word = Word(rawValue: text) else {
        let near = nearest(to: text, among: Word.allCases.map(\.rawValue))
        let help = near.map { "did you mean `\($0)`?" } ?? "there are `hide`, `skip`, `fails` and `reset`"
        diagnostics.append(Diagnostic(.option, at: range, "unknown block option `\(text)`", help: [help]))
        continue
      }
      guard places.updateValue(range, forKey: word) == nil else {
        diagnostics.append(Diagnostic(.option, at: range, "`\(text)` is given twice"))
        continue
      }
      options.set(word)
    }
    for conflict in conflicts {
      guard let first = places[conflict.first], let second = places[conflict.second] else { continue }
      let later = first.lowerBound < second.lowerBound ? second : first
      diagnostics.append(Diagnostic(.option, at: later, conflict.message, help: [conflict.help]))
    }
    return (options, diagnostics)
  }

  private enum Word: String, CaseIterable {
    case hide, skip, fails, reset
  }

  private mutating func set(_ word: Word) {
    switch word {
    case .hide: hide = true
    case .skip: skip = true
    case .fails: fails = true
    case .reset: reset = true
    }
  }

  /// Options that make no sense together.
  private static let conflicts: [(first: Word, second: Word, message: String, help: String)] = [
    (.skip, .hide, "a block that is not run has no output to hide", "leave out `hide`"),
    (.skip, .fails, "a block that is not run cannot fail", "leave out `skip` or `fails`"),
    (.skip, .reset, "a block that is not run begins no session", "leave out `skip` or `reset`"),
    (.fails, .reset, "a block that fails leaves the session as it found it", "put `reset` on the block after it"),
  ]

  /// What stands between white space, as Markdown has it in an info string.
  private static func words(of info: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = 0
    while index < info.count {
      let start = index
      while index < info.count, !info[index].isSpace { index += 1 }
      if index > start { words.append(start..<index) } else { index += 1 }
    }
    return words
  }
}
