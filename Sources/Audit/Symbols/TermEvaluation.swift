import Formula

extension Term {
  /// What the term comes to where each letter stands for a number; nil where it has no value there.
  func interval(at values: [String: Double]) -> Interval? {
    fold { (node, operands: [Interval?]) -> Interval? in
      var parts: [Interval] = []
      for operand in operands {
        guard let operand else { return nil }
        parts.append(operand)
      }
      let value = node.interval(of: parts, at: values)
      return value?.isFinite ?? false ? value : nil
    }
  }

  private func interval(of parts: [Interval], at values: [String: Double]) -> Interval? {
    switch self {
    case .number(let number): Interval(number).widened(by: number.rounded() == number ? 0 : 1)
    case .constant(.pi): .pi
    case .constant(.e): .e
    case .symbol(let name): values[name].map { Interval($0) }
    case .negate: -parts[0]
    case .add: parts.dropFirst().reduce(parts[0], +)
    case .multiply: parts.dropFirst().reduce(parts[0], *)
    case .divide: parts[0] / parts[1]
    case .power: parts[0].raised(to: parts[1])
    case .apply(let function, _): function.interval(of: parts[0])
    case .applyPair(let function, _, _): function.interval(of: parts[0], parts[1])
    case .compare(let comparison, _, _): comparison.interval(of: parts[0], parts[1])
    case .and, .or, .not, .call: nil
    }
  }
}

extension Function {
  fileprivate func interval(of x: Interval) -> Interval? {
    switch self {
    case .exp: ElementaryFunction.exp(x)
    case .log: ElementaryFunction.ln(x)
    case .log2: ElementaryFunction.log2(x)
    case .log10: ElementaryFunction.log10(x)
    case .sqrt: ElementaryFunction.sqrt(x)
    case .abs: ElementaryFunction.abs(x)
    case .sin: ElementaryFunction.sin(x)
    case .cos: ElementaryFunction.cos(x)
    case .tan: ElementaryFunction.tan(x)
    case .asin: ElementaryFunction.asin(x)
    case .acos: ElementaryFunction.acos(x)
    case .atan: ElementaryFunction.atan(x)
    case .sinh: ElementaryFunction.sinh(x)
    case .cosh: ElementaryFunction.cosh(x)
    case .tanh: ElementaryFunction.tanh(x)
    case .sigmoid: ElementaryFunction.sigmoid(x)
    case .relu: ElementaryFunction.relu(x)
    case .softplus: ElementaryFunction.softplus(x)
    case .log1p: ElementaryFunction.log1p(x)
    case .expm1: ElementaryFunction.expm1(x)
    case .silu: ElementaryFunction.sigmoid(x).map { $0 * x }
    case .step: x.contains(0) ? nil : Interval(x.low > 0 ? 1 : 0)
    case .sign: x.contains(0) ? nil : Interval(x.low > 0 ? 1 : -1)
    case .elu, .selu, .gelu, .leakyRelu, .erf, .round, .floor, .ceil: nil
    }
  }
}

extension PairFunction {
  fileprivate func interval(of a: Interval, _ b: Interval) -> Interval? {
    switch self {
    case .max: Interval(a.low < b.low ? b.low : a.low, a.high < b.high ? b.high : a.high)
    case .min: Interval(a.low < b.low ? a.low : b.low, a.high < b.high ? a.high : b.high)
    case .leakyRelu, .elu: nil
    }
  }
}

extension Comparison {
  fileprivate func interval(of a: Interval, _ b: Interval) -> Interval? {
    guard !a.overlaps(b) else { return nil }
    let isLess = a.high < b.low
    switch self {
    case .less, .lessOrEqual: return Interval(isLess ? 1 : 0)
    case .greater, .greaterOrEqual: return Interval(isLess ? 0 : 1)
    case .equal: return Interval(0)
    case .notEqual: return Interval(1)
    }
  }
}
