@testable import Engine

// Values as the tables of these tests write them: `3`, `[1, 2]`, `[1, 2; 3, 4]`; a single row ends in `;`.

extension Budget {
  /// More than any test needs.
  static var ample: Budget { Budget(memory: 1 << 26, deadline: 60_000_000_000) { 0 } }
}

extension Value {
  init(_ text: String, within budget: Budget = .ample) throws {
    guard text.hasPrefix("["), text.hasSuffix("]") else {
      self = .number(try parsed(text))
      return
    }
    let inside = text.dropFirst().dropLast()
    let rows = try inside.split(separator: ";").map { row in
      try row.split(separator: ",").map { Value.number(try parsed($0)) }
    }
    self =
      inside.contains(";")
      ? try .matrix(of: rows, within: budget) : try .vector(of: rows.first ?? [], within: budget)
  }

  var text: String {
    switch self {
    case .number(let number):
      return number.text
    case .vector(let vector):
      return "[\(vector.elements.map(\.text).joined(separator: ", "))]"
    case .matrix(let matrix):
      let rows = (0..<matrix.rows).map { row in
        (0..<matrix.columns).map { matrix[row, $0].text }.joined(separator: ", ")
      }
      return "[\(rows.joined(separator: "; "))\(matrix.rows == 1 ? ";" : "")]"
    }
  }
}

extension Double {
  var text: String {
    // A nan made on x86 has a sign, one that comes from Kernels has none.
    if isNaN { return "nan" }
    let shortest = "\(self)"
    return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
  }
}

struct NotANumber: Error {}

private func parsed(_ text: some StringProtocol) throws -> Double {
  guard let number = Double(String(text.filter { $0 != " " })) else { throw NotANumber() }
  return number
}

/// The value as text, or the fault's message with its help.
func outcome(_ operands: [String] = [], _ compute: () throws(EngineFault) -> Value) -> String {
  do throws(EngineFault) {
    return try compute().text
  } catch {
    return ([error.message(operands: operands)] + error.help(operands: operands)).joined(separator: " | ")
  }
}
