import Testing

@Suite struct DocumentLawTests {
  @Test(arguments: 0..<8) func `generated documents`(batch: Int) {
    var failures = 0
    for seed in batch * 2_000..<(batch + 1) * 2_000 where failures < 3 {
      var generator = DocumentGenerator(seed: UInt64(seed))
      let document = generator.document()
      let broken = brokenLaws(of: document)
      if !broken.isEmpty { failures += 1 }
      #expect(broken == [], "seed \(seed): \(String(decoding: document, as: UTF8.self).debugDescription)")
    }
  }
}
