/// The functions of one variable. Every one works elementwise, and gives an array's entries the bits that it gives the
/// numbers alone.
package enum Elementary: String, Sendable, CaseIterable {
  case exp, log, log2, log10, sqrt, abs
  case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh
  case sigmoid, relu
  case leakyRelu = "leaky_relu"
  case elu, selu, gelu, silu, softplus, step
  case sign, erf, expm1, log1p, round, floor, ceil
}

/// The functions that take all entries of their argument to one number.
package enum Summary: String, Sendable, CaseIterable {
  case sum, mean
  /// The mean squared distance from the mean: divided by n.
  case variance = "var"
  case std
  /// The square root of the sum of squares.
  case norm
}

/// The least and the greatest: of all entries of one argument, or elementwise of two. A nan is both.
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
  case dot, outer, transpose
  /// How many entries a vector has; rows and columns of a matrix; 1 of a number.
  case size
}

/// The functions that make arrays.
package enum Construction: String, Sendable, CaseIterable {
  case zeros, ones
  /// The square matrix with 1 on its diagonal.
  case eye
  /// `n` numbers at equal distances, the first `a`, the last `b`.
  case linspace
  /// `a`, `a + step`, … as far as `b`, which belongs to it.
  case range
}

/// The losses, as functions of outputs `y` and targets `t`: a number or a vector is one sample, a matrix has one row a
/// sample. Each is a sum of terms, one for every output, divided by a count.
package enum Loss: String, Sendable, CaseIterable {
  case mse
  case halfMse = "half_mse"
  case sse, mae
  case crossEntropy = "cross_entropy"
  case kl, huber
  case logCosh = "log_cosh"
  case hinge, bce
}
