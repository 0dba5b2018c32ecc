// Stands in for Kernels until it has its Swift face.
import Glibc

enum UnaryFunction: String, CaseIterable, Sendable {
  case negative = "-"
  case not
  case abs, sign, step, round, floor, ceil, sqrt
  case exp, expm1, log, log1p, log2, log10
  case sinh, cosh, tanh
  case sigmoid, softplus, relu, selu, silu
  case leakyRelu = "leaky_relu"
  case elu
  case sin, cos, tan, asin, acos, atan, erf, gelu

  func callAsFunction(_ x: Double, parameter: Double? = nil) -> Double {
    Arithmetic.value(self, x, constant: parameter ?? (self == .elu ? 1 : 0.01))
  }

  func map(_ x: Span<Double>, into y: inout MutableSpan<Double>, parameter: Double? = nil) {
    for i in x.indices { y[i] = self(x[i], parameter: parameter) }
  }
}

enum BinaryFunction: String, CaseIterable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
  case minimum = "min"
  case maximum = "max"
  case less = "<"
  case lessEqual = "<="
  case greater = ">"
  case greaterEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case and, or

  func callAsFunction(_ a: Double, _ b: Double) -> Double { Arithmetic.value(self, a, b) }

  func map(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>) {
    for i in 0..<y.count { y[i] = self(a[i], b[i]) }
  }

  func map(_ a: Span<Double>, _ b: Double, into y: inout MutableSpan<Double>) {
    for i in 0..<y.count { y[i] = self(a[i], b) }
  }

  func map(_ a: Double, _ b: Span<Double>, into y: inout MutableSpan<Double>) {
    for i in 0..<y.count { y[i] = self(a, b[i]) }
  }
}

enum Reduction {
  static func sum(_ x: Span<Double>) -> Double { Arithmetic.sum(x) }
  static func sumOfSquares(_ x: Span<Double>, around centre: Double = 0) -> Double {
    Arithmetic.sumOfSquares(x, about: centre)
  }
  static func least(_ x: Span<Double>) -> Double { Arithmetic.least(x) }
  static func greatest(_ x: Span<Double>) -> Double { Arithmetic.greatest(x) }
  static func indexOfGreatest(_ x: Span<Double>) -> Int? { x.isEmpty ? nil : Arithmetic.indexOfGreatest(x) }
}

enum MatrixProduct {
  static func multiply(
    _ a: Span<Double>, _ b: Span<Double>, rows: Int, inner: Int, columns: Int, into c: inout MutableSpan<Double>
  ) {
    Arithmetic.multiply(rows: rows, inner: inner, columns: columns, a, b, into: &c)
  }

  static func dot(_ a: Span<Double>, _ b: Span<Double>) -> Double {
    var total = 0.0
    for i in a.indices { total = total.addingProduct(a[i], b[i]) }
    return total
  }

  static func transpose(_ x: Span<Double>, rows: Int, columns: Int) -> [Double] {
    var y = [Double](repeating: 0, count: x.count)
    for i in 0..<rows { for j in 0..<columns { y[j * rows + i] = x[i * columns + j] } }
    return y
  }
}

enum Softmax {
  static func rows(of x: Span<Double>, rows: Int, columns: Int, into y: inout MutableSpan<Double>) {
    Arithmetic.softmax(rows: rows, columns: columns, x, into: &y)
  }
}

