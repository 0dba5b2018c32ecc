import Testing

@testable import Engine

/// Every pairing of shapes, with the whole result or the whole message.
struct ShapeTableTests {
  private static let operands = [
    "n": "2", "v": "[1, 2, 3]", "w": "[10, 20]", "A": "[1, 2, 3; 4, 5, 6]", "B": "[1, 2; 3, 4; 5, 6]",
    "r": "[7, 8, 9;]", "c": "[7; 2; 9]",
  ]

  private func expect(_ operation: BinaryOperation, _ table: [(String, String)]) throws {
    for (expression, expected) in table {
      let names = expression.components(operation)
      let left = try Value(#require(Self.operands[names[0]]))
      let right = try Value(#require(Self.operands[names[1]]))
      let actual = outcome(names) { () throws(EngineFault) in try operation.apply(left, right, within: .ample) }
      #expect(actual == expected, "\(expression)")
    }
  }

  @Test func difference() throws {
    try expect(.subtract, Self.differences)
  }

  @Test func product() throws {
    try expect(.product, Self.products)
  }

  @Test func comparison() throws {
    try expect(.lessOrEqual, Self.comparisons)
  }

  private static let differences = [
    ("n - n", "0"),
    ("n - v", "[1, 0, -1]"),
    ("n - w", "[-8, -18]"),
    ("n - A", "[1, 0, -1; -2, -3, -4]"),
    ("n - B", "[1, 0; -1, -2; -3, -4]"),
    ("n - r", "[-5, -6, -7;]"),
    ("n - c", "[-5; 0; -7]"),
    ("v - n", "[-1, 0, 1]"),
    ("v - v", "[0, 0, 0]"),
    ("v - w", "`v - w` needs as many entries in `v` as in `w`: `v` has 3, `w` has 2"),
    ("v - A", "[0, 0, 0; -3, -3, -3]"),
    ("v - B", "`v - B` needs as many entries in `v` as columns in `B`: `v` has 3, `B` is 3×2"),
    ("v - r", "[-6, -6, -6;]"),
    (
      "v - c",
      "`v - c` needs as many entries in `v` as columns in `c`: "
        + "`v` has 3, `c` is 3×1 | `c[:, 1]` is the vector of its entries"
    ),
    ("w - n", "[8, 18]"),
    ("w - v", "`w - v` needs as many entries in `w` as in `v`: `w` has 2, `v` has 3"),
    ("w - w", "[0, 0]"),
    ("w - A", "`w - A` needs as many entries in `w` as columns in `A`: `w` has 2, `A` is 2×3"),
    ("w - B", "[9, 18; 7, 16; 5, 14]"),
    ("w - r", "`w - r` needs as many entries in `w` as columns in `r`: `w` has 2, `r` is 1×3"),
    ("w - c", "`w - c` needs as many entries in `w` as columns in `c`: `w` has 2, `c` is 3×1"),
    ("A - n", "[-1, 0, 1; 2, 3, 4]"),
    ("A - v", "[0, 0, 0; 3, 3, 3]"),
    ("A - w", "`A - w` needs as many columns in `A` as entries in `w`: `A` is 2×3, `w` has 2"),
    ("A - A", "[0, 0, 0; 0, 0, 0]"),
    ("A - B", "`A - B` needs matrices of one shape: `A` is 2×3, `B` is 3×2"),
    ("A - r", "`A - r` needs matrices of one shape: `A` is 2×3, `r` is 1×3"),
    ("A - c", "`A - c` needs matrices of one shape: `A` is 2×3, `c` is 3×1"),
    ("B - n", "[-1, 0; 1, 2; 3, 4]"),
    ("B - v", "`B - v` needs as many columns in `B` as entries in `v`: `B` is 3×2, `v` has 3"),
    ("B - w", "[-9, -18; -7, -16; -5, -14]"),
    ("B - A", "`B - A` needs matrices of one shape: `B` is 3×2, `A` is 2×3"),
    ("B - B", "[0, 0; 0, 0; 0, 0]"),
    ("B - r", "`B - r` needs matrices of one shape: `B` is 3×2, `r` is 1×3"),
    ("B - c", "`B - c` needs matrices of one shape: `B` is 3×2, `c` is 3×1"),
    ("r - n", "[5, 6, 7;]"),
    ("r - v", "[6, 6, 6;]"),
    ("r - w", "`r - w` needs as many columns in `r` as entries in `w`: `r` is 1×3, `w` has 2"),
    ("r - A", "`r - A` needs matrices of one shape: `r` is 1×3, `A` is 2×3"),
    ("r - B", "`r - B` needs matrices of one shape: `r` is 1×3, `B` is 3×2"),
    ("r - r", "[0, 0, 0;]"),
    ("r - c", "`r - c` needs matrices of one shape: `r` is 1×3, `c` is 3×1"),
    ("c - n", "[5; 0; 7]"),
    (
      "c - v",
      "`c - v` needs as many columns in `c` as entries in `v`: "
        + "`c` is 3×1, `v` has 3 | `c[:, 1]` is the vector of its entries"
    ),
    ("c - w", "`c - w` needs as many columns in `c` as entries in `w`: `c` is 3×1, `w` has 2"),
    ("c - A", "`c - A` needs matrices of one shape: `c` is 3×1, `A` is 2×3"),
    ("c - B", "`c - B` needs matrices of one shape: `c` is 3×1, `B` is 3×2"),
    ("c - r", "`c - r` needs matrices of one shape: `c` is 3×1, `r` is 1×3"),
    ("c - c", "[0; 0; 0]"),
  ]

  private static let products = [
    ("n · n", "4"),
    ("n · v", "[2, 4, 6]"),
    ("n · w", "[20, 40]"),
    ("n · A", "[2, 4, 6; 8, 10, 12]"),
    ("n · B", "[2, 4; 6, 8; 10, 12]"),
    ("n · r", "[14, 16, 18;]"),
    ("n · c", "[14; 4; 18]"),
    ("v · n", "[2, 4, 6]"),
    ("v · v", "14"),
    ("v · w", "`v · w` needs as many entries in `v` as in `w`: `v` has 3, `w` has 2"),
    (
      "v · A",
      "`v · A` needs as many entries in `v` as rows in `A`: "
        + "`v` has 3, `A` is 2×3 | `v · A'` would go together"
    ),
    ("v · B", "[22, 28]"),
    ("v · r", "[7, 8, 9; 14, 16, 18; 21, 24, 27]"),
    ("v · c", "[38]"),
    ("w · n", "[20, 40]"),
    ("w · v", "`w · v` needs as many entries in `w` as in `v`: `w` has 2, `v` has 3"),
    ("w · w", "500"),
    ("w · A", "[90, 120, 150]"),
    (
      "w · B",
      "`w · B` needs as many entries in `w` as rows in `B`: "
        + "`w` has 2, `B` is 3×2 | `w · B'` would go together"
    ),
    ("w · r", "[70, 80, 90; 140, 160, 180]"),
    ("w · c", "`w · c` needs as many entries in `w` as rows in `c`: `w` has 2, `c` is 3×1"),
    ("A · n", "[2, 4, 6; 8, 10, 12]"),
    ("A · v", "[14, 32]"),
    (
      "A · w",
      "`A · w` needs as many columns in `A` as entries in `w`: "
        + "`A` is 2×3, `w` has 2 | `A' · w` would go together"
    ),
    ("A · A", "`A · A` needs as many columns as rows in `A`: `A` is 2×3 | `A · A'` would go together"),
    ("A · B", "[22, 28; 49, 64]"),
    (
      "A · r",
      "`A · r` needs as many columns in `A` as rows in `r`: "
        + "`A` is 2×3, `r` is 1×3 | `A · r'` would go together"
    ),
    ("A · c", "[38; 92]"),
    ("B · n", "[2, 4; 6, 8; 10, 12]"),
    (
      "B · v",
      "`B · v` needs as many columns in `B` as entries in `v`: "
        + "`B` is 3×2, `v` has 3 | `B' · v` would go together"
    ),
    ("B · w", "[50, 110, 170]"),
    ("B · A", "[9, 12, 15; 19, 26, 33; 29, 40, 51]"),
    ("B · B", "`B · B` needs as many columns as rows in `B`: `B` is 3×2 | `B · B'` would go together"),
    ("B · r", "`B · r` needs as many columns in `B` as rows in `r`: `B` is 3×2, `r` is 1×3"),
    (
      "B · c",
      "`B · c` needs as many columns in `B` as rows in `c`: "
        + "`B` is 3×2, `c` is 3×1 | `B' · c` would go together"
    ),
    ("r · n", "[14, 16, 18;]"),
    ("r · v", "[50]"),
    ("r · w", "`r · w` needs as many columns in `r` as entries in `w`: `r` is 1×3, `w` has 2"),
    (
      "r · A",
      "`r · A` needs as many columns in `r` as rows in `A`: "
        + "`r` is 1×3, `A` is 2×3 | `r · A'` would go together"
    ),
    ("r · B", "[76, 100;]"),
    ("r · r", "`r · r` needs as many columns as rows in `r`: `r` is 1×3 | `r · r'` would go together"),
    ("r · c", "[146;]"),
    ("c · n", "[14; 4; 18]"),
    (
      "c · v",
      "`c · v` needs as many columns in `c` as entries in `v`: "
        + "`c` is 3×1, `v` has 3 | `c' · v` would go together"
    ),
    ("c · w", "`c · w` needs as many columns in `c` as entries in `w`: `c` is 3×1, `w` has 2"),
    ("c · A", "`c · A` needs as many columns in `c` as rows in `A`: `c` is 3×1, `A` is 2×3"),
    (
      "c · B",
      "`c · B` needs as many columns in `c` as rows in `B`: "
        + "`c` is 3×1, `B` is 3×2 | `c' · B` would go together"
    ),
    ("c · r", "[49, 56, 63; 14, 16, 18; 63, 72, 81]"),
    ("c · c", "`c · c` needs as many columns as rows in `c`: `c` is 3×1 | `c · c'` would go together"),
  ]

  /// Only the pairs in which a comparison may differ from other operators: a row or a column takes part.
  private static let comparisons = [
    ("n <= r", "[1, 1, 1;]"),
    ("n <= c", "[1; 1; 1]"),
    ("v <= r", "[1, 1, 1;]"),
    ("v <= c", "[1; 1; 1]"),
    ("w <= r", "`w <= r` needs as many entries in `w` as columns in `r`: `w` has 2, `r` is 1×3"),
    ("w <= c", "`w <= c` needs as many entries in `w` as columns in `c`: `w` has 2, `c` is 3×1"),
    ("A <= r", "`A <= r` needs matrices of one shape: `A` is 2×3, `r` is 1×3"),
    ("A <= c", "`A <= c` needs matrices of one shape: `A` is 2×3, `c` is 3×1"),
    ("B <= r", "`B <= r` needs matrices of one shape: `B` is 3×2, `r` is 1×3"),
    ("B <= c", "`B <= c` needs matrices of one shape: `B` is 3×2, `c` is 3×1"),
    ("r <= n", "[0, 0, 0;]"),
    ("r <= v", "[0, 0, 0;]"),
    ("r <= w", "`r <= w` needs as many columns in `r` as entries in `w`: `r` is 1×3, `w` has 2"),
    ("r <= A", "`r <= A` needs matrices of one shape: `r` is 1×3, `A` is 2×3"),
    ("r <= B", "`r <= B` needs matrices of one shape: `r` is 1×3, `B` is 3×2"),
    ("r <= r", "[1, 1, 1;]"),
    ("r <= c", "`r <= c` needs matrices of one shape: `r` is 1×3, `c` is 3×1"),
    ("c <= n", "[0; 1; 0]"),
    ("c <= v", "[0; 1; 0]"),
    ("c <= w", "`c <= w` needs as many columns in `c` as entries in `w`: `c` is 3×1, `w` has 2"),
    ("c <= A", "`c <= A` needs matrices of one shape: `c` is 3×1, `A` is 2×3"),
    ("c <= B", "`c <= B` needs matrices of one shape: `c` is 3×1, `B` is 3×2"),
    ("c <= r", "`c <= r` needs matrices of one shape: `c` is 3×1, `r` is 1×3"),
    ("c <= c", "[1; 1; 1]"),
  ]
}

extension String {
  /// The names around an operator.
  fileprivate func components(_ operation: BinaryOperation) -> [String] {
    split(separator: " \(operation.rawValue) ").map(String.init)
  }
}
