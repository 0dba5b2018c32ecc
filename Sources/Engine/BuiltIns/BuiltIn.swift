/// The functions of the language that need no definition.
package enum BuiltIn: Sendable, Hashable, CaseIterable {
  /// A function of one variable, elementwise.
  case elementary(Elementary)
  /// All entries to one number.
  case reduction(Reduction)
  /// `min` and `max`: all entries of one argument to one number, or elementwise of two.
  case extremum(Extremum)
  /// Row by row.
  case rowwise(Rowwise)
  case algebra(Algebra)
  /// An array made from figures.
  case construction(Construction)
  /// How far the outputs `y` are from the targets `t`.
  case loss(Loss)

  package static var allCases: [BuiltIn] {
    Elementary.allCases.map(BuiltIn.elementary) + Reduction.allCases.map(BuiltIn.reduction)
      + Extremum.allCases.map(BuiltIn.extremum) + Rowwise.allCases.map(BuiltIn.rowwise)
      + Algebra.allCases.map(BuiltIn.algebra) + Construction.allCases.map(BuiltIn.construction)
      + Loss.allCases.map(BuiltIn.loss)
  }

  /// The function of that name, `σ` being `sigmoid`; nil where there is none.
  package init?(named name: String) {
    guard let found = Self.byName[name == "σ" ? "sigmoid" : name] else { return nil }
    self = found
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The name in the language.
  package var name: String {
    switch self {
    case .elementary(let function): function.rawValue
    case .reduction(let function): function.rawValue
    case .extremum(let function): function.rawValue
    case .rowwise(let function): function.rawValue
    case .algebra(let function): function.rawValue
    case .construction(let function): function.rawValue
    case .loss(let function): function.rawValue
    }
  }

  /// The function that is known elsewhere by a name that the language has not (`ln`, `average`), for suggestions.
  package static func known(elsewhere name: String) -> BuiltIn? {
    preconditionFailure("follows")
  }

  /// What the function takes, in order; the optional ones come last.
  package var parameters: [Parameter] {
    preconditionFailure("follows")
  }

  /// Puts arguments, some given by name, in the order of the parameters, ready for `apply`. Optional ones may be left
  /// out at the end.
  package func arrange<Argument>(_ arguments: [(name: String?, value: Argument)]) throws(EngineFault) -> [Argument] {
    preconditionFailure("follows")
  }

  /// The function's value. Outside the domain of an elementary function it is nan or infinite, which is no fault.
  package func apply(_ arguments: [Value], within budget: Budget) throws(EngineFault) -> Value {
    preconditionFailure("follows")
  }
}

/// What a built-in function takes at one place.
package struct Parameter: Sendable, Hashable {
  package let name: String
  /// How a Greek name is spelled in Latin letters, `delta` for `δ`.
  package let twin: String?
  package let isOptional: Bool
}

/// The functions of one variable. Every one works elementwise.
package enum Elementary: String, Sendable, CaseIterable {
  case exp, log, log2, log10, sqrt, abs
  case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh
  case sigmoid, relu
  case leakyRelu = "leaky_relu"
  case elu, selu, gelu, silu, softplus, step
  case sign, erf, expm1, log1p, round, floor, ceil
}

/// The functions that take all entries of their argument to one number.
package enum Reduction: String, Sendable, CaseIterable {
  case sum, mean
  /// The mean squared distance from the mean: divided by n.
  case variance = "var"
  case std
  /// The square root of the sum of squares.
  case norm
}

/// The least and the greatest.
package enum Extremum: String, Sendable, CaseIterable {
  case min, max
}

/// The functions that treat a vector as one row and a matrix row by row.
package enum Rowwise: String, Sendable, CaseIterable {
  case softmax
  /// The position, from 1, of the greatest entry, the first of equal ones.
  case argmax
}

/// Products and shapes.
package enum Algebra: String, Sendable, CaseIterable {
  case dot, outer, transpose, size
}

/// The functions that make arrays.
package enum Construction: String, Sendable, CaseIterable {
  case zeros, ones, eye, linspace, range
}

/// The losses, as functions of outputs `y` and targets `t`: a vector is one sample, a matrix has one row a sample.
package enum Loss: String, Sendable, CaseIterable {
  case mse
  case halfMse = "half_mse"
  case sse, mae
  case crossEntropy = "cross_entropy"
  case kl, huber
  case logCosh = "log_cosh"
  case hinge, bce
}
