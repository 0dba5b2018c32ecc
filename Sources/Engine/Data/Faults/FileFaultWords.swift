extension FileFault {
  /// The fault in the reader's words, one line.
  func message(_ path: String) -> String {
    let file = quoted(path)
    return switch self {
    case .empty: "\(file) is empty"
    case .foreign(.binary): "\(file) is no file of data that can be read"
    case .foreign(let format): "\(file) is a \(format.rawValue) file"
    case .noRows: "\(file) has no rows"
    case .text(let fault): fault.message(file)
    case .array(let fault): fault.message(file)
    case .archive(let fault): fault.message(file)
    }
  }

  /// What can be done about it, each one line.
  var help: [String] {
    switch self {
    case .foreign(let format):
      switch format {
      case .gzip, .bzip2, .xz, .zstandard: ["unpack it first"]
      case .utf16: ["save it as UTF-8"]
      case .hdf5, .parquet, .pickle, .sqlite: ["export the columns as CSV, or the arrays as `.npy`"]
      case .pdf, .binary: ["CSV, TSV, `.npy`, uncompressed `.npz` and IDX files are read"]
      }
    case .text(let fault): fault.help
    case .array(let fault): fault.help
    case .archive(.compressed): ["save it with `np.savez`, not `np.savez_compressed`"]
    case .empty, .noRows, .archive: []
    }
  }
}

extension TextFault {
  fileprivate func message(_ file: String) -> String {
    switch self {
    case .encoding(let line): "\(file), line \(line) is not UTF-8"
    case .noHeader: "\(file) has no header: its first line holds numbers alone"
    case .semicolons: "\(file) has semicolons between its columns"
    case .repeatedColumn(let name, let first, let second):
      "\(file) has two columns \(quoted(name)): columns \(first) and \(second)"
    case .raggedRow(let line, let fields, let columns):
      "\(file), line \(line) has \(spelled(count: fields, "field", "fields")): "
        + "the header names \(spelled(count: columns, "column", "columns"))"
    case .unclosedQuote(let line): "\(file), line \(line): a quote is never closed"
    case .textAfterQuote(let line): "\(file), line \(line): text follows a closing quote"
    case .notANumber(let line, let column, let text):
      "\(file), line \(line): \(quoted(column)) is \(quoted(text)), which is not a number"
    case .tooLarge(let line, let column, let text):
      "\(file), line \(line): \(quoted(column)) is \(quoted(text)), which is too large"
    case .emptyField(let line, let column): "\(file), line \(line): \(quoted(column)) is empty"
    case .longName(let line, let bytes):
      "\(file), line \(line) has a text of \(spelled(count: bytes, "byte", "bytes")), too long for a name"
    }
  }

  fileprivate var help: [String] {
    switch self {
    case .encoding: ["save it as UTF-8"]
    case .noHeader: ["put a line with the names of the columns above them"]
    case .semicolons: ["separate the columns by commas or tabs, and write decimal points"]
    case .notANumber: ["text can be a target, not an input; a target is a class where its first entry is text"]
    case .repeatedColumn, .raggedRow, .unclosedQuote, .textAfterQuote, .tooLarge, .emptyField, .longName: []
    }
  }
}

extension ArrayFault {
  fileprivate func message(_ file: String) -> String {
    switch self {
    case .truncated(let needed, let there):
      "\(file) ends too early: it has \(spelled(Double(there))) of \(spelled(Double(needed))) bytes"
    case .trailing(let count): "\(file) goes on for \(spelled(count: count, "byte", "bytes")) after its last number"
    case .header(let place): "\(file) has a damaged header, at byte \(place)"
    case .lacks(let entry): "\(file) has a header without `\(entry)`"
    case .version(let major, let minor): "\(file) has version \(major).\(minor) of NumPy's format: 1.0 to 3.0 are read"
    case .elementType(let description): "\(file) holds \(Self.entries(description))"
    case .dimensions([]): "\(file) holds a single number, no rows"
    case .dimensions(let shape):
      "\(file) has \(shape.count) dimensions: "
        + shape.prefix(6).map(String.init).joined(separator: "×") + (shape.count > 6 ? "…" : "")
    case .absurdShape: "\(file) has a shape that no machine can hold"
    case .notFinite(let row, let column, let number): "\(file), row \(row): \(quoted(column)) is \(spelled(number))"
    }
  }

  fileprivate var help: [String] {
    switch self {
    case .dimensions(let shape): shape.isEmpty ? [] : ["save it with one row a sample: `x.reshape(len(x), -1)`"]
    case .elementType: ["whole numbers, floats up to 64 bits and booleans are read: save it with `.astype(float)`"]
    case .truncated, .trailing, .header, .lacks, .version, .absurdShape, .notFinite: []
    }
  }

  /// What a type of entries that is not read is called.
  private static func entries(_ description: String) -> String {
    let kinds: [Character: String] = [
      "c": "complex numbers", "S": "byte strings", "a": "byte strings", "U": "strings", "T": "strings",
      "O": "Python objects", "V": "raw bytes", "M": "dates", "m": "durations", "[": "records",
    ]
    let kind = description.first { $0.isLetter || $0 == "[" }.flatMap { kinds[$0] }
    return "\(kind ?? "entries of a type that is not read") (\(quoted(description)))"
  }
}

extension ArchiveFault {
  fileprivate func message(_ file: String) -> String {
    switch self {
    case .noDirectory: "\(file) is damaged: the archive has no directory"
    case .entry(let position): "\(file) is damaged: entry \(position) of the archive cannot be found"
    case .tooLarge: "\(file) is an archive of more than 4 GiB"
    case .several: "\(file) is one part of an archive of several"
    case .repeated(let name): "\(file) holds \(quoted(name)) twice"
    case .compressed: "\(file) is compressed"
    case .encrypted: "\(file) is encrypted"
    case .damaged: "\(file) is damaged: its checksum is another"
    case .noArrays: "\(file) holds no NumPy array"
    }
  }
}
