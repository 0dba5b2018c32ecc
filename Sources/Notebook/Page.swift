import Report

/// The outputs of one block as they follow one another; a picture and a working stand apart from the text around them.
struct Page {
  private(set) var blocks: [Report.Block] = []
  private var endsApart = false

  mutating func append(_ result: StatementResult) {
    var added = Presentation.blocks(of: result)
    if result.standsApart || endsApart, case .text? = blocks.last, case .text(let lines)? = added.first {
      added[0] = .text([""] + lines)
    }
    blocks += added
    endsApart = result.standsApart
  }
}

extension StatementResult {
  fileprivate var standsApart: Bool {
    switch self {
    case .picture, .working: true
    case .listing, .table, .expectation, .training, .line, .sheet: false
    }
  }
}
