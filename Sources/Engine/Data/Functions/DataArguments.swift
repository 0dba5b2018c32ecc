extension DataFunction {
  /// Puts arguments, some given by name, in the order of the parameters; nil at the places of those left out.
  package func arrange<Argument>(_ arguments: [(name: String?, value: Argument)]) throws(EngineFault) -> [Argument?] {
    do throws(ArrangementFault) {
      return try parameters.arrange(arguments)
    } catch {
      throw .data(.function(self, DataFunctionFault(error)))
    }
  }
}

extension DataFunctionFault {
  fileprivate init(_ fault: ArrangementFault) {
    switch fault {
    case .tooMany(let given): self = .arity(given: given)
    case .unknown(let name): self = .unknownParameter(name: name)
    case .repeated(let name): self = .repeatedParameter(name: name)
    case .missing(let name): self = .missingParameter(name: name)
    }
  }
}
