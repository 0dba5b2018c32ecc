import CSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The operating system, as the rest of the module sees it: bytes and values in, bytes and values or a `SystemError` out.
/// The only file that knows which C library is underneath, and the only one here with pointers.
enum System {
  /// Nanoseconds of a clock that only goes forward.
  static func clock() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The value of an environment variable; nil where it is not set.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The arguments after the program's name, with bytes that are no UTF-8 kept.
  static func arguments() -> [[UInt8]] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { return nil }
      return unsafe Self.bytes(of: argument)
    }
  }

  static func processID() -> Int32 { getpid() }

  static func terminate(_ status: Status) -> Never { exit(status.rawValue) }

  // MARK: Names

  static func status(of path: Path, followingLinks: Bool = true) throws(SystemError) -> FileStatus {
    var status = stat()
    let result = unsafe withName(path) { unsafe followingLinks ? stat($0, &status) : lstat($0, &status) }
    try check(result)
    return FileStatus(status)
  }

  /// The names in a folder without `.` and `..`, in the order of their bytes.
  static func entries(of folder: Path) throws(SystemError) -> [[UInt8]] {
    guard let stream = unsafe withName(folder, { unsafe opendir($0) }) else { throw SystemError.last }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe bytes(of: $0) }
      }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    guard errno == 0 else { throw SystemError.last }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The absolute path with every link followed.
  static func realPath(of path: Path) throws(SystemError) -> Path {
    guard let real = unsafe withName(path, { unsafe realpath($0, nil) }) else { throw SystemError.last }
    defer { unsafe free(real) }
    return unsafe Path(bytes(of: real))
  }

  static func isWritable(_ path: Path) -> Bool {
    unsafe withName(path) { unsafe access($0, W_OK) } == 0
  }

  static func move(_ path: Path, over other: Path) throws(SystemError) {
    let result = unsafe withName(path) { from in
      unsafe withName(other) { to in unsafe rename(from, to) }
    }
    try check(result)
  }

  static func remove(_ path: Path) throws(SystemError) {
    try check(unsafe withName(path) { unsafe unlink($0) })
  }

  // MARK: Open files

  enum Purpose {
    case reading
    /// What is there already, without cutting it: a device or a pipe.
    case writing
    /// A new file that only this process may read until its mode is set.
    case creating
  }

  static func openFile(_ path: Path, for purpose: Purpose) throws(SystemError) -> OpenFile {
    let flags: Int32 =
      switch purpose {
      case .reading: O_RDONLY
      case .writing: O_WRONLY
      case .creating: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
      }
    while true {
      let descriptor = unsafe withName(path) { unsafe open($0, flags | O_CLOEXEC | O_NOCTTY, 0o600) }
      if descriptor >= 0 { return OpenFile(descriptor: descriptor) }
      if errno != EINTR { throw SystemError.last }
    }
  }

  /// Opens an entry of an open folder, whatever it is, without following a link and without waiting for a pipe.
  static func openEntry(_ name: [UInt8], of folder: borrowing OpenFile) throws(SystemError) -> OpenFile {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    while true {
      let descriptor = unsafe withName(Path(name)) { unsafe openat(folder.descriptor, $0, flags) }
      if descriptor >= 0 { return OpenFile(descriptor: descriptor) }
      if errno != EINTR { throw SystemError.last }
    }
  }

  /// Where a symbolic link of an open folder points to.
  static func target(ofLink name: [UInt8], in folder: borrowing OpenFile) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let room = bytes.count
    let count = unsafe withName(Path(name)) { name in
      unsafe bytes.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("a buffer of a path's length") }
        return unsafe readlinkat(folder.descriptor, name, base.assumingMemoryBound(to: CChar.self), room)
      }
    }
    if count < 0 { throw SystemError.last }
    return Array(bytes[..<count])
  }

  /// The permissions that a new file gets here.
  static func defaultMode() -> UInt32 {
    // The mask can only be read by setting it; no other thread creates files by its mask.
    let mask = umask(0o077)
    umask(mask)
    return 0o666 & ~UInt32(mask)
  }

  fileprivate static func status(ofDescriptor descriptor: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    try check(unsafe fstat(descriptor, &status))
    return FileStatus(status)
  }

  /// Everything that is left to read, or nil where that is more than `limit` bytes.
  static func readAll(_ descriptor: Int32, expecting size: Int, limit: Int) throws(SystemError) -> [UInt8]? {
    // One byte more than the file has, so that the read that finds the end needs no room of its own.
    var bytes = [UInt8](repeating: 0, count: min(size, limit) + 1)
    var filled = 0
    while true {
      if filled == bytes.count {
        if filled > limit { return nil }
        bytes += [UInt8](repeating: 0, count: min(max(filled, 65_536), limit + 1 - filled))
      }
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count > 0 {
        filled += count
      } else if count == 0 {
        bytes.removeLast(bytes.count - filled)
        return filled > limit ? nil : bytes
      } else if errno == EAGAIN {
        waitUntilReady(descriptor, for: POLLIN)
      } else if errno != EINTR {
        throw SystemError.last
      }
    }
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        waitUntilReady(descriptor, for: POLLOUT)
      } else if errno != EINTR {
        throw SystemError.last
      }
    }
  }

  /// Makes the file as durable as the system can: on macOS `fsync` alone leaves it in the drive's cache.
  fileprivate static func flush(_ descriptor: Int32) throws(SystemError) {
    #if canImport(Darwin)
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
    #endif
    try check(fsync(descriptor))
  }

  fileprivate static func setMode(_ mode: UInt32, of descriptor: Int32) throws(SystemError) {
    try check(fchmod(descriptor, mode_t(mode)))
  }

  fileprivate static func setOwner(_ owner: UInt32, group: UInt32, of descriptor: Int32) throws(SystemError) {
    try check(fchown(descriptor, owner, group))
  }

  fileprivate static func closeFile(_ descriptor: Int32) { _ = close(descriptor) }

  // MARK: Pieces

  /// Blocks on a descriptor that whoever started us has made non-blocking.
  private static func waitUntilReady(_ descriptor: Int32, for event: some BinaryInteger) {
    var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }

  private static func check(_ result: Int32) throws(SystemError) {
    if result != 0 { throw SystemError.last }
  }

  private static func withName<Result>(_ path: Path, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe name.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a C string holds at least its end") }
      return unsafe body(base)
    }
  }

  private static func bytes(of name: UnsafePointer<CChar>) -> [UInt8] {
    unsafe UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
  }
}

