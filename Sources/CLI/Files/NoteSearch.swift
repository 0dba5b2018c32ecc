/// One thing that the PATHs of a command line lead to.
enum NotePlace: Sendable {
  case standardInput
  case file(Path)
  /// What could not be looked at: a PATH that does not exist, a folder that may not be read.
  case unreachable(Path, SystemError)

  var path: Path {
    switch self {
    case .standardInput: Path("-")
    case .file(let path), .unreachable(let path, _): path
    }
  }
}

/// Finds the notes that PATHs lead to: in the order of the PATHs, below a folder in the order of their bytes, each file
/// once however often it is reached.
struct NoteSearch {
  private let world: World
  private var places: [NotePlace] = []
  private var seen: Set<FileIdentity> = []
  private var hasInput = false

  /// The notes that `paths` lead to, the current folder where there are none.
  static func places(at paths: [Path], in world: World) -> [NotePlace] {
    var search = NoteSearch(world: world)
    for path in paths.isEmpty ? [Path(".")] : paths { search.visit(path) }
    return search.places
  }

  private init(world: World) {
    self.world = world
  }

  private mutating func visit(_ path: Path) {
    if path.isStandardStream {
      if !hasInput { places.append(.standardInput) }
      hasInput = true
      return
    }
    do throws(SystemError) {
      let status = try System.status(of: world.location(of: path))
      if status.kind == .folder { walk(path) } else { add(path, status.identity) }
    } catch {
      places.append(.unreachable(path, error))
    }
  }

  private mutating func add(_ path: Path, _ identity: FileIdentity) {
    if seen.insert(identity).inserted { places.append(.file(path)) }
  }

  private enum Entry {
    case file(Path, FileIdentity)
    case folder(Path)

    /// What it is sorted by: a folder as the paths of its notes will be, with the slash.
    var key: [UInt8] {
      switch self {
      case .file(let path, _): Array(path.name)
      case .folder(let path): path.name + [UInt8(ascii: "/")]
      }
    }
  }

  /// Goes through a folder with a stack of its own, so that no depth of folders exhausts the thread's.
  private mutating func walk(_ folder: Path) {
    var pending: [Entry] = [.folder(folder)]
    while let entry = pending.popLast() {
      switch entry {
      case .file(let path, let identity): add(path, identity)
      case .folder(let path):
        do throws(SystemError) {
          pending += try entries(of: path).sorted { $1.key.lexicographicallyPrecedes($0.key) }
        } catch {
          places.append(.unreachable(path, error))
        }
      }
    }
  }

  /// The folders to search and the notes of one folder, in any order.
  private func entries(of folder: Path) throws(SystemError) -> [Entry] {
    var entries: [Entry] = []
    for name in try System.entries(of: world.location(of: folder)) {
      let path = folder.appending(name)
      // A file that vanishes in between is no longer one of the folder's.
      guard let status = try? System.status(of: world.location(of: path), followingLinks: false) else { continue }
      switch status.kind {
      case .folder:
        if name.first != UInt8(ascii: "."), name != Array("node_modules".utf8) { entries.append(.folder(path)) }
      case .regular:
        if path.hasSuffix(".md") || path.hasSuffix(".markdown") { entries.append(.file(path, status.identity)) }
      case .link, .stream: break
      }
    }
    return entries
  }
}
