/// What is wrong in a file of data.
package enum FileFault: Error, Hashable, Sendable {
  case empty
  /// A kind of file that is not read.
  case foreign(ForeignFormat)
  /// Columns, but no sample.
  case noRows
  case text(TextFault)
  case array(ArrayFault)
  case archive(ArchiveFault)

  /// Files that are met where data are expected, as messages call them.
  package enum ForeignFormat: String, Sendable, CaseIterable {
    case gzip, bzip2, xz
    case zstandard = "Zstandard"
    case hdf5 = "HDF5"
    case parquet = "Parquet"
    case pickle = "Python pickle"
    case pdf = "PDF"
    case sqlite = "SQLite"
    case utf16 = "UTF-16"
    /// No text, and nothing that is known.
    case binary
  }
}

/// What is wrong in delimited text. Lines count from 1, the header's being the first.
package enum TextFault: Hashable, Sendable {
  case encoding(line: Int)
  /// The first line holds numbers, not names.
  case noHeader
  /// Columns that semicolons separate.
  case semicolons
  case repeatedColumn(String, first: Int, second: Int)
  case raggedRow(line: Int, fields: Int, columns: Int)
  case unclosedQuote(line: Int)
  case textAfterQuote(line: Int)
  case notANumber(line: Int, column: String, text: String)
  case tooLarge(line: Int, column: String, text: String)
  case emptyField(line: Int, column: String)
  /// So many bytes where a name of a column or a class belongs.
  case longName(line: Int, bytes: Int)
}

/// What is wrong in an array of a binary file.
package enum ArrayFault: Hashable, Sendable {
  /// The file ends within what it should hold; bytes.
  case truncated(needed: Int, there: Int)
  /// So many bytes after what it should hold.
  case trailing(Int)
  /// The header cannot be read from that byte of the array on.
  case header(at: Int)
  /// The header lacks an entry.
  case lacks(String)
  case version(major: UInt8, minor: UInt8)
  /// A type of entries that is not read, as the file spells it.
  case elementType(String)
  case dimensions([Int])
  /// A shape beyond what can be counted.
  case absurdShape
  /// An entry that is no finite number; the row from 1.
  case notFinite(row: Int, column: String, Double)
}

/// What is wrong in an archive of arrays.
package enum ArchiveFault: Hashable, Sendable {
  case noDirectory
  /// The entry with that number, from 1, leads outside the file or into another.
  case entry(Int)
  case tooLarge
  /// One part of several.
  case several
  case repeated(String)
  case compressed
  case encrypted
  /// The checksum is another.
  case damaged
  case noArrays
}
