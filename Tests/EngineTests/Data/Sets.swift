import Foundation

@testable import Engine

// Data sets as the tables of these tests write them: `x1, x2 -> y: 1, 2 -> 3; 4, 5 -> 6`, a class by its name.

extension DataSet {
  var text: String {
    let header =
      inputNames.joined(separator: ", ") + (targetNames.isEmpty ? "" : " -> " + targetNames.joined(separator: ", "))
    let rows = (0..<size).map { row in
      let given = (0..<inputs.columns).map { inputs[row, $0].text }.joined(separator: ", ")
      if targetNames.isEmpty { return given }
      let ones = (0..<targets.columns).filter { targets[row, $0] == 1 }
      let wanted =
        classes.isEmpty
        ? (0..<targets.columns).map { targets[row, $0].text }.joined(separator: ", ")
        : ones.map { classes[$0] }.joined(separator: "+")
      return "\(given) -> \(wanted)"
    }
    let list = classes.isEmpty ? "" : " (\(classes.joined(separator: "|")))"
    return "\(header)\(list): \(rows.joined(separator: "; "))"
  }
}

extension ColumnSelection {
  /// `a, b..c -> d`
  init(_ text: String, classes: Bool? = nil) {
    let sides = text.split(separator: "->", omittingEmptySubsequences: false).map { side in
      side.split(separator: ",").map { item -> Columns in
        let ends = item.split(separator: "..").map { $0.trimmingCharacters(in: .whitespaces) }
        return ends.count == 2 ? .range(ends[0], ends[1]) : .named(ends.joined())
      }.filter { $0 != .named("") }
    }
    self.init(
      inputs: sides.first.flatMap { $0.isEmpty ? nil : $0 }, targets: sides.count > 1 ? sides[1] : [],
      classes: classes)
  }
}

/// The set as text, or the fault's message with its help.
func outcome(_ operands: [String] = [], of make: () throws(EngineFault) -> DataSet) -> String {
  do throws(EngineFault) {
    return try make().text
  } catch {
    return ([error.message(operands: operands)] + error.help(operands: operands)).joined(separator: " | ")
  }
}

/// What comes of reading a file.
func reading(
  _ bytes: [UInt8], _ path: String, _ selection: String, classes: Bool? = nil, within budget: Budget = .ample
) -> String {
  outcome { () throws(EngineFault) in
    try DataSet(
      reading: [DataFile(path: path, bytes: bytes)], ColumnSelection(selection, classes: classes), within: budget)
  }
}

/// The files that NumPy made.
enum DataFixture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("fixtures")

  static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Foundation.Data(contentsOf: folder.appendingPathComponent(name)))
  }
}
