import Foundation
import Testing

@testable import Audit

/// The corpus: pieces of notes, each with what is to be said of every equality in it, in order.
///
///     @ true wrong wrong{0.1868} unjudged
///     text of the note, as many lines as it takes
///
/// In braces stands the repair that a wrong one with a single slip should get. `@ nothing` is a piece without equalities.
enum Corpus {
  struct Entry: Sendable, CustomTestStringConvertible {
    let file: String
    let line: Int
    let expected: [Expectation]
    let text: String

    var testDescription: String { "\(file):\(line)" }
  }

  enum Expectation: Sendable, Equatable {
    case holds
    case wrong(repair: String?)
    case unjudged

    init?(_ word: String) {
      switch word {
      case "true": self = .holds
      case "wrong": self = .wrong(repair: nil)
      case "unjudged": self = .unjudged
      default:
        guard word.hasPrefix("wrong{"), word.hasSuffix("}") else { return nil }
        self = .wrong(repair: String(word.dropFirst(6).dropLast()).replacing("␣", with: " "))
      }
    }
  }

  static let entries: [Entry] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap { name in
      let text = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
      return entries(in: text, file: name)
    }
  }()

  private static func entries(in text: String, file: String) -> [Entry] {
    var entries: [Entry] = []
    var head: (line: Int, expected: [Expectation])?
    var body: [Substring] = []
    func close() {
      if let head {
        entries.append(Entry(file: file, line: head.line, expected: head.expected, text: body.joined(separator: "\n")))
      }
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("@ ") else {
        if !line.hasPrefix("@#") { body.append(line) }
        continue
      }
      close()
      body = []
      let words = line.dropFirst(2).split(separator: " ").map(String.init)
      let expected = words.compactMap(Expectation.init)
      precondition(words == ["nothing"] || expected.count == words.count, "\(file):\(index + 1): \(line)")
      head = (index + 1, expected)
    }
    close()
    return entries
  }
}
