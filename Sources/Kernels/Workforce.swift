import CKernels

/// The threads that a large computation may use beside the one that asks for it.
package enum Workforce {
  /// At most `threads` threads for one computation, the calling one counted; 1 until this is called. The number changes
  /// no bit of any result. Computations that find the others busy do without them.
  package static func limit(to threads: Int) {
    precondition(threads > 0, "the calling thread is always one")
    ck_set_workforce(threads)
  }
}
