import SourceText

extension NetworkDiagram {
  /// The lines of the picture. Where the layers have weights, each neuron is drawn with the edges that come to it, and its
  /// weights on them; else the layers side by side, a bar for edges from all to all.
  package var text: [String] {
    let heading = title.map { [" " + $0.onOneLine, ""] } ?? []
    let showsWeights = layers.contains { $0.weights != nil }
    let picture = showsWeights ? NeuronView(self).lines : LayerView(self).lines
    let formulas = showsFormulas ? [""] + NeuronFormulas(self).lines : []
    return heading + picture + formulas
  }
}
