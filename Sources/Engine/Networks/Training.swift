import Kernels

extension Network {
  /// Trains the network in place. After a fault what it holds is of no use: keep a copy of what is still wanted.
  package mutating func train(
    on samples: Samples, _ settings: TrainingSettings, within budget: Budget, watch: Watch = .none
  ) throws(EngineFault) -> TrainingRun {
    try check(settings)
    try check(samples, settings.loss)
    try settings.order.check(samples, epochs: settings.epochs)
    classes = samples.classes
    if let validation = settings.validation { try check(validation, settings.loss) }
    try checkBatches(of: samples, settings)
    var training = try Training(self, samples, settings, within: budget)
    try own(within: budget)
    if memory?.optimizer != settings.optimizer {
      memory = nil
      memory = try OptimizerMemory(settings.optimizer, count: parameterCount, within: budget)
    }
    while try training.advance(&self, watch) {}
    return training.finish(&self)
  }

  /// One update on all samples. Everything of it stays in `lastUpdate`.
  package mutating func step(
    on samples: Samples, _ settings: TrainingSettings, within budget: Budget
  ) throws(EngineFault) -> TrainingRun {
    var single = settings
    (single.epochs, single.batch, single.order) = (1, nil, .standing)
    (single.validation, single.patience) = (nil, nil)
    return try train(on: samples, single, within: budget)
  }
}

/// A training on its way: which update is next, what the losses were, and when to look at the clock.
struct Training {
  private let samples: Samples
  private let settings: TrainingSettings
  private let budget: Budget
  private let machine: ChargedMachine
  private let judge: ChargedMachine?
  private let rule: RuleKernel
  private let batch: Int
  /// Whether each epoch takes the samples in an order of its own.
  private let reorders: Bool
  private let updatesPerEpoch: Int
  private let total: Int
  /// Updates between two looks at the clock.
  private let portion: Int
  private let reservation: Reservation
  private var rows: MachineSamples
  private var rate: LearningRate
  private var done = 0
  private var rates: [Double]
  private var losses: [Double]
  /// The losses of the epoch so far, times their batches' sizes.
  private var epochSum = 0.0
  private var history: [Double] = []
  private var validation: [Double] = []
  private var best: (epoch: Int, loss: Double, parameters: [Double], running: [Double])?
  private var past: Past?
  private var stop = TrainingRun.Stop.complete

  init(
    _ network: borrowing Network, _ samples: Samples, _ settings: TrainingSettings, within budget: Budget
  ) throws(EngineFault) {
    let count = samples.count
    batch = min(settings.batch ?? count, count)
    reorders =
      switch settings.order {
      case .standing: false
      case .shuffled: batch < count
      case .given: true
      }
    updatesPerEpoch = (count + batch - 1) / batch
    let cost = network.layout.cost
    let judged = Double(settings.validation?.count ?? 0) / 3
    // At least: patience may end it after so many epochs, and an update by lbfgs may do with one gradient.
    let epochs = settings.patience.map { min(settings.epochs, $0 + 1) } ?? settings.epochs
    try budget.charge(cost: cost * (Double(count) + judged) * Double(epochs))
    guard settings.epochs < Int.max / updatesPerEpoch else { throw .cost(multiplications: .infinity) }
    total = settings.epochs * updatesPerEpoch
    portion = max(1, min(1024, total, Int(Network.portion / 8 / (cost * Double(batch)))))
    var bytes = 16 * Double(settings.epochs) + 16 * Double(portion)
    if reorders { bytes += 4 * Double(count) }
    if settings.patience != nil { bytes += 8 * Double(network.parameterCount) }
    reservation = try Reservation(bytes, within: budget)
    machine = try network.machine(batch: batch, loss: settings.loss.kernel, trains: true, within: budget)
    judge = try settings.validation.map { (set) throws(EngineFault) in
      try network.machine(batch: min(set.count, Network.piece), loss: settings.loss.kernel, within: budget)
    }
    rule = network.rule(settings)
    rows = samples.rows
    rate = LearningRate(settings.optimizer.learningRate, settings.schedule, total: total)
    rates = [Double](repeating: settings.optimizer.learningRate, count: portion)
    losses = rates
    history.reserveCapacity(settings.epochs)
    (self.samples, self.settings, self.budget) = (samples, settings, budget)
  }

