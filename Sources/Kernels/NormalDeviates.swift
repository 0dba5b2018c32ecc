// Standard normal deviates by Box and Muller's transform: the two uniform numbers u, v of a block give a radius
// √(−2 log(1 − u)) and an angle 2πv, whose cosine and sine serve an even index and the odd one after it. 1 − u is never
// 0, so no deviate exceeds 8.6.

extension RandomStream {
  /// The standard normal deviate at an index.
  package func normal(at index: UInt64) -> Double {
    let even = index & ~1
    let radius = UnaryFunction.sqrt(-2 * UnaryFunction.log(1 - uniform(at: even)))
    let angle = 2 * Double.pi * uniform(at: even | 1)
    return radius * (index == even ? UnaryFunction.cos(angle) : UnaryFunction.sin(angle))
  }

  /// The standard normal deviates at the indices 0 ..< count, faster than one by one.
  package func normals(count: Int) -> [Double] {
    let blocks = stride(from: 0, to: UInt64(count), by: 2)
    let logarithms = UnaryFunction.log(blocks.map { 1 - uniform(at: $0) })
    let radii = UnaryFunction.sqrt(logarithms.map { -2 * $0 })
    let angles = blocks.map { 2 * Double.pi * uniform(at: $0 + 1) }
    let cosines = UnaryFunction.cos(angles)
    let sines = UnaryFunction.sin(angles)
    return (0..<count).map { (index: Int) -> Double in
      let direction = index % 2 == 0 ? cosines[index / 2] : sines[index / 2]
      return radii[index / 2] * direction
    }
  }
}
