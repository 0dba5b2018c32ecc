import Testing

@testable import Engine

struct ApproximationTests {
  @Test(arguments: [
    ("1", "1.05", "0.1", "1"), ("1", "1.2", "0.1", "0"), ("1", "1", "0", "1"), ("1", "1", "-1", "0"),
    ("inf", "inf", "0", "1"), ("inf", "-inf", "1", "0"), ("inf", "5", "inf", "1"), ("nan", "nan", "1", "0"),
    ("1", "1", "nan", "0"),
    ("[1, 2, 3]", "2", "1", "[1, 1, 1]"), ("[1, 2, 3]", "[1, 2.5, 3]", "0.1", "[1, 0, 1]"),
    ("[1, 2]", "[1.1, 2.1]", "[0.01, 1]", "[0, 1]"),
    ("[1, 2; 3, 4]", "[1, 4]", "[2, 0]", "[1, 0; 1, 1]"), ("[1; 2]", "[1, 2]", "[0, 0]", "[1; 1]"),
    ("[1, 2]", "[1, 2;]", "0", "[1, 1;]"),
    (
      "[1, 2]", "[1, 2, 3]", "0",
      "`a ≈ b` needs as many entries in `a` as in `b`: `a` has 2, `b` has 3"
    ),
    (
      "[1, 2]", "[1, 2]", "[1, 2, 3]",
      "the tolerance must be a number or fit what is compared: `tol` has 3, what is compared has 2"
    ),
    (
      "1", "2", "[1, 2]",
      "the tolerance must be a number or fit what is compared: `tol` has 2, what is compared is a number"
    ),
    (
      "[1, 2]", "[1, 2]", "[1, 2; 3, 4]",
      "the tolerance must be a number or fit what is compared: `tol` is 2×2, what is compared has 2"
    ),
  ])
  func table(_ left: String, _ right: String, _ tolerance: String, _ expected: String) throws {
    let (a, b, tol) = (try Value(left), try Value(right), try Value(tolerance))
    let actual = outcome(["a", "b", "tol"]) { () throws(EngineFault) in
      try a.isApproximately(b, tolerance: tol, within: .ample)
    }
    #expect(actual == expected)
  }
}