enum Arithmetic {
  static func value(_ f: UnaryFunction, _ x: Double, constant: Double) -> Double {
    switch f {
    case .negative: return -x
    case .not: return x != 0 ? 0 : 1
    case .exp: return exp(x)
    case .log: return log(x)
    case .log2: return log2(x)
    case .log10: return log10(x)
    case .sqrt: return x.squareRoot()
    case .abs: return x.magnitude
    case .sin: return sin(x)
    case .cos: return cos(x)
    case .tan: return tan(x)
    case .asin: return asin(x)
    case .acos: return acos(x)
    case .atan: return atan(x)
    case .sinh: return sinh(x)
    case .cosh: return cosh(x)
    case .tanh: return tanh(x)
    case .sigmoid: return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x))
    case .relu: return x < 0 ? 0 : x
    case .leakyRelu: return x > 0 ? x : constant * x
    case .elu: return x > 0 ? x : constant * expm1(x)
    case .selu: return 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * expm1(x))
    case .gelu: return 0.5 * x * (1 + erf(x / 2.0.squareRoot()))
    case .silu: return x * value(.sigmoid, x, constant: 0)
    case .softplus: return Swift.max(x, 0) + log1p(exp(-x.magnitude))
    case .step: return x >= 0 ? 1 : x.isNaN ? x : 0
    case .sign: return x > 0 ? 1 : x < 0 ? -1 : x.isNaN ? x : 0
    case .erf: return erf(x)
    case .expm1: return expm1(x)
    case .log1p: return log1p(x)
    case .round: return x.rounded()
    case .floor: return x.rounded(.down)
    case .ceil: return x.rounded(.up)
    }
  }

  static func value(_ f: BinaryFunction, _ a: Double, _ b: Double) -> Double {
    switch f {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: b == 2 ? a * a : pow(a, b)
    case .minimum: a.isNaN || b.isNaN ? .nan : Swift.min(a, b)
    case .maximum: a.isNaN || b.isNaN ? .nan : Swift.max(a, b)
    case .less: a < b ? 1 : 0
    case .lessEqual: a <= b ? 1 : 0
    case .greater: a > b ? 1 : 0
    case .greaterEqual: a >= b ? 1 : 0
    case .equal: a == b ? 1 : 0
    case .notEqual: a != b ? 1 : 0
    case .and: a != 0 && b != 0 ? 1 : 0
    case .or: a != 0 || b != 0 ? 1 : 0
    }
  }

  static func sum(_ x: Span<Double>) -> Double {
    var lanes = [Double](repeating: 0, count: 8)
    for i in x.indices { lanes[i % 8] += x[i] }
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
  }

  static func sumOfSquares(_ x: Span<Double>, about center: Double) -> Double {
    var squares = [Double](repeating: 0, count: x.count)
    for i in x.indices { squares[i] = (x[i] - center) * (x[i] - center) }
    return sum(squares.span)
  }

  static func least(_ x: Span<Double>) -> Double {
    var least = Double.infinity
    for i in x.indices { least = value(.minimum, least, x[i]) }
    return least
  }

  static func greatest(_ x: Span<Double>) -> Double {
    var greatest = -Double.infinity
    for i in x.indices { greatest = value(.maximum, greatest, x[i]) }
    return greatest
  }

  static func indexOfGreatest(_ x: Span<Double>) -> Int {
    var best = 0
    for i in x.indices {
      if x[i].isNaN { return i }
      if x[i] > x[best] { best = i }
    }
    return best
  }

  static func multiply(
    rows: Int, inner: Int, columns: Int, _ a: Span<Double>, _ b: Span<Double>, into c: inout MutableSpan<Double>
  ) {
    for i in 0..<rows {
      for j in 0..<columns {
        var total = 0.0
        for k in 0..<inner { total = total.addingProduct(a[i * inner + k], b[k * columns + j]) }
        c[i * columns + j] = total
      }
    }
  }

  static func softmax(rows: Int, columns: Int, _ x: Span<Double>, into y: inout MutableSpan<Double>) {
    for i in 0..<rows {
      let row = x.extracting(i * columns..<(i + 1) * columns)
      let top = greatest(row)
      var e = [Double](repeating: 0, count: columns)
      for j in 0..<columns { e[j] = exp(row[j] - top) }
      let total = sum(e.span)
      for j in 0..<columns { y[i * columns + j] = e[j] / total }
    }
  }
}
