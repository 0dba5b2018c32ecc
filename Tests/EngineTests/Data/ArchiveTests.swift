import Testing

@testable import Engine

/// Archives of NumPy arrays, and IDX files.
struct ArchiveTests {
  @Test(arguments: [
    ("X -> y", "X1, X2 -> y: 1.5, -2 -> 0; 3, 0.1 -> 1; -0, 100 -> 1"),
    ("X2 -> X1", "X2 -> X1: -2 -> 1.5; 0.1 -> 3; 100 -> -0"), ("X1..y", "X1, X2, y: 1.5, -2, 0; 3, 0.1, 1; -0, 100, 1"),
    ("other", "other: 0; 0; 0; 0; 0"),
    (
      "X -> other",
      "inputs and targets must have as many rows: `s.npz/X.npy` has 3, `s.npz/other.npy` has 5 | "
        + "name the inputs, so that other arrays are left out: `x_train -> y_train`"
    ),
    ("X -> z", "`s.npz` has no column `z` | its columns are `X1`, `X2`, `y`, `other`"),
    ("-> othr", "`s.npz` has no column `othr` | did you mean `other`?"),
    (
      "-> y",
      "`s.npz/cube.npy` has 3 dimensions: 2×2×2 | save it with one row a sample: `x.reshape(len(x), -1)`"
    ),
    (
      "X..other",
      "inputs and targets must have as many rows: `s.npz/X.npy` has 3, `s.npz/other.npy` has 5 | "
        + "name the inputs, so that other arrays are left out: `x_train -> y_train`"
    ),
    (
      "cube -> y",
      "`s.npz/cube.npy` has 3 dimensions: 2×2×2 | save it with one row a sample: `x.reshape(len(x), -1)`"
    ),
  ])
  func stored(_ selection: String, _ expected: String) throws {
    let bytes = try DataFixture.bytes("set.npz")
    #expect(reading(bytes, "s.npz", selection) == expected)
  }

