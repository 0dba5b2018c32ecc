import Foundation
import Testing

/// The picture of docs/architecture.md, held against the `import` lines: an incremental build lets an undeclared import
/// through, this does not.
@Suite struct ModulePictureTests {
  /// Which of the package's own modules each module may import.
  static let picture: [String: Set<String>] = [
    "tally": ["CLI"],
    "tally-bench": ["Engine", "Kernels"],
    "CLI": ["Notebook", "Audit", "SourceText", "CSystem"],
    "Notebook": ["Document", "Language", "Formula", "Engine", "Report", "SourceText"],
    "Audit": ["Document", "Formula", "Kernels", "SourceText"],
    "Document": ["CCmark", "SourceText"],
    "Language": ["SourceText"],
    "Formula": ["SourceText"],
    "Engine": ["Kernels", "SourceText"],
    "Report": ["SourceText"],
    "Kernels": ["CKernels"],
    "SourceText": [],
    "CKernels": [],
    "CCmark": ["Libcmark"],
    "CSystem": [],
    "Libcmark": [],
  ]

  /// What comes with the toolchain and may be imported: the C library, and what costs nothing to load.
  static let platform: Set<String> = ["Glibc", "Musl", "Darwin"]
  static let standard: Set<String> = ["Synchronization"]

  @Test func everyFolderIsInThePicture() throws {
    #expect(try Set(SourceTree.modules()) == Set(Self.picture.keys))
  }

  @Test func noModuleImportsWhatThePictureDoesNotShow() throws {
    for file in try SourceTree.files() where file.name.hasSuffix(".swift") {
      let allowed = try #require(Self.picture[file.module]).union(Self.standard).union(Self.platform)
      for module in file.imports {
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test func thePictureHasNoCircle() {
    var settled: Set<String> = []
    var remaining = Self.picture
    while let free = remaining.first(where: { $0.value.isSubset(of: settled) }) {
      settled.insert(free.key)
      remaining[free.key] = nil
    }
    #expect(remaining.isEmpty)
  }

  @Test func thePlatformIsNamedInOneFileAModule() throws {
    var files: [String: [String]] = [:]
    for file in try SourceTree.files() where !file.imports.isDisjoint(with: Self.platform) {
      files[file.module, default: []].append(file.name)
    }
    for (module, names) in files { #expect(names.count == 1, "\(module): \(names)") }
  }
}

/// Things that the style does not want anywhere in Sources.
@Suite struct StyleTests {
  static let unwanted = [
    #"\btry!"#, #"\bas!"#, #"\bfatalError\("#, #"\bTODO\b"#, #"\bFIXME\b"#, #"@unchecked Sendable"#,
    #"nonisolated\(unsafe\)"#, #"\bpublic\b"#,
  ]

  /// Where one of them is right: a lock that C keeps.
  static let exceptions = ["CLI/System/Threads.swift": "@unchecked Sendable"]

  @Test(arguments: unwanted) func sourcesAreFree(of pattern: String) throws {
    let expression = try Regex(pattern)
    for file in try SourceTree.files() where file.name.hasSuffix(".swift") && Self.exceptions[file.path] != pattern {
      for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let isFree = line.split(separator: "//", omittingEmptySubsequences: false)[0].firstMatch(of: expression) == nil
        #expect(isFree, "\(file.path):\(number + 1): \(line)")
      }
    }
  }
}

/// The files under Sources, as text.
enum SourceTree {
  struct File {
    let module: String
    let name: String
    let path: String
    let text: String

    /// The modules that the file imports.
    var imports: Set<String> {
      var found: Set<String> = []
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let word = words.firstIndex(of: "import"), word + 1 < words.count,
          words[..<word].allSatisfy({
            ["package", "internal", "private", "fileprivate"].contains($0) || $0.hasPrefix("@")
          })
        else { continue }
        found.insert(String(words[word + 1].split(separator: ".")[0]))
      }
      return found
    }
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.path).filter { !$0.hasPrefix(".") }
  }

  static func files() throws -> [File] {
    let paths = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }.sorted()
    return try paths.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") || $0.hasSuffix(".h") }.map { path in
      let parts = path.split(separator: "/").map(String.init)
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      return File(module: parts[0], name: parts[parts.count - 1], path: path, text: text)
    }
  }
}
