/// What of a network's working is wanted: `layer=2`, `neuron=1`, `only=[w5, b1]`. Layers count from 1, places within them
/// from 0.
struct Wanted {
  var layer: Int?
  var neuron: Int?
  /// Nil for all.
  var parts: [Part]?

  /// One entry of `only=`.
  struct Part: Equatable {
    let quantity: Quantity
    /// What the author called it, where that is a name of its own (`w5`).
    let label: String?
  }

  enum Quantity: Equatable {
    case loss
    /// z, a or δ of a layer, or of one of its neurons.
    case field(Field, layer: Int, neuron: Int?)
    /// A parameter array, or one entry of it.
    case parameter(String, [Int]?)
    /// Its gradient alone.
    case gradient(String, [Int]?)
  }

  enum Field: String, CaseIterable {
    case z, a, δ
  }

  static let everything = Wanted()

  var isEverything: Bool { layer == nil && neuron == nil && parts == nil }

  /// Whether single neurons or entries are asked for, however large their layer.
  var isNarrow: Bool {
    neuron != nil
      || parts?.contains {
        switch $0.quantity {
        case .loss: false
        case .field(_, _, let neuron): neuron != nil
        case .parameter(_, let places), .gradient(_, let places): places != nil
        }
      } ?? false
  }

  var showsLoss: Bool {
    guard let parts else { return layer == nil && neuron == nil }
    return parts.contains { $0.quantity == .loss }
  }

  private func holds(layer: Int, neuron: Int) -> Bool {
    (self.layer ?? layer) == layer && (self.neuron ?? neuron) == neuron
  }

  /// Whether that field of a neuron is worked. The δ of a neuron goes with its parameters.
  func shows(_ field: Field, layer: Int, neuron: Int) -> Bool {
    guard holds(layer: layer, neuron: neuron) else { return false }
    guard let parts else { return true }
    return parts.contains {
      switch $0.quantity {
      case .loss, .gradient: false
      case .field(field, layer, let place): place == nil || place == neuron
      case .field: false
      case .parameter(let name, let places):
        field == .δ && (name == "W\(layer)" || name == "b\(layer)") && (places == nil || places?.first == neuron)
      }
    }
  }

  /// Whether the gradient of an entry of a parameter array is worked; `layer` is the array's number.
  func showsGradient(_ name: String, layer: Int, _ places: [Int]) -> Bool {
    shows(name, layer, places) {
      switch $0 {
      case .parameter(let name, let places), .gradient(let name, let places): (name, places)
      case .loss, .field: nil
      }
    }
  }

  /// Whether the update of an entry of a parameter array is worked.
  func showsUpdate(_ name: String, layer: Int, _ places: [Int]) -> Bool {
    shows(name, layer, places) {
      if case .parameter(let name, let places) = $0 { (name, places) } else { nil }
    }
  }

  private func shows(
    _ name: String, _ layer: Int, _ places: [Int], _ chosen: (Quantity) -> (String, [Int]?)?
  ) -> Bool {
    guard holds(layer: layer, neuron: places[0]) else { return false }
    guard let parts else { return true }
    return parts.contains {
      guard let (array, entry) = chosen($0.quantity) else { return false }
      return array == name && (entry == nil || entry == places)
    }
  }

  /// What the author calls an entry, where `only` names it so.
  func label(_ name: String, _ places: [Int]) -> String? {
    parts?.first { $0.quantity == .parameter(name, places) }?.label
  }
}
