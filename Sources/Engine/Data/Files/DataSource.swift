/// A file whose columns can be asked for.
enum DataSource {
  case text(DelimitedText)
  case array(ArrayColumns)

  /// The sources in a file: one, or one for each array of an archive.
  static func open(_ file: DataFile, within budget: Budget) throws(EngineFault) -> [DataSource] {
    let bytes = file.bytes
    do throws(FileFault) {
      if bytes.isEmpty { throw .empty }
      if bytes.starts(with: NumPyArray.magic) {
        let array = try NumPyArray.read(bytes, in: 0..<bytes.count, name: stem(of: file.path))
        return [.array(ArrayColumns(path: file.path, name: array.name, bytes: bytes, content: .success(array)))]
      }
      if ZipArchive.begins(bytes) { return try arrays(of: file) }
      if IDXArray.begins(bytes) {
        let array = try IDXArray.read(bytes)
        return [.array(ArrayColumns(path: file.path, name: array.name, bytes: bytes, content: .success(array)))]
      }
      if let format = FileFault.ForeignFormat(bytes) { throw .foreign(format) }
    } catch {
      throw .data(.file(file.path, error))
    }
    return [.text(try DelimitedText(file, within: budget))]
  }

  private static func arrays(of file: DataFile) throws(FileFault) -> [DataSource] {
    let suffix = ".npy"
    let sources = try ZipArchive(file.bytes).entries.filter { $0.name.hasSuffix(suffix) }.map { entry in
      let name = String(entry.name.dropLast(suffix.count))
      let content = entry.content.flatMap { range in
        Result { () throws(FileFault) in try NumPyArray.read(file.bytes, in: range, name: name) }
      }
      return DataSource.array(
        ArrayColumns(path: "\(file.path)/\(entry.name)", name: name, bytes: file.bytes, content: content))
    }
    if sources.isEmpty { throw .archive(.noArrays) }
    return sources
  }

  /// What an array is called that has no name but its file's: `points` of `data/points.npy`.
  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".npy") ? name.dropLast(4) : name)
  }

  /// As messages call it.
  var path: String {
    switch self {
    case .text(let text): text.path
    case .array(let array): array.path
    }
  }

  /// How many columns there are; none in an array that cannot be read.
  var columnCount: Int {
    switch self {
    case .text(let text): text.names.count
    case .array(let array): (try? array.content.get().columns) ?? 0
    }
  }

  /// How many samples there are.
  var rows: Int {
    switch self {
    case .text(let text): text.rows
    case .array(let array): (try? array.content.get().rows) ?? 0
    }
  }

  /// Throws where the columns cannot be read.
  func check() throws(EngineFault) {
    switch self {
    case .text: return
    case .array(let array): _ = try array.opened()
    }
  }

  /// The columns that a name means, counted from 0; nil where it means none here.
  func columns(named name: String) throws(EngineFault) -> Range<Int>? {
    switch self {
    case .text(let text): return text.names.firstIndex(of: name).map { $0..<$0 + 1 }
    case .array(let array):
      // Only who asks for a broken array is told what is wrong in it.
      return array.mayHold(name) ? try array.opened().columns(named: name) : nil
    }
  }

  /// The name of a column; empty where it has none.
  func name(of column: Int) -> String {
    switch self {
    case .text(let text): text.names[column]
    case .array(let array): (try? array.content.get().name(of: column)) ?? array.name
    }
  }

  /// Whether the column is text.
  func isText(_ column: Int) -> Bool {
    switch self {
    case .text(let text): text.isText(column)
    case .array: false
    }
  }

  /// Puts the columns where they belong.
  func fill(_ assembly: inout Assembly, slots: ArraySlice<Slot>, within budget: Budget) throws(EngineFault) {
    switch self {
    case .text(let text): try text.fill(&assembly, slots: slots)
    case .array(let array):
      try array.opened().fill(&assembly, slots: slots, from: array.bytes, path: array.path, within: budget)
    }
  }
}

/// An array of a binary file, or why it cannot be read.
struct ArrayColumns {
  /// Of the file, and of the entry in it.
  let path: String
  let name: String
  let bytes: [UInt8]
  let content: Result<NumberArray, FileFault>

  func opened() throws(EngineFault) -> NumberArray {
    switch content {
    case .success(let array): return array
    case .failure(let fault): throw .data(.file(path, fault))
    }
  }

  /// Whether the name is the array's or may be that of a column of it.
  fileprivate func mayHold(_ name: String) -> Bool {
    switch content {
    case .success: true
    case .failure: name.hasPrefix(self.name) && name.dropFirst(self.name.count).allSatisfy(\.isWholeNumber)
    }
  }
}

extension FileFault.ForeignFormat {
  /// The format that the bytes begin as, where it is known and not read; nil for what may be text.
  init?(_ bytes: [UInt8]) {
    let beginnings: [(FileFault.ForeignFormat, [UInt8])] = [
      (.gzip, [0x1F, 0x8B]), (.bzip2, Array("BZh".utf8)), (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
      (.zstandard, [0x28, 0xB5, 0x2F, 0xFD]), (.hdf5, [0x89] + Array("HDF".utf8)), (.parquet, Array("PAR1".utf8)),
      (.pickle, [0x80, 0x02]), (.pickle, [0x80, 0x03]), (.pickle, [0x80, 0x04]), (.pickle, [0x80, 0x05]),
      (.pdf, Array("%PDF".utf8)), (.sqlite, Array("SQLite format".utf8)), (.utf16, [0xFF, 0xFE]),
      (.utf16, [0xFE, 0xFF]),
    ]
    if let known = beginnings.first(where: { bytes.starts(with: $0.1) }) {
      self = known.0
    } else if bytes.prefix(1024).contains(0) {
      self = .binary
    } else {
      return nil
    }
  }
}
