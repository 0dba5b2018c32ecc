import CSystem

/// Worker threads with a stack of known size: what a note may nest must not depend on how the shell was set up.
enum Threads {
  static let stackSize = 8 << 20

  /// Runs `body` on up to `count` threads and returns when all have ended.
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    let work = Work(body)
    let error = withExtendedLifetime(work) {
      unsafe tally_run_threads(
        Int32(count), stackSize,
        { context in
          guard let context = unsafe context else { preconditionFailure("a thread starts with its work") }
          unsafe Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().body()
        }, Unmanaged.passUnretained(work).toOpaque())
    }
    // A system that is out of threads still has this one.
    if error != 0 { body() }
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }
}

/// A value that one thread at a time may see, and that a thread can wait to change.
@safe final class Monitor<State>: @unchecked Sendable {
  private var state: State
  private let lock: OpaquePointer

  init(_ state: State) {
    self.state = state
    guard let lock = unsafe tally_lock_new() else { preconditionFailure("a lock is made or the process ends") }
    unsafe self.lock = unsafe lock
  }

  deinit { unsafe tally_lock_free(lock) }

  /// Changes the state, once it satisfies a condition, and tells whoever waits.
  func change<Result>(
    once isReady: (State) -> Bool = { _ in true }, _ body: (inout State) -> Result
  ) -> Result {
    unsafe tally_lock_acquire(lock)
    defer {
      unsafe tally_lock_announce(lock)
      unsafe tally_lock_release(lock)
    }
    while !isReady(state) { unsafe tally_lock_wait(lock) }
    return body(&state)
  }
}
