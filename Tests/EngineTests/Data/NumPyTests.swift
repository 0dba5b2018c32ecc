import Testing

@testable import Engine

/// Files made by NumPy (fixtures/make.py), and headers that it never wrote.
struct NumPyTests {
  private static let values = "1.5 -> -2; 3 -> 0.1; -0 -> 100"

  @Test(arguments: [
    ("f8-le", values), ("f8-be", values), ("fortran", values), ("version2", values), ("version3", values),
    ("f4-le", "1.5 -> -2; 3 -> 0.10000000149011612; -0 -> 100"),
    ("f4-be", "1.5 -> -2; 3 -> 0.10000000149011612; -0 -> 100"),
    ("f2-le", "1.5 -> -2; 3 -> 0.0999755859375; -0 -> 100"), ("f2-be", "1.5 -> -2; 3 -> 0.0999755859375; -0 -> 100"),
    ("i1", "-1 -> -2; -3 -> 0; -120 -> -100"), ("i2-le", "-1 -> -2; -3 -> 0; -120 -> -100"),
    ("i2-be", "-1 -> -2; -3 -> 0; -120 -> -100"), ("i4-le", "-1 -> -2; -3 -> 0; -120 -> -100"),
    ("i4-be", "-1 -> -2; -3 -> 0; -120 -> -100"), ("i8-le", "-1 -> -2; -3 -> 0; -120 -> -100"),
    ("i8-be", "-1 -> -2; -3 -> 0; -120 -> -100"), ("u1", "101 -> 102; 103 -> 100; 220 -> 200"),
    ("u2-le", "1 -> 2; 3 -> 0; 120 -> 100"), ("u2-be", "1 -> 2; 3 -> 0; 120 -> 100"),
    ("u4-le", "1 -> 2; 3 -> 0; 120 -> 100"), ("u4-be", "1 -> 2; 3 -> 0; 120 -> 100"),
    ("u8-le", "1 -> 2; 3 -> 0; 120 -> 100"), ("u8-be", "1 -> 2; 3 -> 0; 120 -> 100"),
    ("bool", "0 -> 0; 1 -> 0; 1 -> 1"),
  ])
  func arrays(_ name: String, _ expected: String) throws {
    let bytes = try DataFixture.bytes("\(name).npy")
    #expect(reading(bytes, "data/m.npy", "m1 -> m2") == "m1 -> m2: \(expected)")
  }

  private static let numberHelp =
    "whole numbers, floats up to 64 bits and booleans are read: save it with `.astype(float)`"

  @Test(arguments: [
    ("column", "m", "m: 1.5; 3; -0"), ("column", "m1", "`m.npy` has no column `m1` | did you mean `m`?"),
    ("f8-le", "m", "m1, m2: 1.5, -2; 3, 0.1; -0, 100"), ("f8-le", "-> m1", "m2 -> m1: -2 -> 1.5; 0.1 -> 3; 100 -> -0"),
    ("f8-le", "m3", "`m.npy` has no column `m3` | did you mean `m1`?"),
    ("f8-le", "m01", "`m.npy` has no column `m01` | did you mean `m1`?"),
    ("f8-le", "m1 -> m", "the column `m1` is named twice"),
    ("complex", "m", "`m.npy` holds complex numbers (`<c16`) | \(numberHelp)"),
    ("text", "m", "`m.npy` holds strings (`<U2`) | \(numberHelp)"),
    ("bytes", "m", "`m.npy` holds byte strings (`|S2`) | \(numberHelp)"),
    ("date", "m", "`m.npy` holds dates (`<M8[D]`) | \(numberHelp)"),
    ("long", "m", "`m.npy` holds entries of a type that is not read (`<f16`) | \(numberHelp)"),
    ("object", "m", "`m.npy` holds Python objects (`|O`) | \(numberHelp)"),
    ("record", "m", "`m.npy` holds records (`[('a', '<i4'), ('b', '<…`) | \(numberHelp)"),
    ("scalar", "m", "`m.npy` holds a single number, no rows"),
    ("cube", "m", "`m.npy` has 3 dimensions: 2×3×4 | save it with one row a sample: `x.reshape(len(x), -1)`"),
    ("norows", "m", "`m.npy` has no rows"), ("nocolumns", "m", "`m.npy` is empty"),
    ("nan", "m", "`m.npy`, row 2: `m2` is nan"), ("nan", "m1", "m1: 1; 3"),
  ])
  func others(_ name: String, _ selection: String, _ expected: String) throws {
    let bytes = try DataFixture.bytes("\(name).npy")
    #expect(reading(bytes, "m.npy", selection) == expected)
  }

