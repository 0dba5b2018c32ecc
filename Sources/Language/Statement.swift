/// The statements of one block, in order.
package struct Program: Sendable, Equatable {
  package let statements: [Statement]
  /// The names that statements which could not be read would have defined or changed, as far as their beginnings tell.
  /// What uses them is a consequence, not a mistake of its own.
  package let unreadNames: [String]

  package init(statements: [Statement], unreadNames: [String] = []) {
    self.statements = statements
    self.unreadNames = unreadNames
  }
}

/// One statement and the bytes of the code that it was read from; those of a `for` reach to the end of its body.
package struct Statement: Sendable, Equatable {
  package let kind: Kind
  package let range: Range<Int>

  package init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  package enum Kind: Sendable, Equatable {
    /// `set digits = 6`
    case set(Name, Expression)
    /// `x = [1, 2]`, which may be a data set, a network or a derivative as well.
    case value(Name, Expression)
    /// `train_set, test_set = split(iris, 0.8)`: at least two names, no two alike.
    case values([Name], Expression)
    /// `data m = moons(200)`, `data a, b = split(m, 0.8)`: the same, said to be data sets. At least one name.
    case dataSets([Name], Expression)
    /// `swish(z) = z * sigmoid(z)`
    case function(Name, parameters: [Name], body: Expression)
    /// `mlp.W1 = [0.15, 0.20; 0.25, 0.30]`
    case member(of: Name, Name, Expression)
    /// `data xor: x1, x2 -> y` and its rows, `data iris from "iris.csv" -> species`
    case data(DataDefinition)
    /// `net mlp = 2 -> 4 tanh -> 1 sigmoid`
    case net(NetDefinition)
    /// `train mlp on xor, loss=bce, optimizer=sgd(lr=0.5), epochs=100`
    case train(TrainingOrder)
    /// `step mlp on sample, loss=half_mse, optimizer=sgd(lr=0.5)`
    case step(TrainingOrder)
    /// `for η in [0.01, 0.1]` and its body
    case loop(Loop)
    /// `collect m, accuracy(m, xor)`, within a loop only. At least one.
    case collect([Expression])
    /// `show x, W as "weights", digits=3`
    case show(Output)
    /// `table x, sigmoid(x) for x in -4..4, step=1`, `table m.loss by η`
    case table(Output)
    /// `plot f(x), g(x) for x in -4..4`, `plot scatter m`
    case plot(PlotKind, Output)
    /// `table predictions mlp on xor`, `plot boundary mlp on m`, `gradcheck mlp on xor, loss=bce`
    case inspection(Inspection)
    /// `draw mlp`
    case draw(Output)
    /// `explain mlp`, `explain y - t, (y - t)^2`
    case explain(Output)
    /// `derive x^2 + 2*x*y by x`
    case derive(Output, by: Name)
    /// `expect loss < 0.01`
    case expect(Expression, [Option])
  }
}

/// `name = value` in the list of a statement. The value may be a list of names (`freeze=[b1]`), or a name from a list of
/// its own (`loss=bce`, `optimizer=adam(lr=0.05)`, `diverge=allow`): what it stands for, the option decides.
package struct Option: Sendable, Equatable {
  package let name: Name
  package let value: Expression

  package init(name: Name, value: Expression) {
    self.name = name
    self.value = value
  }
}
