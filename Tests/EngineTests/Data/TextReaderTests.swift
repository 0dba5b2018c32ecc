import Testing

@testable import Engine

/// Comma- and tab-separated text: what is read, and what is said where it cannot be.
struct TextReaderTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let selection: String
    let expected: String
    var path = "d.csv"
    var classes: Bool?

    init(_ text: String, _ selection: String, _ expected: String, path: String = "d.csv", classes: Bool? = nil) {
      (self.text, self.selection, self.expected, self.path, self.classes) = (text, selection, expected, path, classes)
    }

    var testDescription: String { "\(text.debugDescription) \(selection)" }
  }

  private static let read = [
    Case("a,b\n1,2\n3,4\n", "-> b", "a -> b: 1 -> 2; 3 -> 4"),
    Case("a,b\n1,2\n3,4", "-> b", "a -> b: 1 -> 2; 3 -> 4"),
    Case("a,b\r\n1,2\r\n3,4\r\n", "-> b", "a -> b: 1 -> 2; 3 -> 4"),
    Case("a,b\r1,2\r3,4\r", "-> b", "a -> b: 1 -> 2; 3 -> 4"),
    Case("\u{FEFF}a,b\n1,2\n", "-> b", "a -> b: 1 -> 2"),
    Case("\n\na,b\n\n1,2\n\r\n\n3,4\n\n\n", "-> b", "a -> b: 1 -> 2; 3 -> 4"),
    Case(" a , b\t\n 1 ,\t2 \n", "-> b", "a -> b: 1 -> 2"),
    Case("\"a\",\"b\"\n\"1\",\"2\"\n", "-> b", "a -> b: 1 -> 2"),
    Case("\"a,1\",b\n1,2\n", "\"a -> b", "`d.csv` has no column `\"a` | its columns are `a,1`, `b`"),
    Case("\"a\"\"b\",c\n1,2\n", "-> c", "a\"b -> c: 1 -> 2"),
    Case("\"\"\"\",c\n1,2\n", "-> c", "\" -> c: 1 -> 2"),
    Case("\"a\nb\",c\n1,\"x\r\ny\"\n2,z\n", "-> c", "a\nb -> c (x\r\ny|z): 1 -> x\r\ny; 2 -> z"),
    Case("a,b\n1, \"x, y\" \n", "-> b", "a -> b (x, y): 1 -> x, y"),
    Case("a,b\n1,5\" pipe\n", "-> b", "a -> b (5\" pipe): 1 -> 5\" pipe"),
    Case("a\tb\n1\t2\n", "-> b", "a -> b: 1 -> 2"),
    Case("a,1\tb\n1\t2\n", "-> b", "a,1 -> b: 1 -> 2", path: "D.TSV"),
    Case("a\tb\n1 \t x, y \n", "-> b", "a -> b (x, y): 1 -> x, y", path: "d.tsv"),
    Case("a,b\n+1,-.5\n1e3,5.\n1E-2,00012\n-0,1e+0\n", "-> b", "a -> b: 1 -> -0.5; 1000 -> 5; 0.01 -> 12; -0 -> 1"),
    Case("ŷ,größe\n1,2\n", "ŷ -> größe", "ŷ -> größe: 1 -> 2"),
    // ŷ composed or not is one name.
    Case("y\u{302},b\n1,2\n", "ŷ -> b", "y\u{302} -> b: 1 -> 2"),
  ]

  private static let selected = [
    Case("a,b,c\n1,2,3\n", "c -> a", "c -> a: 3 -> 1"),
    Case("a,b,c\n1,2,3\n", "b, a -> c", "b, a -> c: 2, 1 -> 3"),
    Case("a,b,c\n1,2,3\n", "-> a, c", "b -> a, c: 2 -> 1, 3"),
    Case("a,b,c\n1,2,3\n", "", "a, b, c: 1, 2, 3"),
    Case("p0,p1,p2,label\n1,2,3,4\n", "p0..p2 -> label", "p0, p1, p2 -> label: 1, 2, 3 -> 4"),
    Case("p0,p1,p2,label\n1,2,3,4\n", "p1..p1 -> label", "p1 -> label: 2 -> 4"),
    Case("sl,pl,sw\n1,2,3\n", "sl..pl -> sw", "sl, pl -> sw: 1, 2 -> 3"),
    Case("a,b,c\n1,x,3\n", "a -> c", "a -> c: 1 -> 3"),
    Case("a,,c\n1,,3\n", "a -> c", "a -> c: 1 -> 3"),
    Case("p0,p1\n1,2\n", "p1..p0", "`p0` stands before `p1`"),
    Case(
      "petal_length,species\n1,2\n", "petal_lenght -> species",
      "`d.csv` has no column `petal_lenght` | did you mean `petal_length`?"),
    Case("a,b\n1,2\n", "-> q", "`d.csv` has no column `q` | its columns are `a`, `b`"),
    Case(
      "a,b,c,d,e,f,g,h,i\n1,2,3,4,5,6,7,8,9\n", "-> zzz",
      "`d.csv` has no column `zzz` | its columns are `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h` …"),
    Case("a,b\n1,2\n", "a, a -> b", "the column `a` is named twice"),
    Case("a,b\n1,2\n", "a, b -> b", "the column `b` is named twice"),
    Case("a,b\n1,2\n", "-> a, b", "`d.csv` has no column left for the inputs"),
    Case(",a,b\n1,2,3\n", "-> b", "column 1 of `d.csv` has no name | name the inputs: `x1, x2 -> y`"),
  ]

  private static let classes = [
    Case("a,b\n1,y\n2,x\n3,y\n", "-> b", "a -> b (x|y): 1 -> y; 2 -> x; 3 -> y"),
    Case("a,b\n1,Z\n2,a\n3,É\n", "-> b", "a -> b (Z|a|É): 1 -> Z; 2 -> a; 3 -> É"),
    Case("a,b\n1,x\n2,5\n", "-> b", "a -> b (5|x): 1 -> x; 2 -> 5"),
    Case("a,b\n1,10\n2,9\n3,9.0\n", "-> b", "a -> b (9|10): 1 -> 10; 2 -> 9; 3 -> 9", classes: true),
    Case("a,b\n1,10\n2,9\n3,x\n", "-> b", "a -> b (10|9|x): 1 -> 10; 2 -> 9; 3 -> x", classes: true),
    Case(
      "a,b\n1,-1\n2,0.5\n3,-0\n4,0\n", "-> b", "a -> b (-1|0|0.5): 1 -> -1; 2 -> 0.5; 3 -> 0; 4 -> 0", classes: true),
    Case("a,b\n1,10\n2,9\n", "-> b", "a -> b: 1 -> 10; 2 -> 9", classes: false),
    Case("a,b\n1,x\n", "-> a, b", "`d.csv` has no column left for the inputs"),
    Case("a,b,c\n1,x,2\n", "-> c, b", "a class must be the only target: `b` stands beside others"),
    Case("a,b,c\n1,2,2\n", "-> c, b", "a class must be the only target: `c` stands beside others", classes: true),
    Case("a,b\n1,x\n2,\n", "-> b", "`d.csv`, line 3: `b` is empty"),
    Case(
      "a,b\n1,x\n", "-> b",
      "`d.csv`, line 2: `b` is `x`, which is not a number | text can be a target, not an input; "
        + "a target is a class where its first entry is text", classes: false),
  ]

  private static let textHelp =
    " | text can be a target, not an input; a target is a class where its first entry is text"

  private static let faults = [
    Case("", "-> b", "`d.csv` is empty"),
    Case("\n\r\n", "-> b", "`d.csv` is empty"),
    Case("\u{FEFF}", "-> b", "`d.csv` is empty"),
    Case("a,b\n", "-> b", "`d.csv` has no rows"),
    Case("a,b", "-> b", "`d.csv` has no rows"),
    Case("a,b\n1,2\n3\n", "-> b", "`d.csv`, line 3 has 1 field: the header names 2 columns"),
    Case("a,b\n1,2,3\n", "-> b", "`d.csv`, line 2 has 3 fields: the header names 2 columns"),
    Case("a,b\n1,2,\n", "-> b", "`d.csv`, line 2 has 3 fields: the header names 2 columns"),
    Case("a\n1,2\n", "", "`d.csv`, line 2 has 2 fields: the header names 1 column"),
    Case("a,b\n1,\"x\ny\"\n1\n", "-> b", "`d.csv`, line 4 has 1 field: the header names 2 columns"),
    Case("a,b\n1,2\nx,4\n", "-> b", "`d.csv`, line 3: `a` is `x`, which is not a number" + textHelp),
    Case("a,b\n1,2\n3,x\n", "-> b", "`d.csv`, line 3: `b` is `x`, which is not a number" + textHelp),
    Case("a,b\n\"1\n\",2\n", "-> b", "`d.csv`, line 2: `a` is `1 `, which is not a number" + textHelp),
    Case("a,b\n1,2\n,4\n", "-> b", "`d.csv`, line 3: `a` is empty"),
    Case("a,b\n \"\" ,4\n", "-> b", "`d.csv`, line 2: `a` is empty"),
    Case("a,b\n1e999,4\n", "-> b", "`d.csv`, line 2: `a` is `1e999`, which is too large"),
    Case("a,b\n1,\"x\n", "-> b", "`d.csv`, line 2: a quote is never closed"),
    Case("a,\"b\n1,2\n", "-> b", "`d.csv`, line 1: a quote is never closed"),
    Case("a,b\n1,2\n\"x\" y,2\n", "-> b", "`d.csv`, line 3: text follows a closing quote"),
    Case("a,b,a\n1,2,3\n", "-> b", "`d.csv` has two columns `a`: columns 1 and 3"),
    Case(
      "1,2\n3,4\n", "-> b",
      "`d.csv` has no header: its first line holds numbers alone | "
        + "put a line with the names of the columns above them"),
    Case(
      "a;b\n1,5;2\n", "-> b",
      "`d.csv` has semicolons between its columns | "
        + "separate the columns by commas or tabs, and write decimal points"),
    Case(
      "a,b\n\(String(repeating: "x", count: 99)),2\n", "-> b",
      "`d.csv`, line 2: `a` is `xxxxxxxxxxxxxxxxxxxxxxx…`, which is not a number" + textHelp),
    Case(
      "a,b\n1,\(String(repeating: "x", count: 1001))\n", "-> b",
      "`d.csv`, line 2 has a text of 1001 bytes, too long for a name"),
    Case(
      "a,\(String(repeating: "x", count: 1001))\n1,2\n", "",
      "`d.csv`, line 1 has a text of 1001 bytes, too long for a name"),
    Case("a,b\n`x`,2\n", "-> b", "`d.csv`, line 2: `a` is `'x'`, which is not a number" + textHelp),
  ]

  @Test(arguments: read + selected + classes + faults) func table(_ test: Case) {
    #expect(reading(Array(test.text.utf8), test.path, test.selection, classes: test.classes) == test.expected)
  }

  /// What other programs write that is no number here.
  @Test(arguments: [
    "nan", "NaN", "inf", "-inf", "NA", "0x10", "1_000", "1,5", "--1", "+", "-", ".", "e5", "1e", "1e+", "1.2.3", "1 2",
    "١", "1d5", "∞", "?",
  ])
  func noNumbers(_ spelling: String) {
    #expect(
      reading(Array("a\tb\n\(spelling)\t1\n".utf8), "d.tsv", "-> b")
        == "`d.tsv`, line 2: `a` is `\(spelling)`, which is not a number" + Self.textHelp)
  }

  @Test(
    arguments: [
      ([0x61, 0x2C, 0xFF, 0x0A, 0x31, 0x2C, 0x32], "`d.csv`, line 1 is not UTF-8 | save it as UTF-8"),
      (Array("a,b\n1,x\n2,".utf8) + [0xC3, 0x28], "`d.csv`, line 3 is not UTF-8 | save it as UTF-8"),
      ([0xFF, 0xFE, 0x61, 0x00], "`d.csv` is a UTF-16 file | save it as UTF-8"),
      ([0x1F, 0x8B, 0x08, 0x00], "`d.csv` is a gzip file | unpack it first"),
      (
        Array("PAR1".utf8),
        "`d.csv` is a Parquet file | export the columns as CSV, or the arrays as `.npy`"
      ),
      (
        [0x61, 0x00, 0x62],
        "`d.csv` is no file of data that can be read | CSV, TSV, `.npy`, uncompressed `.npz` and IDX files are read"
      ),
    ] as [([UInt8], String)])
  func bytes(_ bytes: [UInt8], _ expected: String) {
    #expect(reading(bytes, "d.csv", "a -> b") == reading(bytes, "d.csv", "-> b"))
    #expect(reading(bytes, "d.csv", "-> b") == expected)
  }
}
