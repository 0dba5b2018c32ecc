import Engine
import Formula
import Language
import SourceText

/// What the blocks of a note share, from top to bottom: what its names stand for, what it has set and collected. It is a
/// value, so a block that must leave nothing behind runs in a copy.
struct Session {
  private(set) var environment = Environment()
  private(set) var settings = Settings()
  private(set) var collection = Collection()
  private let conditions: Conditions
  private let budget: Budget
  private let derivatives: Derivatives
  /// The variables of the loops that are running, from the outside in.
  private var loops: [Collection.Variable] = []
  /// Whether the round that is running has collected anything yet.
  private var hasCollected = false

  init(under conditions: Conditions) {
    self.init(
      under: conditions,
      budget: Budget(memory: conditions.memoryLimit, deadline: conditions.deadline, clock: conditions.clock))
  }

  private init(under conditions: Conditions, budget: Budget) {
    self.conditions = conditions
    self.budget = budget
    self.derivatives = Derivatives(budget: budget)
  }

  /// A session in which nothing is defined yet, within the same budget.
  var fresh: Session { Session(under: conditions, budget: budget) }

  /// Remembers the names that a statement would have defined if it could have been read.
  mutating func defineAsFailed(_ names: [String]) {
    for name in names { environment.defineAsFailed(name) }
  }

  func evaluator(of code: Code) -> Evaluator {
    Evaluator(code: code, environment: environment, derivatives: derivatives, budget: budget, seed: settings.seed)
  }

  func outputs(of code: Code) -> Outputs {
    Outputs(
      evaluator: evaluator(of: code), settings: settings, collection: collection, copies: Copies(within: budget))
  }

  /// Executes a statement: what it has to say, or everything that is wrong with it.
  mutating func perform(_ statement: Statement, of code: Code) throws(Mistakes) -> [StatementResult] {
    let results = try executed(statement, of: code)
    // A loop's results were charged one by one.
    if case .loop = statement.kind { return results }
    // The text of a result is in the budget before there is any.
    let size = results.reduce(0) { $0 + $1.textSize }
    try single { () throws(Mistake) in try evaluator(of: code).charge(output: size, at: statement.range) }
    return results
  }

  private mutating func executed(_ statement: Statement, of code: Code) throws(Mistakes) -> [StatementResult] {
    try single { () throws(Mistake) in try evaluator(of: code).checkTime(at: statement.range) }
    switch statement.kind {
    case .set(let name, let value):
      settings = try single { () throws(Mistake) in
        try settings.setting(name, to: value, evaluator: evaluator(of: code))
      }
    case .value(let name, let expression):
      try defining([name]) { (session) throws(Mistakes) in try session.assign(expression, to: name, code: code) }
    case .values(let names, let expression), .dataSets(let names, let expression):
      try defining(names) { (session) throws(Mistakes) in try session.assignSets(expression, to: names, code: code) }
    case .function(let name, let parameters, let body):
      try defining([name]) { (session) throws(Mistakes) in
        let function = try Definition.function(
          name, parameters: parameters, body: body, evaluator: session.evaluator(of: code))
        session.environment.define(name.text, function: .defined(function), at: code.place(name.range).lowerBound)
      }
    case .member(let owner, let member, let expression):
      try defining([owner]) { (session) throws(Mistakes) in
        try session.assign(expression, to: member, of: owner, code: code)
      }
    case .data(let definition):
      try defining([definition.name]) { (session) throws(Mistakes) in
        let set = try session.evaluator(of: code).dataSet(definition, read: session.conditions.readData)
        session.define(definition.name, as: .data(set), code)
      }
    case .net(let definition):
      try defining([definition.name]) { (session) throws(Mistakes) in
        let network = try session.evaluator(of: code).network(definition)
        session.define(definition.name, as: .network(network), code)
      }
    // A training that fails leaves a network of which nothing can be said.
    case .train(let order):
      return try defining([order.network]) { (session) throws(Mistakes) in
        try session.train(order, isStep: false, code)
      }
    case .step(let order):
      return try defining([order.network]) { (session) throws(Mistakes) in
        try session.train(order, isStep: true, code)
      }
    case .loop(let loop): return try run(loop, code)
    case .collect(let expressions): try collect(expressions, code)
    case .show(let output): return [try outputs(of: code).listing(output)]
    case .table(let output): return try outputs(of: code).tables(output)
    case .plot(let kind, let output): return [try outputs(of: code).plot(kind, output)]
    case .inspection(let inspection) where inspection.kind == .boundary:
      return [try outputs(of: code).boundary(inspection)]
    case .inspection(let inspection): return try outputs(of: code).inspection(inspection)
    case .expect(let condition, let options):
      return [try outputs(of: code).expectation(condition, options: options, at: statement.range)]
    case .explain(let output): return [try outputs(of: code).explanation(output)]
    case .derive(let output, let variable): return try outputs(of: code).derivations(output, by: variable)
    case .draw(let output): return try outputs(of: code).drawings(output)
    }
    return []
  }

