/// A note's bytes as they were read, with what is needed to see that the file is still the same.
struct NoteFile: Sendable {
  let path: Path
  let bytes: [UInt8]
  /// Nil for standard input.
  let status: FileStatus?

  /// Whether new bytes can take the place of the old: a pipe is read and gone.
  var isReplaceable: Bool { status?.kind == .regular }

  enum Failure: Error {
    case system(SystemError)
    /// There are more bytes than a note may need memory.
    case tooLarge
  }

  /// Reads at most `limit` bytes.
  static func read(_ place: NotePlace, in world: World, limit: Int) throws(Failure) -> NoteFile {
    do throws(SystemError) {
      switch place {
      case .unreachable(_, let error): throw error
      case .standardInput:
        if let bytes = try world.readInput(limit) { return NoteFile(path: place.path, bytes: bytes, status: nil) }
      case .file(let path):
        let file = try System.openFile(world.location(of: path), for: .reading)
        let status = try file.status()
        if let bytes = try file.readAll(expecting: status.size, limit: limit) {
          return NoteFile(path: path, bytes: bytes, status: status)
        }
      }
    } catch {
      throw .system(error)
    }
    throw .tooLarge
  }
}
