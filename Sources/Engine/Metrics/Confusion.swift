/// How often each class was predicted as each.
package struct Confusion: Sendable, Hashable {
  /// How many classes there are: 2 of one output.
  package let classCount: Int
  /// Row by row: the samples of a class, by the class that is predicted; classCount × classCount.
  package let counts: [Int]
  /// The samples of each class whose prediction is nan, which is none.
  package let undecided: [Int]

  /// Counts predictions and targets, both one row a sample. One output means 1 from 0.5 up, several the largest.
  package init(_ predictions: Matrix, _ targets: Matrix, within budget: Budget) throws(EngineFault) {
    preconditionFailure("not yet")
  }
}