  @Test func numbersAsClasses() throws {
    let bytes = try DataFixture.bytes("f8-le.npy")
    #expect(
      reading(bytes, "m.npy", "-> m2", classes: true)
        == "m1 -> m2 (-2|0.1|100): 1.5 -> -2; 3 -> 0.1; -0 -> 100")
  }

  private func file(_ header: String, content: Int = 48, version: [UInt8] = [1, 0]) -> [UInt8] {
    let length = UInt16(header.utf8.count)
    return NumPyArray.magic + version + [UInt8(length & 0xFF), UInt8(length >> 8)] + Array(header.utf8)
      + [UInt8](repeating: 0, count: content)
  }

  @Test(arguments: [
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }", "m1, m2: 0, 0; 0, 0; 0, 0"),
    (
      "{\"shape\":(3L,2L),\"fortran_order\":True,\"descr\":\"=f8\"}",
      "`m.npy` holds entries of a type that is not read (`=f8`)"
    ),
    ("{'shape':(3L,2L),'fortran_order':True,'descr':'f8'} \n", "m1, m2: 0, 0; 0, 0; 0, 0"),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (6,)}", "m: 0; 0; 0; 0; 0; 0"),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (7,)}", "`m.npy` ends too early: it has 48 of 56 bytes"),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (5,)}", "`m.npy` goes on for 8 bytes after its last number"),
    (
      "{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999, 9999999999)}",
      "`m.npy` has a shape that no machine can hold"
    ),
    (
      "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)}",
      "`m.npy` has a shape that no machine can hold"
    ),
    (
      "{'descr': '<f8', 'fortran_order': False, 'shape': (1152921504606846975,)}",
      "`m.npy` ends too early: it has 48 of 9.223372036854776e18 bytes"
    ),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (-6,)}", "`m.npy` has a damaged header, at byte 61"),
    ("{'descr': '<f8', 'fortran_order': 0, 'shape': (6,)}", "`m.npy` has a damaged header, at byte 44"),
    ("{'descr': '<f8', 'fortran_order': False}", "`m.npy` has a header without `shape`"),
    ("{'descr': '<f8', 'shape': (6,)}", "`m.npy` has a header without `fortran_order`"),
    ("{'shape': (6,), 'fortran_order': False}", "`m.npy` has a header without `descr`"),
    ("{'descr': '<f8', 'descr': '<f8'}", "`m.npy` has a damaged header, at byte 27"),
    ("{'descr': '<f8', 'evil': 1}", "`m.npy` has a damaged header, at byte 27"),
    ("{'descr': '<f8'", "`m.npy` has a damaged header, at byte 25"),
    ("{'descr': '<f8", "`m.npy` has a damaged header, at byte 20"),
    ("", "`m.npy` has a damaged header, at byte 10"),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (6,)} x", "`m.npy` has a damaged header, at byte 66"),
    (
      "{'descr': '<f8', 'fortran_order': False, 'shape': (\(String(repeating: "1,", count: 99)))}",
      "`m.npy` has a damaged header, at byte 189"
    ),
    ("{'descr': '<q9'}", "`m.npy` has a header without `fortran_order`"),
    (
      "{'descr': '<f3', 'fortran_order': False, 'shape': (6,)}",
      "`m.npy` holds entries of a type that is not read (`<f3`)"
    ),
  ])
  func headers(_ header: String, _ expected: String) {
    let suffix = expected.contains("holds entries") ? " | \(Self.numberHelp)" : ""
    #expect(reading(file(header), "m.npy", "") == expected + suffix)
  }

  @Test func versionsAndTruncation() throws {
    let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (6,)}"
    #expect(
      reading(file(header, version: [4, 0]), "m.npy", "")
        == "`m.npy` has version 4.0 of NumPy's format: 1.0 to 3.0 are read")
    let whole = file(header)
    let cuts = (6..<whole.count).map { reading(Array(whole[..<$0]), "m.npy", "") }
    #expect(cuts[0] == "`m.npy` ends too early: it has 6 of 10 bytes")
    #expect(cuts[4] == "`m.npy` ends too early: it has 10 of 65 bytes")
    #expect(cuts[whole.count - 7] == "`m.npy` ends too early: it has 47 of 48 bytes")
    #expect(cuts.allSatisfy { $0.hasPrefix("`m.npy` ends too early: it has ") })
  }
}
