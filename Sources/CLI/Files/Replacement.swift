import CSystem
import Synchronization

/// Puts new bytes in a file's place so that whoever looks at any moment, and whatever dies at any moment, sees either the
/// old file or the new one: the bytes go to a temporary file beside it, are flushed, and are renamed over it.
struct Replacement {
  enum Failure: Error, Equatable {
    case system(SystemError)
    /// Somebody else wrote the note while it was executed.
    case changedUnderneath
    /// The new file could not be given to the old one's owner.
    case foreignOwner
    case readOnly
  }

  /// Overwrites a note that was read before, unless it is no longer what was read.
  static func replace(_ note: NoteFile, with bytes: [UInt8], in world: World) throws(Failure) {
    let target = try onSystem { () throws(SystemError) in try System.realPath(of: world.location(of: note.path)) }
    guard System.isWritable(target) else { throw .readOnly }
    try put(bytes, at: target, like: note.status) { () throws(Failure) in
      guard try isUnchanged(note, at: target) else { throw .changedUnderneath }
    }
  }

  /// Writes to what `-o` names: through a device or a pipe, else as a file that is replaced as a whole, or made.
  static func write(_ bytes: [UInt8], to path: Path, in world: World) throws(Failure) {
    let location = world.location(of: path)
    let old: FileStatus?
    do throws(SystemError) {
      old = try System.status(of: location)
    } catch {
      // A link that leads nowhere is not what is to be replaced.
      let isLink = (try? System.status(of: location, followingLinks: false)) != nil
      guard error == .missing, !isLink else { throw .system(error) }
      old = nil
    }
    guard let old else { return try put(bytes, at: location, like: nil) { () throws(Failure) in } }
    switch old.kind {
    case .regular, .link:
      let target = try onSystem { () throws(SystemError) in try System.realPath(of: location) }
      guard System.isWritable(target) else { throw .readOnly }
      try put(bytes, at: target, like: old) { () throws(Failure) in }
    case .stream, .folder:
      try onSystem { () throws(SystemError) in
        let file = try System.openFile(location, for: .writing)
        try file.write(bytes)
      }
    }
  }

  /// The temporary file, its mode and owner, the flush, a last look, the rename; signals are held all the while, so that
  /// an interrupted run leaves no temporary file behind.
  private static func put(
    _ bytes: [UInt8], at target: Path, like old: FileStatus?, unless check: () throws(Failure) -> Void
  ) throws(Failure) {
    tally_hold_signals()
    defer { tally_let_signals_go() }
    let temporary = try onSystem { () throws(SystemError) in try makeTemporary(beside: target) }
    do throws(Failure) {
      try fill(temporary.file, with: bytes, like: old)
      try check()
      try onSystem { () throws(SystemError) in try System.move(temporary.path, over: target) }
    } catch {
      // What went wrong first is what is told.
      try? System.remove(temporary.path)
      throw error
    }
  }

  private static func fill(
    _ file: borrowing OpenFile, with bytes: [UInt8], like old: FileStatus?
  ) throws(Failure) {
    var keepsOwner = true
    do throws(SystemError) {
      try file.write(bytes)
      let new = try file.status()
      if let old, old.owner != new.owner || old.group != new.group {
        keepsOwner = (try? file.setOwner(old.owner, group: old.group)) != nil
      }
      // After the owner, whose change takes set-user and set-group away.
      try file.setMode(old?.mode ?? System.defaultMode())
      try file.flush()
    } catch {
      throw .system(error)
    }
    if !keepsOwner { throw .foreignOwner }
  }

  /// Both what the system says of the file and its bytes: a clock may be coarser than two writes are apart.
  private static func isUnchanged(_ note: NoteFile, at target: Path) throws(Failure) -> Bool {
    do throws(SystemError) {
      let file = try System.openFile(target, for: .reading)
      guard try file.status() == note.status else { return false }
      return try file.readAll(expecting: note.bytes.count, limit: note.bytes.count) == note.bytes
    } catch {
      guard error == .missing else { throw .system(error) }
      return false
    }
  }

  private struct TemporaryFile: ~Copyable {
    let path: Path
    let file: OpenFile
  }

  private static let counter = Atomic<Int>(0)

  /// A new hidden file in the target's folder. The name is no secret: it may not exist, and no link is followed.
  private static func makeTemporary(beside target: Path) throws(SystemError) -> TemporaryFile {
    while true {
      let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
      let path = target.parent.appending(Array(".tally-\(System.processID())-\(number).tmp".utf8))
      do throws(SystemError) {
        return TemporaryFile(path: path, file: try System.openFile(path, for: .creating))
      } catch {
        // Left behind by a process of the same number that was killed.
        guard error == .exists else { throw error }
      }
    }
  }

  private static func onSystem<Value: ~Copyable>(_ body: () throws(SystemError) -> Value) throws(Failure) -> Value {
    do throws(SystemError) {
      return try body()
    } catch {
      throw .system(error)
    }
  }
}

extension Replacement.Failure {
  var reason: String {
    switch self {
    case .system(let error): error.reason
    case .changedUnderneath: "it changed on disk while it was executed"
    case .foreignOwner: "it belongs to another user, and the new one could not be given to them"
    case .readOnly: "permission denied"
    }
  }

  var help: [String] {
    switch self {
    case .changedUnderneath: ["run it again"]
    case .foreignOwner: ["write the result elsewhere: -o FILE"]
    case .system, .readOnly: []
    }
  }
}
