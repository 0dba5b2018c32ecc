extension RandomStream {
  /// The standard normal deviate at an index.
  ///
  /// Box and Muller's transform: a block gives a radius √(−2 log u) with u in (0, 1] and an angle 2πv, whose cosine and
  /// sine serve an even index and the odd one after it. No deviate exceeds 8.6.
  package func normal(at index: UInt64) -> Double {
    let even = index & ~1
    let radius = UnaryFunction.sqrt(-2 * UnaryFunction.log(1 - uniform(at: even)))
    let angle = 2 * Double.pi * uniform(at: even | 1)
    return radius * (index == even ? UnaryFunction.cos(angle) : UnaryFunction.sin(angle))
  }
}