  /// Whether something is to be done at the end of every epoch that updates cannot run across.
  private var pausesAfterEpochs: Bool {
    if case .plateau = settings.schedule { return true }
    return reorders || settings.validation != nil
  }

  /// Whether the update may turn out to have been the last, so that all of it must be kept.
  private func isLast(_ update: Int) -> Bool {
    update == total - 1 || settings.patience != nil && update % updatesPerEpoch == updatesPerEpoch - 1
  }

  /// How many updates, from the next one on, can be done in one go.
  private var stretch: Int {
    if isLast(done) { return 1 }
    let untilPause = pausesAfterEpochs ? updatesPerEpoch - done % updatesPerEpoch : total - done
    let end = done + untilPause
    return min(portion, isLast(end - 1) ? untilPause - 1 : untilPause)
  }

  // MARK: On the way

  /// Carries out the next stretch of updates; false where there is none.
  mutating func advance(_ network: inout Network, _ watch: Watch) throws(EngineFault) -> Bool {
    guard done < total, stop == .complete else { return false }
    let (epoch, position) = done.quotientAndRemainder(dividingBy: updatesPerEpoch)
    if position == 0, reorders { reorder(network, epoch: epoch) }
    let count = stretch
    for i in 0..<count where !rate.isConstant {
      let update = done + i
      rates[i] = rate.rate(update: update, epoch: update / updatesPerEpoch)
    }
    let keeps = isLast(done) && network.parameterCount <= Past.largest
    let before = keeps ? network.state : nil
    let finished = try update(&network, count: count, position: position)
    try budget.checkDeadline()
    guard finished == count else { throw divergence(network, after: finished) }
    if isLast(done) { past = try leave(network, before: before) }
    book(count)
    done += count
    network.updates += UInt64(count)
    if done % updatesPerEpoch == 0, pausesAfterEpochs { endEpoch(&network) }
    network.epochs += UInt64(done / updatesPerEpoch - epoch)
    try budget.checkDeadline()
    if watch.isCancelled() { throw .network(.cancelled) }
    watch.report(done / updatesPerEpoch + 1, settings.epochs, history.last)
    return true
  }

  /// The order of the epoch that begins takes the place of the last one's.
  private mutating func reorder(_ network: borrowing Network, epoch: Int) {
    if rows.order.isEmpty { rows.order = [UInt32](repeating: 0, count: samples.count) }
    switch settings.order {
    case .standing: break
    case .shuffled: network.shuffle(&rows.order)
    case .given(let orders): for (place, row) in orders[epoch].enumerated() { rows.order[place] = UInt32(row) }
    }
  }

  private mutating func update(_ network: inout Network, count: Int, position: Int) throws(EngineFault) -> Int {
    guard network.memory != nil else { preconditionFailure("a training without its optimizer") }
    if settings.optimizer.rule == .lbfgs {
      return try updateByLBFGS(&network, count: count, position: position)
    }
    machine.kernel.updates = network.updates
    return network.run(
      machine.kernel, rule, rows, batch: batch, start: position * batch, rates, &losses, count: count,
      stops: !settings.allowsDivergence)
  }

  /// The losses that updates started from go into their epochs'.
  private mutating func book(_ count: Int) {
    if settings.allowsDivergence { for i in 0..<count where losses[i].isNaN { losses[i] = .nan } }
    if updatesPerEpoch == 1 {
      history.append(contentsOf: losses[0..<count])
      return
    }
    for i in 0..<count {
      let position = (done + i) % updatesPerEpoch
      let isLast = position == updatesPerEpoch - 1
      epochSum += losses[i] * Double(isLast ? samples.count - position * batch : batch)
      guard isLast else { continue }
      let mean = epochSum / Double(samples.count)
      history.append(mean.isNaN ? .nan : mean)
      epochSum = 0
    }
  }

  private mutating func endEpoch(_ network: inout Network) {
    rate.epochEnded(loss: history[history.count - 1])
    guard let set = settings.validation, let judge else { return }
    let loss = network.judged(judge.kernel, set.rows)
    validation.append(loss)
    guard let patience = settings.patience else { return }
    if best == nil || loss < best?.loss ?? .infinity {
      best = (history.count, loss, network.parameters, network.running)
    } else if history.count - (best?.epoch ?? 0) >= patience {
      stop = .patience(best: best?.epoch ?? 0)
    }
  }

