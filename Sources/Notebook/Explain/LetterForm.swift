import Engine
import Formula
import Language
import Report

/// An expression as it is written, typeset: names are letters, `y[1]` a letter with an index, a product of arrays
/// keeps its dot, because two letters side by side are multiplied entry by entry.
struct LetterForm {
  let code: Code

  func phrase(_ expression: Expression) -> Phrase {
    let text = code.spelling(expression)
    switch expression.kind {
    case .number(let number):
      let latex = Term.number(number).latex
      return Phrase(text: text, latex: latex, latexLevel: latex.contains("^") ? .product : .whole, isNumeric: true)
    case .name(let name):
      return Phrase(text: name, latex: Engine.Constant(named: name) == .pi ? "\\pi" : Term.latex(name: name))
    case .group(let operand): return phrase(operand)
    case .negate(let operand): return -phrase(operand)
    case .not(let operand):
      let inner = phrase(operand).bracketed(upTo: .relation)
      return Phrase(text: "not \(inner.text)", latex: "\\lnot \(inner.latex)", level: .connective, isTall: inner.isTall)
    case .member: return Phrase(text: text, latex: Term.latex(name: text))
    case .prime(let operand): return phrase(operand).transposed
    case .index(let base, let subscripts):
      if let entry = entry(base, subscripts) { return Phrase(text: text, latex: entry) }
      let inner = phrase(base)
      let indices = subscripts.map { written in
        switch written {
        case .at(let position): phrase(position).latex
        case .all: ":"
        }
      }
      return Phrase(text: text, latex: (base.isCompound ? inner.bracketed : inner).latex(at: indices))
    case .vector(let entries):
      return Phrase(text: text, latex: bracketed(entries.map { [$0] }), isTall: true)
    case .matrix(let rows): return Phrase(text: text, latex: bracketed(rows), isTall: true)
    case .call(let name, let primes, let arguments):
      return call(name.text, primes: primes, arguments.map { phrase($0.value) })
    case .binary(let op, let left, let right): return binary(op, phrase(left), phrase(right))
    case .approximately(let left, let right, let tolerance):
      let sum = Phrase.joined(phrase(right), "±", "\\pm", phrase(tolerance), .sum)
      return .relation(phrase(left), "≈", "\\approx", sum)
    case .string: return .words(text)
    }
  }

  /// `y[1]`, `W[1,:]` and `m.W1[1,2]` as letters with an index.
  private func entry(_ base: Expression, _ subscripts: [Subscript]) -> String? {
    switch base.kind {
    case .name, .member: break
    case .number, .string, .vector, .matrix, .call, .prime, .index, .negate, .not, .binary, .approximately, .group:
      return nil
    }
    var places: [String] = []
    for written in subscripts {
      switch written {
      case .at(let position):
        guard case .number(let number) = position.kind else { return nil }
        places.append(Term.number(number).latex)
      case .all: places.append(":")
      }
    }
    return Term.latex(name: "\(code.spelling(base))[\(places.joined(separator: ","))]")
  }

  private func bracketed(_ rows: [[Expression]]) -> String {
    let lines = rows.map { $0.map { phrase($0).latex }.joined(separator: " & ") }
    return "\\begin{bmatrix}\n\(lines.joined(separator: " \\\\\n"))\n\\end{bmatrix}"
  }

  /// Between arrays the sign of a product says more than a factor beside another.
  private func binary(_ op: BinaryOperator, _ a: Phrase, _ b: Phrase) -> Phrase {
    op == .product ? .product([a, b], isDotted: true) : .joining(a, op, b)
  }

  private func call(_ name: String, primes: Int, _ arguments: [Phrase]) -> Phrase {
    let isPlain = primes == 0 && arguments.count == 1
    if isPlain, name == "exp" { return .exp(arguments[0]) }
    if isPlain, name == "sqrt" { return .root(arguments[0]) }
    if isPlain, name == "abs" { return .magnitude(arguments[0]) }
    return .call(name, latex: Self.latex(ofFunction: name) + String(repeating: "'", count: primes), arguments)
  }

  /// A function's name in formulas.
  static func latex(ofFunction name: String) -> String {
    switch name {
    case "sin", "cos", "tan", "sinh", "cosh", "tanh", "min", "max": "\\\(name)"
    case "log": "\\ln"
    case "log2": "\\log_{2}"
    case "log10": "\\log_{10}"
    case "asin", "acos", "atan": "\\arc\(name.dropFirst())"
    case "sigmoid", "σ": "\\sigma"
    case _: BuiltIn(named: name) == nil ? Term.latex(name: name) : Term.latex(function: name)
    }
  }
}

extension Phrase {
  /// Entries of what this stands for, typeset: below a letter, behind anything else.
  func latex(at indices: [String]) -> String {
    let list = indices.joined(separator: ",")
    let letter = latex.first == "\\" ? latex.dropFirst() : latex[...]
    let isLetter = letter.allSatisfy(\.isLetter) && (letter.count == 1 || latex.first == "\\")
    return isLetter ? "\(latex)_{\(list)}" : "\(latex) \\lbrack \(list) \\rbrack"
  }
}
