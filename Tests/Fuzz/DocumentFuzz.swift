/// What libFuzzer calls with each text it thinks of: every law must hold for it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDocument(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let broken = brokenLaws(of: bytes)
  if !broken.isEmpty { fatalError(broken.joined(separator: "\n")) }
  return 0
}
