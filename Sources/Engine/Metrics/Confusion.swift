import Kernels

/// How often samples of each class were predicted as each.
package struct Confusion: Sendable, Hashable {
  /// How many classes there are: 2 of one output, 0 and 1.
  package let classCount: Int
  /// Row by row: the samples of a class, by the class that is predicted; classCount × classCount.
  package let counts: [Int]
  /// The samples of each class whose prediction is nan, which is none.
  package let undecided: [Int]
  /// Whether there is one output, whose class 1 is what is looked for.
  package let isBinary: Bool

  /// Counts predictions and targets, both one row a sample. One output means 1 from 0.5 up, several the largest.
  package init(_ predictions: Matrix, _ targets: Matrix, within budget: Budget) throws(EngineFault) {
    try checkComparable(predictions, targets)
    let isBinary = targets.columns == 1
    let classCount = isBinary ? 2 : targets.columns
    let cells = try budget.shape(of: Extent(.matrix(rows: classCount, columns: classCount)))
    let loan = try Loan(cells.count * 8, from: budget)
    var counts = [Int](repeating: 0, count: cells.count)
    var undecided = [Int](repeating: 0, count: classCount)
    try Decision.each(predictions, targets) { _, target, prediction in
      if let prediction { counts[target * classCount + prediction] += 1 } else { undecided[target] += 1 }
    }
    (self.isBinary, self.classCount, self.counts, self.undecided) = (isBinary, classCount, counts, undecided)
    _ = consume loan
  }

  /// The samples of one class that were predicted as another, both from 0.
  package subscript(actual: Int, predicted: Int) -> Int {
    counts[actual * classCount + predicted]
  }

  /// How many samples there are.
  package var sampleCount: Int { counts.reduce(0, +) + undecided.reduce(0, +) }

  /// The samples of a class.
  package func actualCount(_ index: Int) -> Int {
    (0..<classCount).reduce(undecided[index]) { $0 + self[index, $1] }
  }

  /// The samples predicted as a class.
  package func predictedCount(_ index: Int) -> Int {
    (0..<classCount).reduce(0) { $0 + self[$1, index] }
  }
}

/// What is said of predicted classes.
extension Confusion {
  /// The share of samples whose class is predicted.
  package var accuracy: Double {
    Double((0..<classCount).reduce(0) { $0 + self[$1, $1] }) / Double(sampleCount)
  }

  /// Of what is predicted as a class, the share that belongs to it; nil where nothing is.
  package func precision(of index: Int) -> Double? {
    share(self[index, index], of: predictedCount(index))
  }

  /// Of a class, the share that is predicted as it; nil where no sample belongs to it.
  package func recall(of index: Int) -> Double? {
    share(self[index, index], of: actualCount(index))
  }

  /// The harmonic mean of precision and recall, 2·hits / (predicted + actual); nil where the class does not occur.
  package func f1(of index: Int) -> Double? {
    share(2 * self[index, index], of: predictedCount(index) + actualCount(index))
  }

  /// Of one output, that of class 1; of several, the mean over the classes that occur. What is nil counts as 0.
  package var precision: Double { overall(precision(of:)) }

  /// The same of recall.
  package var recall: Double { overall(recall(of:)) }

  /// The same of F1.
  package var f1: Double { overall(f1(of:)) }

  private func overall(_ figure: (Int) -> Double?) -> Double {
    if isBinary { return figure(1) ?? 0 }
    let occurring = (0..<classCount).filter { actualCount($0) + predictedCount($0) > 0 }
    let figures = occurring.map { figure($0) ?? 0 }
    return Reduction.sum(figures.span) / Double(figures.count)
  }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}

/// Outputs read as classes.
enum Decision {
  /// Hands out the target's and the prediction's class of each sample, both from 0; a prediction of nan is none.
  static func each(
    _ predictions: Matrix, _ targets: Matrix, _ use: (_ sample: Int, _ target: Int, _ prediction: Int?) -> Void
  ) throws(EngineFault) {
    let (y, t) = (predictions.elements, targets.elements)
    let columns = targets.columns
    if columns == 1 {
      for sample in 0..<targets.rows {
        // −1 and 1 are the classes of the hinge loss.
        guard t[sample] == 0 || t[sample].magnitude == 1 else {
          throw .data(.measure(.targetIsNoClass(sample: sample + 1, t[sample])))
        }
        use(sample, t[sample] == 1 ? 1 : 0, y[sample].isNaN ? nil : y[sample] >= 0.5 ? 1 : 0)
      }
      return
    }
    for sample in 0..<targets.rows {
      let row = sample * columns..<(sample + 1) * columns
      guard let target = Reduction.indexOfGreatest(t.span.extracting(row)) else { continue }
      let place = Reduction.indexOfGreatest(y.span.extracting(row))
      use(sample, target, place.flatMap { y[row.lowerBound + $0].isNaN ? nil : $0 })
    }
  }
}
