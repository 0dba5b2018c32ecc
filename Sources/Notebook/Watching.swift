import Engine

extension Conditions {
  /// Who looks on while a network of that name is trained.
  func watch(_ network: String) -> Watch {
    let report = reportProgress
    return Watch(report: { report(network, $0, $1, $2) })
  }
}
