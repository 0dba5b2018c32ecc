import SourceText
import Testing

@testable import Language

/// Code with its faults marked, and all that a reader is told about it.
struct Mistake: CustomTestStringConvertible, Sendable {
  let source: String
  let rendering: String

  init(_ source: String, _ rendering: String) {
    self.source = source
    self.rendering = rendering
  }

  var testDescription: String { source }
}

/// Every kind of mistake as its reader sees it.
@Suite struct MistakeTests {
  @Test(
    arguments: [
      lexicalMistakes, foreignOperatorMistakes, characterMistakes, operatorMistakes, juxtapositionMistakes,
      bracketMistakes,
      listMistakes, definitionMistakes, severalNamesMistakes, otherStatementMistakes, outputMistakes, tableMistakes,
      dataMistakes, columnMistakes, dataRowMistakes, dataFileMistakes, netMistakes, layerMistakes, trainingMistakes,
      trainingOptionMistakes, tableKindMistakes, plotMistakes, workingMistakes, loopMistakes, loopValueMistakes,
      loopBodyMistakes, collectionMistakes, recoveryMistakes,
    ].joined())
  func isToldOnceAtItsPlace(mistake: Mistake) {
    let source = MarkedSource(mistake.source)
    let diagnostics = Program.parse(source.code).diagnostics
    #expect(diagnostics.map(\.range) == source.marks)
    #expect(diagnostics.allSatisfy { $0.kind == .syntax })
    #expect(source.rendering(diagnostics) == mistake.rendering)
  }

  @Test(arguments: inlineMistakes)
  func isToldOfInlineValues(mistake: Mistake) {
    let source = MarkedSource(mistake.source)
    let (code, diagnostics) = InlineCode.parse(source.code)
    #expect(code == nil)
    #expect(diagnostics.map(\.range) == source.marks)
    #expect(source.rendering(diagnostics) == mistake.rendering)
  }

  @Test func bytesThatAreNotText() {
    let code: [UInt8] = Array("x = ".utf8) + [0xC3, 0x28]
    #expect(Program.parse(code).diagnostics == [Diagnostic(.syntax, at: 4..<5, "this byte is not UTF-8 text")])
  }
}
