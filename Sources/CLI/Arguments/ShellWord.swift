import SourceText

/// A path as a POSIX shell reads it back: as it is where no character is special, else in quotes.
func shellWord(_ path: Path) -> String {
  if path.bytes.isEmpty { return "''" }
  // What begins with a dash would be read as a flag.
  if path.bytes.first == UInt8(ascii: "-"), !path.isStandardStream {
    return shellWord(Path(Array("./".utf8) + path.bytes))
  }
  if path.bytes.allSatisfy(isPlain) { return path.text }
  // What cannot be shown as it is (control characters, bytes that are no UTF-8) goes through $'…' of bash, zsh and ksh.
  let isShowable = visibleText(path.text).utf8.elementsEqual(path.bytes)
  if isShowable {
    return "'" + path.text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
  return path.bytes.reduce("$'") { $0 + escaped($1) } + "'"
}

private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "/._-+,:@%".utf8.contains(byte)
  }
}

private func escaped(_ byte: UInt8) -> String {
  switch byte {
  case UInt8(ascii: "'"), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
  case 0x20..<0x7F: String(UnicodeScalar(byte))
  default: "\\" + octal(byte)
  }
}

/// Three octal digits.
func octal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 8)
  return String(repeating: "0", count: 3 - digits.count) + digits
}
