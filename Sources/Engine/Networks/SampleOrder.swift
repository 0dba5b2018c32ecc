/// The order in which an epoch's batches take the samples.
package enum SampleOrder: Sendable {
  /// As they stand in the set.
  case standing
  /// Drawn anew in each epoch from the network's seed. A batch that is the whole set keeps them as they stand.
  case shuffled
  /// For each epoch the places of all samples, from 0, one after another.
  case given([[Int]])

  /// Throws where a given order is none: it must have every epoch, and there each sample once.
  func check(_ set: Samples, epochs: Int) throws(EngineFault) {
    guard case .given(let orders) = self else { return }
    guard orders.count == epochs else { throw .network(.orders(wants: epochs, given: orders.count)) }
    // The epoch, counted from 1, in which a sample has been seen last.
    var seen = [Int](repeating: 0, count: set.count)
    for (epoch, order) in zip(1..., orders) {
      for place in order {
        guard seen.indices.contains(place), seen[place] < epoch else {
          throw .network(.order(epoch: epoch, set: set.name, samples: set.count))
        }
        seen[place] = epoch
      }
      guard order.count == set.count else {
        throw .network(.order(epoch: epoch, set: set.name, samples: set.count))
      }
    }
  }
}
