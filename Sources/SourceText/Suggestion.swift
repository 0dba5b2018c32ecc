/// Finds the name that was probably meant.

/// The candidate nearest to `word`, or nil where none is near: at most a third of the letters differ (one at least), a
/// swap of neighbours counting once. Of equally near ones the first in the given order.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word.unicodeScalars)
  guard !letters.isEmpty, letters.count <= 64 else { return nil }
  let allowed = max(1, letters.count / 3)
  var best: (distance: Int, name: String)?
  for candidate in candidates where candidate != word {
    let other = Array(candidate.unicodeScalars)
    guard abs(other.count - letters.count) <= allowed else { continue }
    let distance = editDistance(letters, other)
    // Replacing every letter of a short word is no resemblance.
    guard distance <= allowed, distance < max(letters.count, other.count) else { continue }
    if distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.name
}

/// The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var row = last
  for i in a.indices {
    row[0] = i + 1
    for j in b.indices {
      let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
      row[j + 1] = min(replaced, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1) }
    }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count]
}
