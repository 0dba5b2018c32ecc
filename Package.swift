// swift-tools-version: 6.2
import PackageDescription

/// `TALLY_WARNINGS=error` (set by `.ci/run`) turns warnings into errors; users never meet a newer compiler's new warning as one.
let strict = Context.environment["TALLY_WARNINGS"] == "error"

let swift: [SwiftSetting] =
  [.strictMemorySafety(), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault")]
  + (strict ? [.treatAllWarnings(as: .error)] : [])

/// The kernels are compiled alike in every configuration, so that debug and release give the same bits.
/// Nothing here may let the compiler fuse, reorder or approximate (see docs/numbers.md).
let kernels: [CSetting] = [
  // -fno-fast-math comes first: it puts back what -fno-math-errno takes away, and with it calls of the system's sqrt.
  .unsafeFlags(["-O2", "-fno-fast-math", "-ffp-contract=off", "-fno-math-errno"])
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swift)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + dependencies, exclude: exclude, swiftSettings: swift)
}

let package = Package(
  name: "tally",
  platforms: [.macOS(.v15)],
  targets: [
    .executableTarget(name: "tally", dependencies: ["CLI"], swiftSettings: swift),
    .executableTarget(name: "tally-bench", dependencies: ["Engine", "Kernels"], swiftSettings: swift),
    module("CLI", ["Notebook", "Audit", "SourceText", "CSystem"]),
    module("Notebook", ["Document", "Language", "Formula", "Engine", "Report", "SourceText"]),
    module("Audit", ["Document", "Formula", "Kernels", "SourceText"]),
    module("Document", ["CCmark", "SourceText"]),
    module("Language", ["SourceText"]),
    module("Formula", ["SourceText"]),
    module("Engine", ["Kernels", "SourceText"]),
    module("Report", ["SourceText"]),
    module("Kernels", ["CKernels"]),
    module("SourceText"),

    .target(name: "CKernels", cSettings: kernels),
    .target(name: "CCmark", dependencies: ["Libcmark"]),
    .target(name: "CSystem"),
    .systemLibrary(
      name: "Libcmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),

    tests("SourceText"),
    tests("Document", ["CCmark", "SourceText"]),
    tests("Language", ["SourceText"]),
    tests("Formula", ["SourceText"]),
    tests("Kernels", exclude: ["accuracy", "arm64"]),
    tests("Engine", ["Kernels", "SourceText"], exclude: ["Data/fixtures", "Fixtures"]),
    tests("Report", ["SourceText"], exclude: ["Golden"]),
    tests("Notebook", ["SourceText", "Document", "Engine", "Formula", "Language"], exclude: ["Golden"]),
    tests("Audit", ["Document", "SourceText"], exclude: ["Corpus"]),
    tests("CLI", ["Notebook", "SourceText", "tally"]),
    .testTarget(name: "StructureTests", swiftSettings: swift),
  ]
)
