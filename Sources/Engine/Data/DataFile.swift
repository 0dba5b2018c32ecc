/// A file of data as the world outside hands it over.
package struct DataFile: Sendable {
  /// As the note spells it; messages do too.
  package let path: String
  /// All that is in it. Whoever read it has charged for it.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