  /// Puts what stays into the network.
  mutating func finish(_ network: inout Network) -> TrainingRun {
    if settings.patience != nil, let best {
      (network.parameters, network.running) = (best.parameters, best.running)
    }
    past?.history = history
    past?.validation = validation
    network.past = past
    return TrainingRun(history: history, validation: validation, updates: done, stop: stop)
  }

  // MARK: What the last update found

  /// The places of an update's batch among the samples.
  private func sampleRows(_ update: Int) -> [Int] {
    let start = update % updatesPerEpoch * batch
    let places = start..<min(start + batch, samples.count)
    return rows.order.isEmpty ? Array(places) : places.map { Int(rows.order[$0]) }
  }

  private func leave(
    _ network: borrowing Network, before: (parameters: [Double], moments: [Double])?
  ) throws(EngineFault) -> Past {
    let chosen = sampleRows(done)
    let widths = Double(network.layout.layers.reduce(0) { $0 + 3 * $1.outputs })
    let columns = Double(samples.inputs.columns + samples.targets.columns)
    let kept = before.map { 2 * Double($0.parameters.count + $0.moments.count) } ?? 0
    let reservation = try Reservation(
      8 * (Double(chosen.count) * (widths + columns) + Double(network.parameterCount) + kept), within: budget)
    let layers = network.layout.layers.indices.map { layer in
      (
        z: machine.kernel.z(of: layer, samples: chosen.count).withoutSigns,
        a: machine.kernel.a(of: layer, samples: chosen.count).withoutSigns,
        δ: machine.kernel.δ(of: layer, samples: chosen.count).withoutSigns
      )
    }
    return Past(
      history: [], validation: [], settings: settings, samples: chosen.count,
      inputs: samples.inputs.taking(chosen), targets: samples.targets.taking(chosen), layers: layers,
      gradient: machine.kernel.gradient, lossValue: losses[0], rate: rates[0],
      clipFactor: network.memory?.rule.factor ?? 1, count: Int(network.memory?.rule.count ?? 0), before: before,
      after: before == nil ? nil : network.state, reservation: reservation)
  }

  private func divergence(_ network: borrowing Network, after finished: Int) -> EngineFault {
    let update = done + finished
    let count = sampleRows(update).count
    let layer = network.layout.dense.firstIndex { layer in
      let found = machine.kernel.z(of: layer, samples: count) + machine.kernel.a(of: layer, samples: count)
      return !found.allSatisfy(\.isFinite)
    }
    return .network(
      .divergence(
        network: network.name, loss: losses[finished], epoch: update / updatesPerEpoch + 1,
        batch: updatesPerEpoch == 1 ? nil : update % updatesPerEpoch + 1, layer: layer.map { $0 + 1 }))
  }
}

extension Training {
  private mutating func updateByLBFGS(
    _ network: inout Network, count: Int, position: Int
  ) throws(EngineFault) -> Int {
    for i in 0..<count {
      machine.kernel.updates = network.updates + UInt64(i)
      let chosen = sampleRows(done + i)
      let (inputs, targets) = (samples.inputs.taking(chosen), samples.targets.taking(chosen))
      losses[i] = network.lbfgsUpdate(
        machine.kernel, rule, inputs, targets, samples: chosen.count, rate: rates[i], keeps: isLast(done + i))
      if !settings.allowsDivergence, !losses[i].isFinite { return i }
      try budget.checkDeadline()
    }
    return count
  }
}

// MARK: Lending

extension Network {
  /// What an update changes.
  var state: (parameters: [Double], moments: [Double]) { (parameters, memory?.rule.moments ?? []) }

  /// How the settings have the optimizer step, and over which parameters.
  fileprivate func rule(_ settings: TrainingSettings) -> RuleKernel {
    var rule = settings.optimizer.kernel
    (rule.l2, rule.clip) = (settings.l2, settings.clip ?? 0)
    let frozen = settings.freeze.compactMap { layout.array(named: $0)?.name }
    for array in layout.arrays where !frozen.contains(array.name) {
      let isWeight = array.kind == .weights && settings.l2 > 0
      if let last = rule.stretches.last, last.places.upperBound == array.places.lowerBound,
        last.isWeight == isWeight
      {
        rule.stretches[rule.stretches.count - 1] = RuleKernel.Stretch(
          last.places.lowerBound..<array.places.upperBound, isWeight: isWeight)
      } else {
        rule.stretches.append(RuleKernel.Stretch(array.places, isWeight: isWeight))
      }
    }
    return rule
  }

