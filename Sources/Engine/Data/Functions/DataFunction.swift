/// The functions that make data sets: of nothing but figures, or of other sets.
package enum DataFunction: Sendable, Hashable, CaseIterable {
  case generator(Generator)
  /// `split(set, 0.8)`: two sets.
  case split
  /// `standardize(set, by=other)`, `minmax(set, by=other)`.
  case scaling(ScalingMethod)

  package static var allCases: [DataFunction] {
    Generator.allCases.map(DataFunction.generator) + [.split] + ScalingMethod.allCases.map(DataFunction.scaling)
  }

  /// The function of that name; nil where there is none.
  package init?(named name: String) {
    guard let function = Self.byName[name] else { return nil }
    self = function
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The name in the language.
  package var name: String {
    switch self {
    case .generator(let generator): generator.rawValue
    case .split: "split"
    case .scaling(let method): method.rawValue
    }
  }

  /// What the function takes, in order.
  package var parameters: [Parameter] {
    switch self {
    case .generator(let generator): generator.parameters
    case .split: [Parameter("set"), Parameter("fraction")]
    case .scaling: [Parameter("set"), Parameter("by", isOptional: true)]
    }
  }

  /// How the function is called, as in `moons(n, noise=0)`.
  package var signature: String { parameters.signature(of: name) }
}

/// Sets that are drawn rather than read.
package enum Generator: String, Sendable, CaseIterable {
  /// Two interleaved half circles of radius 1; the target is 0 on the upper one, 1 on the lower.
  case moons
  /// A circle of radius 1, target 0, around one of radius ½, target 1.
  case circles
  /// Arms that wind outward from the origin, one for each class.
  case spiral
  /// Clouds around points on a circle of radius 2, one for each class.
  case blobs
  /// Points of the square −1 … 1; the target is 1 where their coordinates differ in sign.
  case xor
  /// sin x over 0 … 2π.
  case sine
  /// 2x + 1 over −1 … 1.
  case linear

  /// What the generator takes, in order. Noise is the standard deviation of what is added to each coordinate of a point,
  /// or to the target of `sine` and `linear`.
  var parameters: [Parameter] {
    switch self {
    case .moons, .circles, .xor, .sine, .linear: [Parameter("n"), Parameter("noise", standard: 0)]
    case .spiral: [Parameter("n"), Parameter("noise", standard: 0), Parameter("classes", standard: 3)]
    case .blobs: [Parameter("n"), Parameter("noise", standard: 0.5), Parameter("classes", standard: 3)]
    }
  }
}

/// How input columns are brought to one scale.
package enum ScalingMethod: String, Sendable, CaseIterable {
  /// To mean 0 and standard deviation 1.
  case standardize
  /// To least 0 and greatest 1.
  case minmax
}
