import CKernels

/// A vector unit that the kernels are compiled for. All give the same bits; they differ in speed alone.
package enum VectorLevel: String, CaseIterable, Sendable {
  case baseline, avx2, avx512, neon

  /// The levels that this processor has, narrowest first.
  package static let available: [VectorLevel] = allCases.filter { unsafe ck_level_named($0.name) != nil }

  /// The level that the kernels of this process use: the one that the environment variable `TALLY_CPU` names, else the
  /// widest. Throws where the variable names a level that does not exist or that this processor lacks.
  package static func selected() throws(UnavailableLevel) -> VectorLevel {
    try selection.get()
  }

  static var widest: VectorLevel {
    guard let level = available.last else { preconditionFailure("every processor has a level") }
    return level
  }

  /// Made once: what a process computed cannot change its bits' origin half-way.
  private static let selection: Result<VectorLevel, UnavailableLevel> = {
    guard let requested = unsafe ck_requested_level() else { return .success(widest) }
    return choose(unsafe String(cString: requested))
  }()

  /// The level of a name, where this processor has it. An empty name asks for nothing.
  static func choose(_ name: String) -> Result<VectorLevel, UnavailableLevel> {
    if name.isEmpty { return .success(widest) }
    guard let level = VectorLevel(rawValue: name), available.contains(level) else {
      return .failure(UnavailableLevel(requested: name))
    }
    return .success(level)
  }

  var name: ck_level_name {
    switch self {
    case .baseline: CK_BASELINE
    case .avx2: CK_AVX2
    case .avx512: CK_AVX512
    case .neon: CK_NEON
    }
  }
}

/// The level asked for by `TALLY_CPU` is none, or not one of this processor.
package struct UnavailableLevel: Error, Equatable {
  package let requested: String
  package var available: [VectorLevel] { VectorLevel.available }
}
