#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The operating system as the benchmark sees it: a clock, files of numbers, memory, lines of text.
enum Host {
  /// Why the world would not do as asked, in words.
  struct Failure: Error {
    let message: String
  }

  /// Nanoseconds of a clock that only goes forward.
  @Sendable static func clock() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Nanoseconds that this process has had of the processors.
  static func busy() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Exactly `count` numbers, as the machine has them in memory; read into their place, so that nothing is held twice.
  static func numbers<Number: FixedWidthNumber>(_ count: Int, at path: String) throws(Failure) -> [Number] {
    guard let file = unsafe fopen(path, "rb") else { throw Failure(message: "\(path): cannot be opened") }
    defer { unsafe fclose(file) }
    unsafe setvbuf(file, nil, _IONBF, 0)
    var isWhole = false
    let numbers = unsafe [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = unsafe fread(buffer.baseAddress, MemoryLayout<Number>.stride, count, file)
      isWhole = unsafe initialized == count && fgetc(file) == EOF
    }
    guard isWhole else { throw Failure(message: "\(path): does not hold \(count) numbers") }
    return numbers
  }

  /// The greatest resident memory of this process so far, in bytes.
  static func peakMemory() -> Int {
    #if os(Linux)
      // Not getrusage: its figure begins with that of the process that started this one.
      guard let file = unsafe fopen("/proc/self/status", "r") else { return 0 }
      defer { unsafe fclose(file) }
      var line = [CChar](repeating: 0, count: 256)
      while unsafe fgets(&line, Int32(line.count), file) != nil {
        let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).split {
          $0 == " " || $0 == "\t" || $0 == "\n"
        }
        if words.first == "VmHWM:", words.count > 1 { return (Int(words[1]) ?? 0) * 1024 }
      }
      return 0
    #else
      var usage = rusage()
      unsafe getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }

  /// Writes a line that its reader has at once.
  static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  /// Writes a line for the person, not for the program that reads the results.
  static func complain(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    unsafe write(STDERR_FILENO, bytes, bytes.count)
  }

  static func end(_ status: Int32) -> Never { exit(status) }
}

/// Numbers whose bytes a file can give.
protocol FixedWidthNumber: BitwiseCopyable {}
extension Double: FixedWidthNumber {}
extension Int32: FixedWidthNumber {}
