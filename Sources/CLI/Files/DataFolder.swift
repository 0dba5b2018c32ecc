import Notebook

/// The folder of a note, as its data statements may see it: regular files in it or below it, and nothing else. A path is
/// followed name by name from the open folder, links by hand, so that none leads out of it, whoever makes it when.
struct DataFolder: Sendable {
  let place: Path

  /// Links that may follow one another.
  private static let mostLinks = 40

  /// At most `limit` bytes of the file at a path relative to the folder.
  func read(_ name: String, limit: Int) -> Result<[UInt8], DataProblem> {
    Result { () throws(DataProblem) in try contents(of: name, limit: limit) }
  }

  private func contents(of name: String, limit: Int) throws(DataProblem) -> [UInt8] {
    let path = Path(name)
    guard !path.isAbsolute else {
      throw DataProblem("`\(name)` is an absolute path", help: "data files stand in the note's folder or below it")
    }
    var names = Self.names(of: path.bytes)
    guard !names.contains(Self.up) else {
      throw DataProblem("`\(name)` leads out of the note's folder", help: "data files stand in it or below it")
    }
    guard !names.isEmpty else { throw DataProblem("`\(name)` names no file") }
    let result: Result<[UInt8], DataProblem>
    do throws(SystemError) {
      let root = Folder(try System.openFile(place, for: .reading))
      result = try follow(&names, from: root, of: name, limit: limit)
    } catch {
      throw DataProblem("`\(name)`: \(error.reason)")
    }
    return try result.get()
  }

  private static let up = Array("..".utf8)

  private static func names(of path: [UInt8]) -> [[UInt8]] {
    path.split(separator: UInt8(ascii: "/")).map(Array.init).filter { $0 != Array(".".utf8) }
  }

  private func follow(
    _ names: inout [[UInt8]], from root: Folder, of path: String, limit: Int
  ) throws(SystemError) -> Result<[UInt8], DataProblem> {
    var folders = [root]
    var links = 0
    while !names.isEmpty {
      let name = names.removeFirst()
      let folder = folders[folders.count - 1]
      if name == Self.up {
        guard folders.count > 1 else { return .failure(Self.escape(path)) }
        folders.removeLast()
        continue
      }
      if let target = try folder.target(ofLink: name) {
        links += 1
        guard links <= Self.mostLinks else { throw SystemError.isLink }
        guard target.first != UInt8(ascii: "/") else { return .failure(Self.escape(path)) }
        names = Self.names(of: target) + names
        continue
      }
      let file = try folder.open(name)
      let status = try file.status()
      switch status.kind {
      case .folder: folders.append(Folder(file))
      case .regular:
        guard names.isEmpty else { return .failure(DataProblem("`\(path)`: a part of the path is no folder")) }
        guard let bytes = try file.readAll(expecting: status.size, limit: limit) else {
          return .failure(DataProblem("`\(path)` is larger than the \(limit) bytes of memory that the note has left"))
        }
        return .success(bytes)
      case .link, .stream: return .failure(DataProblem("`\(path)` is no regular file"))
      }
    }
    return .failure(DataProblem("`\(path)` is a folder"))
  }

  private static func escape(_ path: String) -> DataProblem {
    DataProblem(
      "`\(path)` leads out of the note's folder by a symbolic link", help: "data files stand in it or below it")
  }

  /// An open folder that several steps of a path may come back to.
  private final class Folder {
    private let file: OpenFile

    init(_ file: consuming OpenFile) {
      self.file = file
    }

    func open(_ name: [UInt8]) throws(SystemError) -> OpenFile { try System.openEntry(name, of: file) }

    /// Nil where the entry is no link.
    func target(ofLink name: [UInt8]) throws(SystemError) -> [UInt8]? {
      do throws(SystemError) {
        return try System.target(ofLink: name, in: file)
      } catch {
        if error == .notALink { return nil }
        throw error
      }
    }
  }
}
