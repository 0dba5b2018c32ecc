import SourceText
import Testing

@testable import CLI

@Suite struct UnifiedDiffTests {
  @Test(arguments: [
    // No change, no diff.
    ("a\nb\n", "a\nb\n", ""),
    ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
    // Three lines of context, and no more.
    ("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n", "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"),
    // Six lines between two changes are the context of both.
    (
      "a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n",
      "@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n"
    ),
    // Seven part them.
    (
      "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\nA\n1\n2\n3\n4\n5\n6\n7\nB\n",
      "@@ -1,4 +1,5 @@\n-a\n+A\n+A\n 1\n 2\n 3\n@@ -6,4 +7,4 @@\n 5\n 6\n 7\n-b\n+B\n"
    ),
    ("a", "b", "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"),
    ("a\n", "a", "@@ -1,1 +1,1 @@\n-a\n+a\n\\ No newline at end of file\n"),
    ("a", "a\nb\n", "@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n"),
    ("x\na", "y\na", "@@ -1,2 +1,2 @@\n-x\n+y\n a\n\\ No newline at end of file\n"),
    ("a\n", "", "@@ -1,1 +0,0 @@\n-a\n"),
    ("", "a\n", "@@ -0,0 +1,1 @@\n+a\n"),
    // Lines end at LF alone.
    (
      "a\rb\rc", "a\rB\rc",
      "@@ -1,1 +1,1 @@\n-a\rb\rc\n\\ No newline at end of file\n+a\rB\rc\n\\ No newline at end of file\n"
    ),
    ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
  ])
  func showsWhatChanged(old: String, new: String, hunks: String) {
    let diff = UnifiedDiff(of: Array(old.utf8), edits: edits(from: old, to: new), path: Path("n"))
    #expect(String(decoding: diff.bytes, as: UTF8.self) == (hunks.isEmpty ? "" : "--- a/n\n+++ b/n\n") + hunks)
  }