/// A file that is open for as long as the value lives.
struct OpenFile: ~Copyable {
  // Its own, so that no number is left in anybody's hands when the file is closed.
  fileprivate let descriptor: Int32

  deinit { System.closeFile(descriptor) }

  borrowing func status() throws(SystemError) -> FileStatus { try System.status(ofDescriptor: descriptor) }

  /// Everything that is left to read, or nil where that is more than `limit` bytes.
  borrowing func readAll(expecting size: Int, limit: Int) throws(SystemError) -> [UInt8]? {
    try System.readAll(descriptor, expecting: size, limit: limit)
  }

  borrowing func write(_ bytes: [UInt8]) throws(SystemError) { try System.writeAll(bytes, to: descriptor) }

  borrowing func flush() throws(SystemError) { try System.flush(descriptor) }

  borrowing func setMode(_ mode: UInt32) throws(SystemError) { try System.setMode(mode, of: descriptor) }

  borrowing func setOwner(_ owner: UInt32, group: UInt32) throws(SystemError) {
    try System.setOwner(owner, group: group, of: descriptor)
  }
}

/// What the system knows of a file; equal for an unchanged one.
struct FileStatus: Equatable, Sendable {
  enum Kind: Sendable { case regular, folder, link, stream }

  let kind: Kind
  let identity: FileIdentity
  let size: Int
  let modifiedSeconds: Int
  let modifiedNanoseconds: Int
  /// The permission bits, with set-user, set-group and sticky.
  let mode: UInt32
  let owner: UInt32
  let group: UInt32

  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .stream
    }
    identity = FileIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
    #if canImport(Darwin)
      modifiedSeconds = status.st_mtimespec.tv_sec
      modifiedNanoseconds = status.st_mtimespec.tv_nsec
    #else
      modifiedSeconds = status.st_mtim.tv_sec
      modifiedNanoseconds = status.st_mtim.tv_nsec
    #endif
    mode = UInt32(status.st_mode) & 0o7777
    owner = status.st_uid
    group = status.st_gid
  }
}

/// What makes two names the same file.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

/// Why the system would not.
struct SystemError: Error, Equatable {
  let code: Int32

  fileprivate static var last: SystemError { SystemError(code: errno) }

  static let exists = SystemError(code: EEXIST)
  static let brokenPipe = SystemError(code: EPIPE)
  static let missing = SystemError(code: ENOENT)
  /// What was to be read as a link is something else.
  static let notALink = SystemError(code: EINVAL)
  /// What stands in the way of following a path is a link.
  static let isLink = SystemError(code: ELOOP)

  /// The reason in the reader's words, the same on every system.
  var reason: String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES: "permission denied"
    case EPERM: "operation not permitted"
    case ENOTDIR: "a part of the path is no folder"
    case EISDIR: "is a folder"
    case ELOOP: "too many symbolic links"
    case ENAMETOOLONG: "the name is too long"
    case ENOSPC: "no space left on the disk"
    case EDQUOT: "disk quota exceeded"
    case EFBIG: "the file would become too large"
    case EROFS: "the file system is read-only"
    case EMFILE, ENFILE: "too many open files"
    case EIO: "input or output failed"
    case EPIPE: "nobody reads the pipe"
    case ENXIO: "no such device"
    default: "system error \(code)"
    }
  }
}