  /// The text of an inline value.
  func inline(_ inline: InlineCode, of code: Code) throws(Mistakes) -> String {
    let text = try outputs(of: code).inline(inline)
    try single { () throws(Mistake) in
      try evaluator(of: code).charge(output: Double(text.utf8.count), at: inline.value.range)
    }
    return text
  }

  // MARK: Definitions

  private mutating func define(_ name: Name, as thing: Thing, _ code: Code) {
    environment.define(name.text, as: thing, at: code.place(name.range).lowerBound)
  }

  /// Runs a definition; names whose definition fails are remembered, so that their uses are no mistakes of their own.
  private mutating func defining<Result>(
    _ names: [Name], _ define: (inout Session) throws(Mistakes) -> Result
  ) throws(Mistakes) -> Result {
    do throws(Mistakes) {
      return try define(&self)
    } catch {
      defineAsFailed(names.map(\.text))
      throw error
    }
  }

  /// `x = …`, where the right side may also be a function (`g = f'`), a network or a data set.
  private mutating func assign(_ expression: Expression, to name: Name, code: Code) throws(Mistakes) {
    if case .call(let callee, primes: 0, _) = expression.kind, environment.functions[callee.text] == nil,
      case .data? = NetworkFunction(named: callee.text)
    {
      return try assignSets(expression, to: [name], code: code)
    }
    let evaluator = evaluator(of: code)
    let meaning = try single { () throws(Mistake) in try evaluator.meaning(of: expression) }
    switch meaning {
    case .thing(let thing): define(name, as: thing, code)
    case .function(let function):
      environment.define(name.text, function: function, at: code.place(name.range).lowerBound)
    }
  }

  /// `m = moons(200)`, `train_set, test_set = split(iris, 0.8)`
  private mutating func assignSets(_ expression: Expression, to names: [Name], code: Code) throws(Mistakes) {
    let evaluator = evaluator(of: code)
    let sets = try single { () throws(Mistake) in
      try evaluator.sets(of: expression, named: names.map(\.text).joined(separator: ","))
    }
    guard sets.count == names.count else {
      throw Mistakes([
        .at(
          names[0].range, of: code, .value,
          "`\(code.spelling(expression))` is \(counted(sets.count, "data set")), and \(counted(names.count, "name")) stand before the `=`",
          help: sets.count == 2 ? ["`split` makes two: `train_set, test_set = …`"] : [])
      ])
    }
    for (name, set) in zip(names, sets) { define(name, as: .data(set), code) }
  }

  /// `mlp.W1 = …`
  private mutating func assign(
    _ expression: Expression, to member: Name, of owner: Name, code: Code
  ) throws(Mistakes) {
    let evaluator = evaluator(of: code)
    let changed = try single { () throws(Mistake) in
      var network = try evaluator.lookup.network(owner)
      let value = try evaluator.value(of: expression)
      let place = Expression(expression.kind, range: member.range)
      try evaluator.computing(place, [expression]) { budget throws(EngineFault) in
        try network.assign(value, to: member.text, within: budget)
      }
      return network
    }
    environment.things[owner.text] = Binding(
      meaning: .network(changed), place: environment.things[owner.text]?.place)
  }

  // MARK: Training

  private mutating func train(
    _ order: TrainingOrder, isStep: Bool, _ code: Code
  ) throws(Mistakes) -> [StatementResult] {
    let evaluator = evaluator(of: code)
    let options = try TrainingOptions(order, ofStep: isStep, evaluator: evaluator)
    let watch = conditions.watch(order.network.text)
    let place = Expression(.name(order.network.text), range: order.network.range)
    let data = code.spelling(order.data)
    let (network, run) = try single { () throws(Mistake) in
      var network = try evaluator.lookup.network(order.network)
      let set = try evaluator.dataSet(order.data)
      let samples = try evaluator.samples(set, named: data, at: order.data)
      let run = try evaluator.computing(place, []) { budget throws(EngineFault) in
        isStep
          ? try network.step(on: samples, options.settings, within: budget)
          : try network.train(on: samples, options.settings, within: budget, watch: watch)
      }
      return (network, run)
    }
    environment.things[order.network.text] = Binding(
      meaning: .network(network), place: environment.things[order.network.text]?.place)
    if isStep || options.isQuiet { return [] }
    return [.training(network: order.network.text, data: data, run, digits: options.digits ?? settings.digits)]
  }

  // MARK: Loops