  @Test func comparesLinesInsideAnEdit() {
    let old = "0\na\nb\nc\nd\n9\n"
    let edit = Edit(range: 2..<10, replacement: Array("a\nx\nc\nd\ne\n".utf8))
    let diff = UnifiedDiff(of: Array(old.utf8), edits: [edit], path: Path("n"))
    #expect(
      String(decoding: diff.bytes, as: UTF8.self)
        == "--- a/n\n+++ b/n\n@@ -1,6 +1,7 @@\n 0\n a\n-b\n+x\n c\n d\n+e\n 9\n")
  }

  @Test(arguments: [
    ("a/b.md", "a/a/b.md"), ("./a.md", "a/a.md"), ("a//b", "a/a/b"), ("a b", "a/a b\t"), ("é", "a/é"),
    ("a\tb", #""a/a\011b""#), (#"q"\"#, #""a/q\"\\""#), ("/x/y", "a//x/y"),
  ])
  func namesFilesAsGitDoes(name: String, header: String) {
    #expect(String(decoding: patchName(Path(name), prefix: "a/"), as: UTF8.self) == header)
  }

  @Test func namesBytesThatAreNoTextInOctal() {
    #expect(String(decoding: patchName(Path([0x61, 0xFF]), prefix: "a/"), as: UTF8.self) == #""a/a\377""#)
  }

  /// A text of many long lines, all others: past the bound the whole counts as one difference.
  @Test func giveUpOnTheShortestWayWhenItIsLong() {
    let old = (0..<3_000).map { "old \($0)" }
    let new = (0..<3_000).map { "new \($0)" }
    let whole = LineDiff.Difference(old: 1..<3_001, new: 1..<3_001)
    #expect(LineDiff.differences(from: ["same"] + old + ["end"], to: ["same"] + new + ["end"]) == [whole])
  }

  @Test func findsTheShortestWay() {
    var random = Random(seed: 1)
    for _ in 0..<2_000 {
      let old = (0..<random.below(9)).map { _ in random.below(3) }
      let new = (0..<random.below(9)).map { _ in random.below(3) }
      let differences = LineDiff.differences(from: old, to: new)
      var result: [Int] = []
      var position = 0
      for difference in differences {
        result += old[position..<difference.old.lowerBound]
        #expect(result.count == difference.new.lowerBound)
        result += new[difference.new]
        position = difference.old.upperBound
      }
      result += old[position...]
      #expect(result == new)
      #expect(
        differences.reduce(0) { $0 + $1.old.count + $1.new.count } == old.count + new.count - 2
          * longestCommon(old, new))
    }
  }

  /// What git makes of the patch is what splicing makes of the note, whatever the bytes, from the folder it was made in.
  @Test(.enabled(if: Program.git, "git is not installed"))
  func gitAppliesIt() throws {
    var random = Random(seed: 7)
    let folder = try TestFolder()
    folder.sh("git init -q . && mkdir -p 'sub folder'")
    let names = ["plain.md", "with space.md", "é.md", "tab\there.md", "q\"uote\\.md", "deep/er/x.md"]
    var patch: [UInt8] = []
    var expected: [(String, [UInt8])] = []
    for index in 0..<240 {
      let name = "\(index)\(names[index % names.count])"
      let old = randomText(&random)
      let edits = randomEdits(of: old, &random)
      try folder.write(old, to: "sub folder/" + name)
      let diff = UnifiedDiff(of: old, edits: edits, path: Path(name))
      #expect(diff.lines.isEmpty == (splice(old, edits) == old))
      patch += diff.bytes
      expected.append((name, splice(old, edits)))
    }
    try folder.write(patch, to: "all.patch")
    let result = try folder.capture("cd 'sub folder' && git apply --whitespace=nowarn ../all.patch")
    #expect(result == (0, "", ""))
    for (name, bytes) in expected { #expect(try folder.bytes(of: "sub folder/" + name) == bytes, "\(name)") }
  }

  @Test func aLongNoteWithFewEditsIsQuick() {
    let old = [UInt8](repeating: 0x0A, count: 2_000_000)
    let edits = [Edit(range: 10..<10, replacement: [0x61]), Edit(range: 1_900_000..<1_900_001, replacement: [])]
    let diff = UnifiedDiff(of: old, edits: edits, path: Path("n"))
    #expect(
      diff.lines.filter { $0.kind == .hunk }.map { String(decoding: $0.bytes, as: UTF8.self) }
        == ["@@ -8,7 +8,7 @@", "@@ -1899999,7 +1899999,6 @@"])
  }

  // MARK: Making texts

  private func edits(from old: String, to new: String) -> [Edit] {
    [Edit(range: 0..<old.utf8.count, replacement: Array(new.utf8))]
  }

  private func randomText(_ random: inout Random) -> [UInt8] {
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array("b\n".utf8), Array("\n".utf8), Array("\r\n".utf8), Array("\r".utf8), [0], Array("é ".utf8),
      Array("-- x\n".utf8), Array("++ y\n".utf8), Array("@@ -1,1 +1,1 @@\n".utf8), Array("\\ No newline\n".utf8),
      Array(" \t\n".utf8), Array("line\n".utf8), Array("line\n".utf8),
    ]
    // Git takes no patch for an empty file that has no `diff --git` line; a note without bytes has no results either.
    return Array("start\n".utf8) + (0..<random.below(40)).flatMap { _ in pieces[random.below(pieces.count)] }
  }

  private func randomEdits(of text: [UInt8], _ random: inout Random) -> [Edit] {
    var edits: [Edit] = []
    var position = 0
    while edits.count < 4 {
      let start = position + random.below(max(1, (text.count - position) / 2 + 1))
      guard start <= text.count else { break }
      let end = start + random.below(min(12, text.count - start + 1))
      edits.append(
        Edit(range: start..<end, replacement: random.below(3) == 0 ? [] : Array(randomText(&random).dropFirst(6))))
      position = end
      if random.below(3) == 0 { break }
    }
    return edits
  }

  private func longestCommon(_ a: [Int], _ b: [Int]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for i in a.indices {
      var diagonal = 0
      for j in b.indices {
        let old = row[j + 1]
        row[j + 1] = a[i] == b[j] ? diagonal + 1 : max(row[j], row[j + 1])
        diagonal = old
      }
    }
    return row[b.count]
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same texts in every run.
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(count))
  }
}