  /// A range leaves out no array that it cannot read.
  @Test func brokenArrayWithinARange() throws {
    let bytes = try DataFixture.bytes("between.npz")
    #expect(
      reading(bytes, "s.npz", "a..b")
        == "`s.npz/cube.npy` has 3 dimensions: 2×2×2 | save it with one row a sample: `x.reshape(len(x), -1)`")
    #expect(reading(bytes, "s.npz", "a, b") == "a, b: 1.5, -2; 3, 0.1; -0, 100")
  }

  @Test func refused() throws {
    #expect(
      reading(try DataFixture.bytes("packed.npz"), "s.npz", "X")
        == "`s.npz/X.npy` is compressed | save it with `np.savez`, not `np.savez_compressed`")
    #expect(reading(try DataFixture.bytes("empty.npz"), "s.npz", "X") == "`s.npz` holds no NumPy array")
    let bytes = try DataFixture.bytes("set.npz")
    #expect(
      reading(Array(bytes.dropLast()), "s.npz", "X") == "`s.npz` is damaged: the archive has no directory")
    #expect(
      reading(Array(bytes.prefix(100)), "s.npz", "X") == "`s.npz` is damaged: the archive has no directory")
    var damaged = bytes
    // The last number of the first array.
    let end = try #require(bytes.indices.dropFirst(4).first { bytes[$0...].starts(with: [0x50, 0x4B, 0x03, 0x04]) })
    damaged[end - 1] ^= 1
    #expect(reading(damaged, "s.npz", "X") == "`s.npz/X.npy` is damaged: its checksum is another")
    #expect(reading(damaged, "s.npz", "other") == "other: 0; 0; 0; 0; 0")
    // A comment after the directory.
    var commented = bytes + Array("hello".utf8)
    commented[bytes.count - 2] = 5
    #expect(reading(commented, "s.npz", "X") == reading(bytes, "s.npz", "X"))
  }

  /// Each entry of the directory leads to the same bytes: a small file that would be read as a large one.
  @Test func overlappingEntries() throws {
    let bytes = try DataFixture.bytes("set.npz")
    let end = bytes.count - 22
    let start = Int(bytes[end + 16]) | Int(bytes[end + 17]) << 8
    let line = Array(bytes[start..<start + 46 + 5])
    var directory: [UInt8] = []
    for letter in "ABCDEFGH".utf8 { directory += line.prefix(46) + [letter] + line.suffix(4) }
    var tail = Array(bytes[end...])
    tail[8] = 8
    tail[10] = 8
    #expect(
      reading(Array(bytes[..<start]) + directory + tail, "s.npz", "A")
        == "`s.npz` is damaged: entry 8 of the archive cannot be found")
  }

  private func idx(_ type: UInt8, _ shape: [UInt8], _ content: [UInt8]) -> [UInt8] {
    [0, 0, type, UInt8(shape.count)] + shape.flatMap { [0, 0, 0, $0] } + content
  }

  @Test func types() {
    #expect(reading(idx(0x08, [2], [1, 255]), "l", "") == "label: 1; 255")
    #expect(reading(idx(0x09, [2], [1, 255]), "l", "") == "label: 1; -1")
    #expect(reading(idx(0x0B, [2], [1, 2, 255, 255]), "l", "") == "label: 258; -1")
    #expect(reading(idx(0x0C, [2], [0, 0, 1, 2, 255, 255, 255, 255]), "l", "") == "label: 258; -1")
    #expect(reading(idx(0x0D, [1], [0xBF, 0x80, 0, 0]), "l", "") == "label: -1")
    #expect(reading(idx(0x0E, [1], [0x3F, 0xF8, 0, 0, 0, 0, 0, 0]), "l", "") == "label: 1.5")
    #expect(reading(idx(0x08, [2, 1, 3], [1, 2, 3, 4, 5, 6]), "l", "") == "p0, p1, p2: 1, 2, 3; 4, 5, 6")
    #expect(reading(idx(0x08, [2, 1, 3], [1, 2, 3, 4, 5, 6]), "l", "p2, p0") == "p2, p0: 3, 1; 6, 4")
    #expect(reading(idx(0x08, [2], [3, 1]), "l", "-> label") == "`l` has no column left for the inputs")
  }

  @Test func malformed() {
    #expect(reading(idx(0x08, [3], [1, 2]), "l", "") == "`l` ends too early: it has 2 of 3 bytes")
    #expect(reading(idx(0x08, [1], [1, 2]), "l", "") == "`l` goes on for 1 byte after its last number")
    #expect(reading(idx(0x08, [0], []), "l", "") == "`l` has no rows")
    #expect(reading([0, 0, 8, 3, 0, 0], "l", "") == "`l` ends too early: it has 6 of 16 bytes")
    #expect(
      reading([0, 0, 8, 3] + [UInt8](repeating: 255, count: 12), "l", "")
        == "`l` has a shape that no machine can hold")
    #expect(reading(idx(0x0D, [1], [0x7F, 0xC0, 0, 0]), "l", "") == "`l`, row 1: `label` is nan")
  }

  /// MNIST is two files: images and labels.
  @Test func sideBySide() {
    let images = DataFile(path: "images", bytes: idx(0x08, [3, 1, 2], [1, 2, 3, 4, 5, 6]))
    let labels = DataFile(path: "labels", bytes: idx(0x08, [3], [7, 0, 7]))
    func read(_ files: [DataFile], _ selection: String, classes: Bool? = nil) -> String {
      outcome { () throws(EngineFault) in
        try DataSet(reading: files, ColumnSelection(selection, classes: classes), within: .ample)
      }
    }
    #expect(
      read([images, labels], "-> label", classes: true) == "p0, p1 -> label (0|7): 1, 2 -> 7; 3, 4 -> 0; 5, 6 -> 7")
    #expect(read([labels, images], "p -> label") == "p0, p1 -> label: 1, 2 -> 7; 3, 4 -> 0; 5, 6 -> 7")
    let text = DataFile(path: "t.csv", bytes: Array("name\nx\ny\nx\n".utf8))
    #expect(read([images, text], "p1 -> name") == "p1 -> name (x|y): 2 -> x; 4 -> y; 6 -> x")
    #expect(read([images, images], "p1") == "the column `p1` is in `images` and in `images`")
    let short = DataFile(path: "short", bytes: idx(0x08, [2], [7, 0]))
    #expect(
      read([images, short], "-> label")
        == "inputs and targets must have as many rows: `images` has 3, `short` has 2 | "
        + "name the inputs, so that other arrays are left out: `x_train -> y_train`")
  }
}
