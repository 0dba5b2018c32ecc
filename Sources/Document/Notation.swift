/// How Tally's own signs are written in a note. All of them are HTML comments, so no renderer shows them.
enum Notation {
  static let language = bytes("nn")

  static let regionStart = bytes("<!-- nn:out -->")
  static let regionStartStem = bytes("<!-- nn:")
  static let regionEndStem = bytes("<!-- /nn:")
  static let regionEndOpening = bytes("<!-- /nn:out ")

  /// Lets the block that follows, or that it stands in, be wrong on purpose.
  static let exemption = bytes("<!-- nn:ignore -->")

  static let valueStart = bytes("<!--=")
  static let valueEndStem = bytes("<!--/")
  static let valueEnd = bytes("<!--/-->")

  static let commentStart = bytes("<!--")
  static let commentEnd = bytes("-->")

  /// Stands for a blank line where a blank line would loosen a list.
  static let separator = bytes("<!-- -->")

  /// Stands above and below a displayed formula.
  static let formulaFence = bytes("$$")

  /// What any note that concerns Tally holds, fences apart.
  static let mentions = [valueStart, valueEndStem, regionStartStem, regionEndStem]

  /// The closing comment of a region.
  static func regionEnd(checksum: String) -> [UInt8] {
    regionEndOpening + Array(checksum.utf8) + [.space] + commentEnd
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
