import Report

/// The outputs of one block as they follow one another; a picture stands apart from the text around it.
struct Page {
  private(set) var blocks: [Report.Block] = []
  private var endsInPicture = false

  mutating func append(_ result: StatementResult) {
    let isPicture = if case .picture = result { true } else { false }
    var added = Presentation.blocks(of: result)
    if isPicture || endsInPicture, case .text? = blocks.last, case .text(let lines)? = added.first {
      added[0] = .text([""] + lines)
    }
    blocks += added
    endsInPicture = isPicture
  }
}
