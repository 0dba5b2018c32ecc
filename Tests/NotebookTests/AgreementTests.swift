import Engine
import Formula
import Language
import Testing

@testable import Notebook

/// Modules that may not know of each other keep lists of the same names; these hold the lists together.
@Suite struct AgreementTests {
  @Test(arguments: Elementary.allCases) func formulaKnowsEveryElementaryFunction(_ function: Elementary) {
    #expect(Formula.Function(rawValue: function.rawValue) != nil)
  }

  @Test(arguments: Formula.Function.allCases) func engineKnowsEveryFunctionOfOneNumber(_ function: Formula.Function) {
    #expect(Elementary(rawValue: function.rawValue) != nil)
  }

  @Test(arguments: PairFunction.allCases) func engineKnowsEveryFunctionOfTwoNumbers(_ function: PairFunction) throws {
    let builtIn = try #require(BuiltIn(named: function.rawValue))
    #expect(builtIn.parameters.count >= 2)
  }

  @Test(arguments: Comparison.allCases) func theLanguageKnowsEveryComparison(_ comparison: Comparison) {
    #expect(BinaryOperator(rawValue: comparison.rawValue) != nil)
    #expect(BinaryOperation(rawValue: comparison.rawValue) != nil)
  }

  @Test(arguments: BinaryOperator.allCases) func engineKnowsEveryOperator(_ op: BinaryOperator) {
    #expect(BinaryOperation(rawValue: op.rawValue) != nil)
  }
}
