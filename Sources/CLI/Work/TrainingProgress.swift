import SourceText
import Synchronization

/// The line on a terminal that says how a long training goes. It appears after a second, changes ten times a second at the
/// most, and is wiped before anything else is printed.
final class TrainingProgress: Sendable {
  private let world: World
  private let isShown: Bool
  private let state: Mutex<State>

  private struct State {
    var begun: UInt64
    var last: UInt64 = 0
    var isOnScreen = false
  }

  private static let patience: UInt64 = 1_000_000_000
  private static let interval: UInt64 = 100_000_000

  /// Shows nothing where standard error is no terminal.
  init(_ invocation: Invocation, in world: World) {
    self.world = world
    isShown = world.errors.isTerminal && !invocation.quiet
    state = Mutex(State(begun: world.clock()))
  }

  /// Told now and then; the epoch counts from 1.
  func report(_ network: String, epoch: Int, of epochs: Int, loss: Double?) {
    guard isShown else { return }
    let now = world.clock()
    let isDue = state.withLock { state in
      guard now &- state.begun >= Self.patience, now &- state.last >= Self.interval else { return false }
      state.last = now
      state.isOnScreen = true
      return true
    }
    guard isDue else { return }
    let figure = loss.map { ", loss \($0)" } ?? ""
    write("\r\u{1B}[Ktraining \(visibleText(network)): epoch \(epoch) of \(epochs)\(figure)")
  }

  /// Takes the line away.
  func wipe() {
    let wasOnScreen = state.withLock { state in
      defer { state.isOnScreen = false }
      return state.isOnScreen
    }
    if wasOnScreen { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    // A terminal that takes no more has nobody to be told.
    try? world.errors.write(Array(text.utf8))
  }
}
