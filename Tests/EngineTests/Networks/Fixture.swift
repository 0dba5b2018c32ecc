@testable import Engine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A training run and what PyTorch makes of it, as Fixtures/README.md describes the files.
struct Fixture: Sendable {
  /// An array of the file: `W1 4x3 0x1p-1 …`.
  struct Figures: Sendable {
    let name: String
    let shape: [Int]
    let elements: [Double]

    var rows: Int { shape[0] }
    var columns: Int { shape.count > 1 ? shape[1] : 1 }
  }

  let spec: NetworkSpec
  let settings: TrainingSettings
  let inputs: Figures
  let targets: Figures
  /// How far a figure may be off, relative to the largest of its array.
  let tolerance: Double
  let parameters: [Figures]
  /// What the first update found.
  let first: [Figures]
  /// What the run leaves, by name.
  let wants: [Figures]

  struct Unreadable: Error {
    let what: String
  }
}

// MARK: Files

extension Fixture {
  static let groups = ["activations", "losses", "optimizers", "schedules", "settings"]

  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fixtures"

  /// The fixtures of a group, sorted: `losses/bce`.
  static func names(in group: String) throws -> [String] {
    guard let stream = unsafe opendir("\(folder)/\(group)") else { throw Unreadable(what: group) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let file = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if file.hasSuffix(".txt") { names.append("\(group)/\(file.dropLast(4))") }
    }
    return names.sorted()
  }

  init(named name: String) throws {
    try self.init(text: Self.text(at: "\(Self.folder)/\(name).txt"))
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

// MARK: Text

extension Fixture {
  init(text: String) throws {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: " ").map(String.init)
    }
    func all(_ keyword: String) -> [[String]] {
      lines.filter { $0[0] == keyword }.map { Array($0.dropFirst()) }
    }
    func one(_ keyword: String) throws -> [String] {
      guard let words = all(keyword).first else { throw Unreadable(what: "no \(keyword)") }
      return words
    }
    func number(_ keyword: String) throws -> Double? { try all(keyword).first.map { try Double(reading: $0[0]) } }

    spec = try NetworkSpec(inputs: Int(Double(reading: one("input")[0])), layers: all("layer").map(Self.layer))
    let given = try all("given").map(Figures.init)
    func array(_ name: String) throws -> Figures {
      guard let array = given.first(where: { $0.name == name }) else { throw Unreadable(what: "no \(name)") }
      return array
    }
    inputs = try array("inputs")
    targets = try array("targets")
    parameters = given.filter { "Wbγβ".contains($0.name.prefix(1)) }
    first = try all("first").map(Figures.init)
    wants = try all("wants").map(Figures.init)
    tolerance = try number("tolerance") ?? 0

    let (loss, optimizer, epochs) = (try one("loss"), try one("optimizer"), try number("epochs") ?? 0)
    var settings = TrainingSettings(
      loss: try Objective(named: loss[0], Self.arguments(loss)),
      optimizer: try Optimizer(named: optimizer[0], Self.arguments(optimizer)), epochs: Int(epochs))
    if let schedule = all("schedule").first {
      settings.schedule = try Schedule(named: schedule[0], Self.arguments(schedule))
    }
    settings.batch = try number("batch").map { Int($0) }
    let order = try all("order").map { try $0.map { Int(try Double(reading: $0)) } }
    settings.order = order.isEmpty ? .standing : .given(order)
    settings.l2 = try number("l2") ?? 0
    settings.clip = try number("clip")
    settings.patience = try number("patience").map { Int($0) }
    settings.freeze = all("freeze").first ?? []
    if given.contains(where: { $0.name == "validation_inputs" }) {
      settings.validation = try Self.samples(array("validation_inputs"), array("validation_targets"))
    }
    self.settings = settings
  }

  private static func layer(_ words: [String]) throws -> NetworkSpec.Layer {
    if words == ["batchnorm"] { return .batchnorm }
    guard words.count >= 3, words[0] == "dense", let count = Int(words[1]) else {
      throw Unreadable(what: words.joined(separator: " "))
    }
    return .dense(count, try Activation(named: words[2], arguments(Array(words.dropFirst(2)))))
  }

  /// What follows a name: `0.2`, `lr=0.05`, `amsgrad=true`.
  private static func arguments(_ words: [String]) throws -> [(name: String?, value: Double)] {
    try words.dropFirst().map { word in
      let parts = word.split(separator: "=").map(String.init)
      let flags = ["true": 1.0, "false": 0]
      let last = parts[parts.count - 1]
      return (parts.count == 2 ? parts[0] : nil, try flags[last] ?? Double(reading: last))
    }
  }

  static func samples(_ inputs: Figures, _ targets: Figures, rows: [Int]? = nil) throws -> Samples {
    try Samples(name: "fixture", inputs: inputs.matrix(rows), targets: targets.matrix(rows))
  }
}

extension Fixture.Figures {
  init(_ words: [String]) throws {
    guard words.count >= 2 else { throw Fixture.Unreadable(what: words.joined(separator: " ")) }
    name = words[0]
    shape = try words[1].split(separator: "x").map { Int(try Double(reading: String($0))) }
    elements = try words.dropFirst(2).map { try Double(reading: $0) }
    guard elements.count == shape.reduce(1, *) else { throw Fixture.Unreadable(what: name) }
  }

  /// The array, or the named rows of it.
  func matrix(_ rows: [Int]? = nil) throws -> Matrix {
    guard let rows else { return try Matrix(elements, rows: self.rows, columns: columns, within: .ample) }
    let chosen = rows.flatMap { elements[$0 * columns..<($0 + 1) * columns] }
    return try Matrix(chosen, rows: rows.count, columns: columns, within: .ample)
  }

  var value: Value {
    get throws { shape.count > 1 ? .matrix(try matrix()) : .vector(try Vector(elements, within: .ample)) }
  }

  /// The largest difference, relative to the largest entry; infinite where the counts differ or a figure is not finite.
  func distance(of other: [Double]) -> Double {
    guard other.count == elements.count else { return .infinity }
    let scale = elements.map(\.magnitude).max() ?? 0
    let differences = zip(other, elements).map { ($0 - $1).magnitude / (scale > 0 ? scale : 1) }
    return differences.allSatisfy(\.isFinite) ? differences.max() ?? 0 : .infinity
  }
}

extension Double {
  fileprivate init(reading text: String) throws {
    guard let number = Double(text) else { throw Fixture.Unreadable(what: text) }
    self = number
  }
}
