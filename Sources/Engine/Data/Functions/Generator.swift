import Kernels

extension Generator {
  /// The set of these figures, in the order of the parameters, nil for those left out. Under one seed it follows from
  /// the name of the set that is defined by it. Sample i belongs to class i mod the number of classes, except in `xor`.
  package func generate(
    _ figures: [Double?], seed: UInt64, name: String, within budget: Budget
  ) throws(EngineFault) -> DataSet {
    let figures = try Figures(self, figures, within: budget)
    let noise = Noise(figures.noise, stream: RandomStream(seed: seed, purpose: .noise, name: name))
    switch self {
    case .moons, .circles:
      return try figures.set(inputs: ["x1", "x2"], target: "y") { sample in
        let point = self == .moons ? Self.moon(sample) : Self.circle(sample)
        return ([point.x + noise[2 * sample.index], point.y + noise[2 * sample.index + 1]], Double(sample.group))
      }
    case .spiral, .blobs:
      return try figures.set(inputs: ["x1", "x2"], target: "class") { sample in
        let point = self == .spiral ? Self.arm(sample) : Self.centre(sample)
        return ([point.x + noise[2 * sample.index], point.y + noise[2 * sample.index + 1]], Double(sample.group + 1))
      }
    case .xor:
      let places = RandomStream(seed: seed, purpose: .data, name: name)
      return try figures.set(inputs: ["x1", "x2"], target: "y") { sample in
        let place = UInt64(2 * sample.index)
        let (x, y) = (places.uniform(at: place, in: -1..<1), places.uniform(at: place + 1, in: -1..<1))
        return ([x + noise[2 * sample.index], y + noise[2 * sample.index + 1]], (x < 0) != (y < 0) ? 1 : 0)
      }
    case .sine, .linear:
      return try figures.set(inputs: ["x"], target: "y") { sample in
        let x = self == .sine ? 2 * Double.pi * sample.share : 2 * sample.share - 1
        return ([x], (self == .sine ? UnaryFunction.sin(x) : 2 * x + 1) + noise[sample.index])
      }
    }
  }

  private typealias Point = (x: Double, y: Double)

  private static func onCircle(_ angle: Double, radius: Double) -> Point {
    (radius * UnaryFunction.cos(angle), radius * UnaryFunction.sin(angle))
  }

  private static func moon(_ sample: Figures.Sample) -> Point {
    let point = onCircle(.pi * sample.share, radius: 1)
    return sample.group == 0 ? point : (1 - point.x, 0.5 - point.y)
  }

  private static func circle(_ sample: Figures.Sample) -> Point {
    onCircle(2 * .pi * Double(sample.place) / Double(sample.groupSize), radius: sample.group == 0 ? 1 : 0.5)
  }

  private static func arm(_ sample: Figures.Sample) -> Point {
    onCircle(2 * .pi * Double(sample.group) / Double(sample.groups) + 4 * sample.share, radius: sample.share)
  }

  private static func centre(_ sample: Figures.Sample) -> Point {
    onCircle(2 * .pi * Double(sample.group) / Double(sample.groups), radius: 2)
  }
}

/// Normal deviates by their place, all 0 where there is no noise.
private struct Noise {
  private let deviation: Double
  private let stream: RandomStream

  init(_ deviation: Double, stream: RandomStream) {
    (self.deviation, self.stream) = (deviation, stream)
  }

  subscript(place: Int) -> Double {
    deviation == 0 ? 0 : deviation * stream.normal(at: UInt64(place))
  }
}

/// What a generator is asked for, once it is seen to be possible.
private struct Figures {
  let noise: Double
  private let count: Int
  private let groups: Int
  private let hasClasses: Bool
  private let generator: Generator
  private let budget: Budget

  init(_ generator: Generator, _ given: [Double?], within budget: Budget) throws(EngineFault) {
    let parameters = generator.parameters
    precondition(given.count == parameters.count, "a figure, or nil, for each parameter")
    let figures = zip(given, parameters).map { $0 ?? $1.standard ?? 0 }
    func demand(
      _ place: Int, _ wants: DataFunctionFault.WantedFigure, _ isFine: (Double) -> Bool
    ) throws(EngineFault) -> Double {
      guard isFine(figures[place]) else {
        throw .data(
          .function(
            .generator(generator), .figure(parameter: parameters[place].name, wants: wants, got: figures[place])))
      }
      return figures[place]
    }
    let n = try demand(0, .size) { $0 >= 1 && $0 == $0.rounded() && $0.isFinite }
    noise = try demand(1, .noise) { $0 >= 0 && $0.isFinite }
    hasClasses = figures.count > 2
    let classes = hasClasses ? try demand(2, .classes) { $0 >= 2 && $0 == $0.rounded() && $0.isFinite } : 2
    let width = generator == .sine || generator == .linear ? 1.0 : 2
    _ = try budget.shape(of: Extent(rows: n, columns: width))
    _ = try budget.shape(of: Extent(rows: n, columns: classes))
    (count, groups, self.generator, self.budget) = (Int(n), Int(classes), generator, budget)
  }

  /// One sample among those of its group (its class, or its side).
  struct Sample {
    let index: Int
    let groups: Int
    let group: Int
    /// Which one of its group it is.
    let place: Int
    let groupSize: Int

    /// How far along its group it is: 0 … 1.
    var share: Double { groupSize > 1 ? Double(place) / Double(groupSize - 1) : 0 }
  }

  func set(
    inputs: [String], target: String, each make: (Sample) -> (inputs: [Double], target: Double)
  ) throws(EngineFault) -> DataSet {
    // Points of one line are one group.
    let groups = inputs.count == 1 ? 1 : groups
    var assembly = try Assembly(
      rows: count, inputs: inputs.count, targets: 1, hasClasses: hasClasses, within: budget)
    for index in 0..<count {
      let size = (count - index % groups + groups - 1) / groups
      let sample = Sample(
        index: index, groups: groups, group: index % groups, place: index / groups, groupSize: size)
      let (numbers, answer) = make(sample)
      for (column, number) in numbers.enumerated() { assembly.inputs[index, column] = number }
      if hasClasses { try assembly.setClass(ofRow: index, answer) } else { assembly.targets[index, 0] = answer }
      if index % 1024 == 1023 { try budget.checkDeadline() }
    }
    return try assembly.finish(inputNames: inputs, targetNames: [target], origin: generator.rawValue)
  }
}
