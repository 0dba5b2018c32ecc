extension Signature {
  /// The figures in the order of the parameters, what is left out being its standard.
  func figures(_ arguments: [(name: String?, value: Double)]) throws(EngineFault) -> [Double] {
    let places: [Double?]
    do throws(ArrangementFault) {
      places = try parameters.arrange(arguments)
    } catch {
      throw .network(fault(error))
    }
    return zip(parameters, places).map { parameter, figure in
      guard let figure = figure ?? parameter.standard else {
        preconditionFailure("a setting that may be left out has a standard")
      }
      return figure
    }
  }

  private func fault(_ fault: ArrangementFault) -> NetworkFault {
    switch fault {
    case .tooMany(let given): .tooManySettings(self, given: given)
    case .unknown(let name): .unknownSetting(self, name: name)
    case .repeated(let name): .repeatedSetting(self, name: name)
    case .missing(let name): .missingSetting(self, name: name)
    }
  }
}
