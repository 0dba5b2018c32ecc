import Testing
@testable import Engine
@Test func scratch() throws {
  let operands = [("n", "2"), ("v", "[1, 2, 3]"), ("w", "[10, 20]"), ("A", "[1, 2, 3; 4, 5, 6]"), ("B", "[1, 2; 3, 4; 5, 6]"), ("r", "[7, 8, 9;]"), ("c", "[7; 2; 9]")]
  for op in [BinaryOperation.subtract, .product, .lessOrEqual] {
    for (l, lt) in operands { for (r, rt) in operands {
      let (a, b) = (try Value(lt), try Value(rt))
      print("    (\"\(l) \(op.rawValue) \(r)\", \"\(outcome([l, r]) { () throws(EngineFault) in try op.apply(a, b, within: .ample) })\"),")
    }}
  }
}