  fileprivate mutating func run(
    _ machine: NetworkMachine, _ rule: RuleKernel, _ rows: MachineSamples, batch: Int, start: Int,
    _ rates: [Double], _ losses: inout [Double], count: Int, stops: Bool
  ) -> Int {
    guard var memory = memory?.rule else { preconditionFailure("a training without its optimizer") }
    // Held in one place only, so that it is not copied.
    self.memory?.rule.moments = []
    var span = losses.mutableSpan
    var results = span._mutatingExtracting(0..<count)
    let done = machine.train(
      &parameters, running: &running, rule: rule, memory: &memory, on: rows, batch: batch, start: start,
      rates: rates.span.extracting(0..<count),
      losses: &results, stops: stops)
    self.memory?.rule = memory
    return done
  }

  fileprivate mutating func judged(_ machine: NetworkMachine, _ rows: MachineSamples) -> Double {
    machine.loss(&parameters, running: &running, on: rows)
  }

  /// The order of the next epoch's samples (Fisher and Yates, as `RandomStream.permutation`).
  fileprivate func shuffle(_ order: inout [UInt32]) {
    let count = order.count
    for place in 0..<count { order[place] = UInt32(place) }
    let stream = RandomStream(seed: seed, purpose: .shuffle, name: name).part(epochs)
    for place in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(place, Int(stream.integer(at: UInt64(place), below: UInt64(place) + 1)))
    }
  }

  fileprivate mutating func lbfgsUpdate(
    _ machine: NetworkMachine, _ rule: RuleKernel, _ inputs: [Double], _ targets: [Double], samples: Int, rate: Double,
    keeps: Bool
  ) -> Double {
    guard var memory else { preconditionFailure("a training without its optimizer") }
    var running = running
    var start = keeps ? parameters : []
    let loss = memory.lbfgs.update(&parameters, memory.optimizer, rate: rate) { parameters in
      let loss = machine.gradient(
        &parameters, running: &running, inputs: inputs.span, targets: targets.span, samples: samples, training: true,
        backward: true)
      let (gradient, factor) = rule.applied(to: machine.gradient, parameters)
      memory.rule.factor = factor
      return (loss, gradient)
    }
    if keeps {
      // Its last evaluation has overwritten what the update found.
      var spare = running
      _ = machine.gradient(
        &start, running: &spare, inputs: inputs.span, targets: targets.span, samples: samples, training: true,
        backward: true)
    }
    memory.rule.count += 1
    self.memory = memory
    self.running = running
    return loss
  }
}

extension RuleKernel {
  /// The gradient as the optimizer sees it: 0 where parameters stay, then bounded, then with λw.
  fileprivate func applied(to gradient: [Double], _ parameters: [Double]) -> (gradient: [Double], factor: Double) {
    var applied = [Double](repeating: 0, count: gradient.count)
    var squares = 0.0
    for stretch in stretches {
      squares += Reduction.sumOfSquares(gradient.span.extracting(stretch.places))
    }
    let norm = squares.squareRoot()
    let factor = clip > 0 && norm > clip ? clip / norm : 1
    for stretch in stretches {
      let decay = stretch.isWeight ? l2 : 0
      for i in stretch.places { applied[i] = gradient[i] * factor + (decay > 0 ? decay * parameters[i] : 0) }
    }
    return (applied, factor)
  }
}

extension Past {
  /// Past so many parameters nobody reads them one by one, and what an update changed is not kept.
  static let largest = 20_000
}

extension Matrix {
  /// The rows at these places, one after another.
  fileprivate func taking(_ rows: [Int]) -> [Double] {
    let elements = elements
    if rows.count == self.rows, rows.first == 0, rows.last == rows.count - 1 { return elements }
    var taken: [Double] = []
    taken.reserveCapacity(rows.count * columns)
    for row in rows { taken.append(contentsOf: elements[row * columns..<(row + 1) * columns]) }
    return taken
  }
}

extension [Double] {
  /// The numbers, what is none without a sign or payload.
  fileprivate var withoutSigns: [Double] { map { $0.isNaN ? .nan : $0 } }
}