  private mutating func run(_ loop: Loop, _ code: Code) throws(Mistakes) -> [StatementResult] {
    let values = try single { () throws(Mistake) in try evaluator(of: code).values(of: loop) }
    // An inner loop begins anew in each round of the outer one, whose collection goes on.
    if loops.isEmpty { collection.forget(loop.variable.text) }
    var results: [StatementResult] = []
    for value in values {
      define(loop.variable, as: value, code)
      loops.append(Collection.Variable(name: loop.variable.text, thing: value))
      defer { loops.removeLast() }
      hasCollected = false
      for statement in loop.body {
        // The innermost loop speaks for all around it.
        let isLoop = if case .loop = statement.kind { true } else { false }
        do throws(Mistakes) {
          let found = try perform(statement, of: code)
          results += isLoop ? found : found.map { $0.inRound(of: loops) }
        } catch {
          throw isLoop ? error : error.inRound(of: loops)
        }
      }
    }
    hasCollected = false
    return results
  }

  private mutating func collect(_ expressions: [Expression], _ code: Code) throws(Mistakes) {
    let evaluator = evaluator(of: code)
    for expression in expressions {
      if case .name(let name) = expression.kind {
        let thing = try single { () throws(Mistake) in
          try evaluator.lookup.thing(Name(text: name, range: expression.range))
        }
        collection.add(to: loops, isNew: !hasCollected) { $0.things[name] = thing }
      } else {
        let value = try single { () throws(Mistake) in try evaluator.value(of: expression) }
        collection.add(to: loops, isNew: !hasCollected) { $0.values[code.spelling(expression)] = value }
      }
      hasCollected = true
    }
  }
}

extension Evaluator {
  /// What the variable of a loop stands for, round by round.
  fileprivate func values(of loop: Loop) throws(Mistake) -> [Thing] {
    switch loop.values {
    case .list(let entries):
      var things: [Thing] = []
      for entry in entries { things.append(try loopEntry(entry)) }
      return things
    case .range(let from, let through, let step):
      let domain = Output.Domain(
        variable: loop.variable, from: from, through: through, step: step, range: loop.header)
      return try points(of: domain).map { .value(.number($0)) }
    case .entries(let expression):
      let value = try value(of: expression)
      guard case .vector(let vector) = value else {
        throw .at(
          expression.range, of: code, .shape,
          "a loop runs over the entries of a vector, and `\(code.spelling(expression))` is \(value.shape)",
          help: ["or over a list, `[0.1, 1]`, or a range, `1..10`"])
      }
      return vector.elements.map { .value(.number($0)) }
    }
  }

  /// An entry is a value where its names stand for values, and else a choice that an option reads.
  private func loopEntry(_ entry: Expression) throws(Mistake) -> Thing {
    switch entry.kind {
    case .name(let name) where environment.things[name] == nil && Engine.Constant(rawValue: name) == nil:
      .choice(Choice(expression: entry, code: code))
    case .call(let name, primes: 0, _)
    where environment.functions[name.text] == nil && BuiltIn(named: name.text) == nil:
      .choice(Choice(expression: entry, code: code))
    case .call(_, primes: 0, let arguments) where arguments.contains { $0.name != nil }:
      .choice(Choice(expression: entry, code: code))
    default: try thing(of: entry)
    }
  }

  /// The data sets that an expression makes or names.
  fileprivate func sets(of expression: Expression, named name: String) throws(Mistake) -> [DataSet] {
    if case .call(let callee, primes: 0, let arguments) = expression.kind, environment.functions[callee.text] == nil,
      case .data(let function)? = NetworkFunction(named: callee.text)
    {
      return try set(from: function, arguments, named: name, whole: expression)
    }
    return [try dataSet(expression)]
  }
}

extension Mistakes {
  /// The same, said of one round of the loops around.
  fileprivate func inRound(of loops: [Collection.Variable]) -> Mistakes {
    Mistakes(
      all.map { mistake in
        guard case .said(let diagnostic) = mistake else { return mistake }
        return .said(diagnostic.inRound(of: loops))
      })
  }
}

extension StatementResult {
  /// The same, said of one round of the loops around.
  fileprivate func inRound(of loops: [Collection.Variable]) -> StatementResult {
    guard case .expectation(let condition, let found, let failure?) = self else { return self }
    return .expectation(condition: condition, found: found, failure: failure.inRound(of: loops))
  }
}

extension Diagnostic {
  fileprivate func inRound(of loops: [Collection.Variable]) -> Diagnostic {
    let words = loops.map { "\($0.name) = \($0.label)" }.joined(separator: ", ")
    var diagnostic = self
    diagnostic.notes.append("in the round with \(words)")
    return diagnostic
  }
}

/// Runs what can go wrong in one way only.
func single<Result>(_ body: () throws(Mistake) -> Result) throws(Mistakes) -> Result {
  do throws(Mistake) { return try body() } catch { throw Mistakes([error]) }
}
