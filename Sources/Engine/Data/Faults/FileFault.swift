/// What is wrong in a file of data.
package enum FileFault: Error, Hashable, Sendable {
  // Any file.
  case empty
  /// A kind of file that is not read, as a reader would name it, and what to do instead.
  case foreign(ForeignFormat)
  /// Columns, but no sample.
  case noRows

  // Text. Lines count from 1, the header's being the first.
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

  // Arrays.
  /// The file ends within what it should hold.
  case truncated(needed: Int, there: Int)
  /// Bytes after what it should hold.
  case trailing(Int)
  case header(HeaderFault)
  case version(major: UInt8, minor: UInt8)
  /// A type of entries that is not read, as the file spells it.
  case elementType(String)
  case dimensions([Int])
  /// A shape beyond what can be counted.
  case absurdShape
  /// An entry that is no finite number; row and column from 1.
  case notFinite(row: Int, column: String, Double)

  // Archives.
  case archive(ArchiveFault)
  case compressed
  case encrypted
  case damaged
  case noArrays

  /// Files that are met where data are expected.
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

  /// What is wrong in the header of a NumPy file.
  package enum HeaderFault: Hashable, Sendable {
    /// It cannot be read, from that byte of the file on.
    case syntax(at: Int)
    /// It lacks an entry.
    case lacks(String)
  }

  /// What is wrong in the directory of an archive.
  package enum ArchiveFault: Hashable, Sendable {
    case noDirectory
    /// The entry with that number, from 1, leads outside the file or is none.
    case entry(Int)
    case tooLarge
    case several
    case repeated(String)
  }
}
