/// Which names a statement is about, so that what uses them is not called a mistake where the statement itself is one.
extension Parser {
  /// The names that a statement which could not be read would have defined or changed, as far as its beginning tells.
  func namesGiven(byStatementAt start: Int) -> [String] {
    var lexer = Lexer(code, from: start)
    var first = lexer.next()
    let foreign = ["let", "var", "const", "val", "def", "function", "fn", "func", "fun"]
    let isForeign = first.word.map(foreign.contains) ?? false
    if isForeign { first = lexer.next() }
    switch first.word {
    case "data", "net": return names(from: lexer.next(), &lexer)
    case "train", "step", "for":
      guard let word = lexer.next().word, !Words.isReserved(word) else { return [] }
      // In `train loss=bce` and `train copy(m) on xor` the word is no network.
      let following = lexer.next().symbol
      return first.word != "for" && (following == .define || following == .leftParenthesis) ? [] : [word]
    case let word?:
      let names = names(from: first, &lexer)
      return Words.isReserved(word) || !(isForeign || definesOnLine(at: start)) ? [] : names
    case nil: return []
    }
  }

  /// `a, b, c`
  private func names(from first: Token, _ lexer: inout Lexer) -> [String] {
    var names: [String] = []
    var token = first
    while let word = token.word, !Words.isReserved(word) {
      names.append(word)
      guard lexer.next().symbol == .comma else { break }
      token = lexer.next()
    }
    return names
  }

  /// Whether a `=` outside of brackets stands on the line.
  private func definesOnLine(at start: Int) -> Bool {
    var lexer = Lexer(code, from: start)
    var depth = 0
    var token = lexer.next()
    repeat {
      switch token.symbol {
      case .define where depth == 0: return true
      case .leftParenthesis, .leftBracket: depth += 1
      case .rightParenthesis, .rightBracket: depth -= 1
      case _: break
      }
      token = lexer.next()
    } while !token.isEnd && !token.startsLine
    return false
  }
}

extension Statement {
  /// The names that it defines or changes.
  var definedNames: [String] {
    switch kind {
    case .value(let name, _), .function(let name, _, _), .member(let name, _, _): [name.text]
    case .values(let names, _), .dataSets(let names, _): names.map(\.text)
    case .data(let definition): [definition.name.text]
    case .net(let definition): [definition.name.text]
    case .train(let order), .step(let order): [order.network.text]
    case .loop(let loop): [loop.variable.text] + loop.body.flatMap(\.definedNames)
    case .set, .collect, .show, .table, .plot, .inspection, .draw, .explain, .derive, .expect: []
    }
  }
}
