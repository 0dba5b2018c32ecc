import Kernels
import Testing

@testable import Engine

/// Files that chance has damaged: each is read or refused in words, and leaves nothing charged behind.
struct MutationTests {
  private static let idx: [UInt8] = [0, 0, 0x0D, 2, 0, 0, 0, 3, 0, 0, 0, 2] + [UInt8](repeating: 0x3F, count: 24)

  private static let text = "\u{FEFF}a,\"b \"\"c\",d\r\n1,2.5e3,x\n\"-4\",  .5,\"y,z\"\n\n0.1,7.,x\n"

  private static let tabbed = "a\tb\td\n1\t2\t3\n-1e-5\t\"2\"\t0.30000000000000004\n"

  private static func seeds() throws -> [[UInt8]] {
    let names = ["f8-le.npy", "i2-be.npy", "version2.npy", "fortran.npy", "record.npy", "set.npz", "packed.npz"]
    return try names.map { try DataFixture.bytes($0) } + [idx, Array(text.utf8), Array(tabbed.utf8)]
  }

  /// Bytes that formats give a meaning to.
  private static let telling: [UInt8] =
    Array("\",;\n\r\t '{}()[]<>|-+.eE0123456789fiub\u{FEFF}".utf8) + [0, 1, 2, 0x7F, 0x80, 0xFF]

  private func mutated(_ bytes: [UInt8], _ draw: RandomStream) -> [UInt8] {
    var bytes = bytes
    let count = draw.integer(at: 0, below: 4) + 1
    for change in 0..<count {
      let index = 4 * change + 1
      let place = Int(draw.integer(at: index, below: UInt64(bytes.count)))
      let byte = Self.telling[Int(draw.integer(at: index + 1, below: UInt64(Self.telling.count)))]
      switch draw.integer(at: index + 2, below: 8) {
      case 0: bytes[place] ^= 1 << UInt8(draw.integer(at: index + 3, below: 8))
      case 1: bytes.insert(byte, at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeLast(min(place, 40))
      case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 9)], at: place)
      case 5: for near in place..<min(bytes.count, place + 4) { bytes[near] = 0xFF }
      case 6, 7: bytes[place] = byte
      default: break
      }
      if bytes.isEmpty { bytes = [byte] }
    }
    return bytes
  }

  @Test func everyFileIsReadOrRefused() throws {
    let budget = Budget(memory: 1 << 20, deadline: 1) { 0 }
    var reads = 0
    var faults: Set<String> = []
    for (number, seed) in try Self.seeds().enumerated() {
      let stream = RandomStream(seed: 3, purpose: .data, name: "mutation").part(UInt64(number))
      for round in 0..<600 as Range<UInt64> {
        let bytes = mutated(seed, stream.part(round))
        for (selection, classes) in [("", nil), ("-> d", nil), ("a -> d", true), ("m2", nil)] as [(String, Bool?)] {
          do throws(EngineFault) {
            let set = try DataSet(
              reading: [DataFile(path: "m", bytes: bytes)], ColumnSelection(selection, classes: classes),
              within: budget)
            reads += 1
            #expect(set.inputs.elements.allSatisfy { $0.isFinite })
            #expect(set.targets.elements.allSatisfy { $0.isFinite })
          } catch {
            faults.insert(error.message())
          }
        }
      }
      #expect(budget.used == 0)
    }
    // The mutations are mild enough that many files live.
    #expect(reads > 500)
    #expect(faults.count > 500)
    #expect(faults.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
  }

  /// Every file cut at every place.
  @Test func everyPrefix() throws {
    for seed in try Self.seeds() {
      for end in 0..<seed.count {
        let result = reading(Array(seed[..<end]), "m", "")
        #expect(!result.isEmpty)
      }
    }
  }
}
