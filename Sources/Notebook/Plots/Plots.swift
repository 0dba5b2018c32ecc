import Language

/// Which plot a statement asks for.
extension Outputs {
  func plot(_ kind: PlotKind, _ output: Output) throws(Mistakes) -> StatementResult {
    switch kind {
    case .lines: try curves(output)
    case .scatter: try scatter(output)
    case .histogram: try histogram(output)
    case .heatmap: try heatMap(output)
    case .bars: try bars(output)
    }
  }
}
