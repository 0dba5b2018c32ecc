/// Throws where predictions and targets are of other shapes, or where there are none.
func checkComparable(_ predictions: Matrix, _ targets: Matrix) throws(EngineFault) {
  let (y, t) = (Value.matrix(predictions).shape, Value.matrix(targets).shape)
  guard y == t else { throw .data(.measure(.shapes(predictions: y, targets: t))) }
  guard t.count > 0 else { throw .data(.measure(.nothing)) }
}
