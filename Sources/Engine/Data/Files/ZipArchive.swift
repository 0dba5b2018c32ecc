/// The directory of a ZIP archive whose entries are stored as they are, which is what NumPy's `savez` writes. (PKWARE's
/// APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16. Sizes come from the directory at the end, as the format demands.)
struct ZipArchive {
  let entries: [Entry]

  struct Entry {
    let name: String
    /// The bytes of the entry in the archive; a fault where they cannot be taken as they are.
    let content: Result<Range<Int>, FileFault>
  }

  static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  private static let endSize = 22
  private static let directorySize = 46
  private static let localSize = 30

  init(_ bytes: [UInt8]) throws(FileFault) {
    guard let end = Self.end(of: bytes) else { throw .archive(.noDirectory) }
    let count = Self.number(bytes, end + 10, 2)
    let start = Self.number(bytes, end + 16, 4)
    guard count != 0xFFFF, start != 0xFFFF_FFFF else { throw .archive(.tooLarge) }
    guard Self.number(bytes, end + 4, 2) == 0, Self.number(bytes, end + 8, 2) == count else {
      throw .archive(.several)
    }
    var entries: [Entry] = []
    var names: Set<String> = []
    var offset = start
    var total = 0
    for position in 1...max(1, count) where count > 0 {
      let (entry, next) = try Self.entry(bytes, at: offset, before: end, position)
      guard names.insert(entry.name).inserted else { throw .archive(.repeated(entry.name)) }
      if case .success(let content) = entry.content { total += content.count }
      // Entries that overlap would make a small file a large one.
      guard total <= bytes.count else { throw .archive(.entry(position)) }
      entries.append(entry)
      offset = next
    }
    self.entries = entries
  }

  /// Where the end of the directory is: the last place whose comment runs up to the end of the file.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= endSize else { return nil }
    let latest = bytes.count - endSize
    return (max(0, latest - 0xFFFF)...latest).reversed().first { offset in
      number(bytes, offset, 4) == 0x0605_4B50 && offset + endSize + number(bytes, offset + 20, 2) == bytes.count
    }
  }

  private static func entry(
    _ bytes: [UInt8], at offset: Int, before end: Int, _ position: Int
  ) throws(FileFault) -> (Entry, next: Int) {
    guard offset + directorySize <= end, number(bytes, offset, 4) == 0x0201_4B50 else {
      throw .archive(.entry(position))
    }
    let nameLength = number(bytes, offset + 28, 2)
    let rest = number(bytes, offset + 30, 2) + number(bytes, offset + 32, 2)
    let nameStart = offset + directorySize
    guard nameStart + nameLength + rest <= end,
      let name = String(validating: bytes[nameStart..<nameStart + nameLength], as: UTF8.self)
    else { throw .archive(.entry(position)) }
    return (Entry(name: name, content: content(bytes, at: offset, position)), nameStart + nameLength + rest)
  }

  /// The bytes of the entry whose line of the directory begins there.
  private static func content(_ bytes: [UInt8], at offset: Int, _ position: Int) -> Result<Range<Int>, FileFault> {
    if number(bytes, offset + 8, 2) & 1 == 1 { return .failure(.archive(.encrypted)) }
    guard number(bytes, offset + 10, 2) == 0 else { return .failure(.archive(.compressed)) }
    let size = number(bytes, offset + 20, 4)
    let local = number(bytes, offset + 42, 4)
    guard size != 0xFFFF_FFFF, local != 0xFFFF_FFFF else { return .failure(.archive(.tooLarge)) }
    guard size == number(bytes, offset + 24, 4), local + localSize <= bytes.count,
      number(bytes, local, 4) == 0x0403_4B50
    else { return .failure(.archive(.entry(position))) }
    let start = local + localSize + number(bytes, local + 26, 2) + number(bytes, local + 28, 2)
    guard start + size <= bytes.count else { return .failure(.archive(.entry(position))) }
    guard CyclicRedundancy.check(bytes.span.extracting(start..<start + size)) == number(bytes, offset + 16, 4) else {
      return .failure(.archive(.damaged))
    }
    return .success(start..<start + size)
  }

  /// A number with the lowest byte first.
  private static func number(_ bytes: [UInt8], _ offset: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }
}

/// The CRC-32 by which ZIP archives notice damage.
enum CyclicRedundancy {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  static func check(_ bytes: Span<UInt8>) -> Int {
    let table = table
    var sum = UInt32.max
    for index in bytes.indices { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ bytes[index])] ^ sum >> 8 }
    return Int(~sum)
  }
}
