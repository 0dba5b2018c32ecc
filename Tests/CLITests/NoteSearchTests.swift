import Testing

@testable import CLI

@Suite struct NoteSearchTests {
  @Test(arguments: [
    ("", ["a-b.md", "a.markdown", "a/b.md", "a/z/y.md", "a0.md", "Ü x.md"]),
    ("a", ["a/b.md", "a/z/y.md"]),
    ("a/", ["a/b.md", "a/z/y.md"]),
    ("./a", ["./a/b.md", "./a/z/y.md"]),
    ("a0.md a-b.md a0.md ./a0.md", ["a0.md", "a-b.md"]),
    ("a a/b.md .", ["a/b.md", "a/z/y.md", "a-b.md", "a.markdown", "a0.md", "Ü x.md"]),
    ("other.txt", ["other.txt"]),
    (".hidden", [".hidden/h.md"]),
    ("link.md", ["link.md"]),
    ("linked", ["linked/b.md", "linked/z/y.md"]),
    ("- a0.md -", ["-", "a0.md"]),
    ("gone a0.md", ["gone: no such file or folder", "a0.md"]),
    ("a0.md/x", ["a0.md/x: a part of the path is no folder"]),
  ])
  func finds(paths: String, places: [String]) throws {
    let files = [
      "a-b.md", "a.markdown", "a/b.md", "a/z/y.md", "a/not.mdx", "a0.md", "Ü x.md", "other.txt", ".hidden/h.md",
      "node_modules/n.md", "a/node_modules/n.md",
    ]
    let folder = try TestFolder(files.map { ($0, "") })
    folder.sh("ln -s a/b.md link.md; ln -s a linked; mkfifo pipe.md; mkdir folder.md; ln -s .. a/up; ln a0.md zz.md")
    #expect(search(paths, in: folder) == places)
  }

  @Test(.disabled(if: Program.isRoot, "root may read every folder"))
  func saysWhichFoldersMayNotBeRead() throws {
    let folder = try TestFolder([("a/x.md", ""), ("b.md", "")])
    folder.sh("chmod 000 a")
    #expect(search("", in: folder) == ["a: permission denied", "b.md"])
  }

  @Test func goesAsDeepAsPathsDo() throws {
    let folder = try TestFolder()
    folder.sh("d=.; for i in 1 2 3 4 5 6 7 8 9; do d=$d/$(printf '%0200d' $i); done; mkdir -p $d; touch $d/x.md")
    #expect(search("", in: folder).count == 1)
  }

  private func search(_ paths: String, in folder: TestFolder) -> [String] {
    let stream = World.Stream(isTerminal: false) { _ throws(SystemError) in }
    let world = World(
      folder: folder.path, environment: { _ in nil }, readInput: { _ throws(SystemError) in [] }, output: stream,
      errors: stream, clock: { 0 }, processors: 1)
    return NoteSearch.places(at: paths.split(separator: " ").map { Path(Array($0.utf8)) }, in: world).map { place in
      switch place {
      case .standardInput, .file: place.path.text
      case .unreachable(let path, let error): "\(path.text): \(error.reason)"
      }
    }
  }
}
