/// Which of many things are shown: the first and the last of them, and between them an ellipsis for the rest.
struct Abridgement: Equatable {
  let head: Range<Int>
  let tail: Range<Int>

  /// All of `count` where at most `limit` places are to be had, else as many as leave a place for the ellipsis, three
  /// quarters of them at the beginning.
  init(_ count: Int, limit: Int) {
    if count <= limit {
      head = 0..<count
      tail = count..<count
    } else {
      let last = limit / 4
      head = 0..<(limit - 1 - last)
      tail = (count - last)..<count
    }
  }

  var leavesOut: Bool { head.upperBound < tail.lowerBound }

  /// What is shown, in order; nil is the ellipsis.
  var places: [Int?] {
    leavesOut ? head.map(Optional.some) + [nil] + tail.map(Optional.some) : head.map(Optional.some)
  }

  var shown: [Int] { Array(head) + Array(tail) }
}
