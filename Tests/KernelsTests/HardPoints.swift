@testable import Kernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An argument at which an elementary function is hard to get right, with its true value.
struct HardPoint: Sendable {
  let function: ElementaryFunction
  let x: Double
  /// The exponent of a power; 0 for functions of one number.
  let y: Double
  /// The true value cut to a double, towards zero.
  let cut: Double
  /// What was cut, in units of the last place of `cut`, known to a thousandth.
  let rest: Double

  /// How far a result is from the true value, in units in the last place; infinity stands for 2^1024.
  func error(of result: Double) -> Double {
    if result.isNaN { return .infinity }
    if cut.isInfinite { return result == cut ? 0 : .infinity }
    let sign = cut.sign == .minus ? -1.0 : 1.0
    if result.isInfinite {
      let overflows = cut.magnitude == .greatestFiniteMagnitude && result == sign * .infinity
      return overflows ? 1 - rest : .infinity
    }
    return abs(sign * (result - cut) / cut.ulp - rest)
  }
}

/// A function that the accuracy of at most one unit in the last place is promised for.
enum ElementaryFunction: Hashable, Sendable {
  case unary(UnaryFunction)
  case power

  init?(_ name: String) {
    if name == "power" {
      self = .power
    } else if let function = UnaryFunction(rawValue: name) {
      self = .unary(function)
    } else {
      return nil
    }
  }

  func values(_ x: [Double], _ y: [Double], _ kernels: Kernels) -> [Double] {
    switch self {
    case .unary(let function): function.values(x, kernels)
    case .power: BinaryFunction.power.values(x, y, kernels)
    }
  }
}

extension HardPoint {
  struct Unreadable: Error {
    let what: String
  }

  /// The points of accuracy/hard-points.txt by function, in the order of the file. A line holds the function, its
  /// arguments, the cut value and the thousandths that were cut.
  static func all() throws -> [(function: ElementaryFunction, points: [HardPoint])] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    var groups: [(function: ElementaryFunction, points: [HardPoint])] = []
    for line in try text(at: "/\(folder)/accuracy/hard-points.txt").split(separator: "\n") {
      let point = try HardPoint(line: line)
      if groups.last?.function != point.function { groups.append((point.function, [])) }
      groups[groups.count - 1].points.append(point)
    }
    return groups
  }

  private init(line: Substring) throws {
    let fields = line.split(separator: " ")
    let numbers = fields.dropFirst().compactMap { Double($0) }
    guard let name = fields.first, let function = ElementaryFunction(String(name)),
      numbers.count == fields.count - 1, numbers.count == (function == .power ? 4 : 3)
    else { throw Unreadable(what: String(line)) }
    self.function = function
    x = numbers[0]
    y = function == .power ? numbers[1] : 0
    cut = numbers[numbers.count - 2]
    rest = numbers[numbers.count - 1] / 1000
  }

  private static func text(at path: String) throws -> String {
    guard let file = unsafe fopen(path, "r") else { throw Unreadable(what: path) }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
