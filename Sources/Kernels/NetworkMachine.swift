import CKernels

// Training as Engine sees it: a machine is made once for a network's shape, a loss and a largest batch; it owns the arrays of
// one batch and the gradient, while parameters and what an optimizer remembers are lent to it for each run. A run of many
// updates is one call, and allocates nothing.

/// A network ready to run.
@safe package final class NetworkMachine {
  /// The most samples of a batch.
  package let batch: Int
  private let layers: UnsafeMutableBufferPointer<ck_layer>
  private let slab: UnsafeMutableBufferPointer<Double>
  private let running: [Int?]
  private var network: ck_network
  private var objective: ck_objective
  private let programs: [CompiledProgram]
  private let kernels: Kernels
  private let watch: Watch?

  /// The bytes that a machine takes, to be charged before it is made.
  package static func bytes(
    _ layers: [MachineLayer], parameterCount: Int, loss: LossKernel, batch: Int, trains: Bool
  ) -> Double {
    let widest = Double(layers.map(\.outputs).max() ?? 0)
    let columns = layers.reduce(0.0) { $0 + 3 * Double($1.outputs + 8) }
    let reciprocals = layers.reduce(0.0) { $0 + ($1.isNorm ? Double($1.outputs + 8) : 0) }
    let ends = Double((layers.first?.inputs ?? 0) + (layers.last?.outputs ?? 0))
    let panels = layers.reduce(0) { most, layer in
      let (rows, columns) = (max(batch, layer.inputs), max(layer.inputs, layer.outputs))
      return max(most, ck_scratch(rows, max(batch, columns), columns))
    }
    // A formula has a register for each of its instructions at most, once for a batch and once behind a product.
    let registers = max(layers.map(\.instructions).max() ?? 0, loss.instructions)
    return 8
      * ((trains ? Double(parameterCount) : 0) + Double(batch) * (columns + ends + 2 + 3 * widest) + reciprocals
        + Double(panels)
        + Double(2 * registers * Int(CK_PIECE)) + 4096)
  }

  /// The bytes that it takes.
  var size: Int { unsafe slab.count * 8 }

  /// A machine that does not train has no room for a gradient. `isOver` is asked now and then where much is to be done;
  /// once it has said so, whatever was under way comes back at once, and is of no use.
  package convenience init(
    _ layers: [MachineLayer], parameterCount: Int, loss: LossKernel, batch: Int, seed: UInt64, trains: Bool,
    isOver: (@Sendable () -> Bool)? = nil
  ) {
    self.init(
      layers, parameterCount: parameterCount, loss: loss, batch: batch, seed: seed, trains: trains, isOver: isOver,
      .selected)
  }

  init(
    _ layers: [MachineLayer], parameterCount: Int, loss: LossKernel, batch: Int, seed: UInt64, trains: Bool = true,
    isOver: (@Sendable () -> Bool)? = nil, _ kernels: Kernels
  ) {
    guard let first = layers.first, let last = layers.last else { preconditionFailure("a network without layers") }
    self.batch = batch
    self.kernels = kernels
    var programs = Programs()
    unsafe objective = programs.objective(loss)
    let table = UnsafeMutableBufferPointer<ck_layer>.allocate(capacity: layers.count)
    for (index, layer) in layers.enumerated() {
      unsafe table.initializeElement(at: index, to: programs.shape(of: layer))
    }
    unsafe self.layers = table
    self.programs = programs.compiled

    var network = unsafe ck_network()
    unsafe (network.inputs, network.outputs) = (first.inputs, last.outputs)
    unsafe (network.layers, network.layer) = (layers.count, table.baseAddress)
    unsafe (network.parameter_count, network.seed) = (parameterCount, seed)
    watch = isOver.map(Watch.init)
    unsafe network.watch = watch?.pointer

    var plan = SlabPlan()
    let gradient = plan.room(for: trains ? parameterCount : 0)
    let scratch = unsafe plan.room(for: ck_batch_scratch(&network, &objective, batch))
    let panels = unsafe plan.room(for: ck_product_scratch(&network, batch))
    let fields = layers.map { layer in (0..<3).map { _ in plan.room(for: batch * layer.outputs) } }
    let reciprocals = layers.map { plan.room(for: $0.isNorm ? $0.outputs : 0) }
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: plan.size * 8, alignment: 64)
    unsafe slab = bytes.bindMemory(to: Double.self)
    unsafe slab.initialize(repeating: 0)

    let base = unsafe slab.baseAddress
    func place(_ start: Int) -> UnsafeMutablePointer<Double>? { unsafe base.map { unsafe $0 + start } }
    unsafe (network.gradient, network.scratch, network.panels) = (place(gradient), place(scratch), place(panels))
    for index in layers.indices {
      unsafe table[index].z = place(fields[index][0])
      unsafe table[index].a = place(fields[index][1])
      unsafe table[index].delta = place(fields[index][2])
      unsafe table[index].reciprocal = place(reciprocals[index])
    }
    unsafe self.network = network
    running = layers.map { layer in
      if case .batchnorm(let running) = layer.kind { running } else { nil }
    }
  }

  deinit {
    unsafe slab.deallocate()
    unsafe layers.deallocate()
  }
}

/// A question that C asks.
@safe private final class Watch {
  let pointer: UnsafeMutablePointer<ck_watch>
  private let isOver: @Sendable () -> Bool

  init(_ isOver: @escaping @Sendable () -> Bool) {
    self.isOver = isOver
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(
      to: ck_watch(
        is_over: { context in
          guard let context = unsafe context else { return false }
          return unsafe Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue().isOver()
        },
        context: nil, gave_up: false))
    unsafe pointer.pointee.context = UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    unsafe pointer.deallocate()
  }
}

/// Arrays one after another, each beginning on a boundary of 64 bytes.
private struct SlabPlan {
  private(set) var size = 0

  mutating func room(for count: Int) -> Int {
    defer { size += (count + 7) & ~7 }
    return size
  }
}

/// Compiles the programs of custom activations and losses on the way, and keeps them alive.
private struct Programs {
  private(set) var compiled: [CompiledProgram] = []

  private mutating func compile(_ program: ArrayProgram) -> UnsafePointer<ck_program> {
    let program = CompiledProgram(program)
    compiled.append(program)
    return unsafe UnsafePointer(program.pointer)
  }

  mutating func objective(_ loss: LossKernel) -> ck_objective {
    var objective = unsafe ck_objective()
    unsafe (objective.kind, objective.bend) = loss.code
    if case .custom(let term, let slope) = loss {
      unsafe objective.term = compile(term)
      unsafe objective.slope = compile(slope)
    }
    return unsafe objective
  }

  mutating func shape(of layer: MachineLayer) -> ck_layer {
    var shape = unsafe ck_layer()
    unsafe (shape.inputs, shape.outputs, shape.weights) = (layer.inputs, layer.outputs, layer.start)
    switch layer.kind {
    case .dense(let activation):
      unsafe shape.kind = CK_DENSE
      unsafe (shape.activation, shape.constant) = activation.code
      unsafe shape.biases = layer.start + layer.inputs * layer.outputs
      if case .custom(let value, let slope) = activation {
        unsafe shape.value = compile(value)
        unsafe shape.slope = compile(slope)
      }
    case .batchnorm:
      unsafe shape.kind = CK_BATCHNORM
      unsafe shape.biases = layer.start + layer.outputs
    case .dropout(let probability, let stream):
      unsafe shape.kind = CK_DROPOUT
      unsafe (shape.constant, shape.stream) = (probability, stream.identity)
    }
    return unsafe shape
  }
}

// MARK: Running

extension NetworkMachine {
  /// How many updates the network has seen: what dropout's streams are parts by.
  package var updates: UInt64 {
    get { unsafe network.updates }
    set { unsafe network.updates = newValue }
  }

  /// Carries out as many updates as there are rates, the first on the batch that begins at sample `start`. losses[i]
  /// becomes the loss that update i started from. Returns how many were done: where `stops`, a loss that is not finite ends it
  /// before its update.
  package func train(
    _ parameters: inout [Double], running: inout [Double], rule: RuleKernel, memory: inout RuleMemory,
    on samples: MachineSamples, batch: Int, start: Int, rates: Span<Double>, losses: inout MutableSpan<Double>,
    stops: Bool
  ) -> Int {
    precondition(batch <= self.batch && rates.count == losses.count && start < samples.count, "a run beyond its arrays")
    precondition(
      unsafe samples.inputs.count == samples.count * network.inputs
        && samples.targets.count == samples.count * network.outputs
        && (samples.order.isEmpty || samples.order.count == samples.count), "samples of another shape")
    let count = parameters.count
    precondition(
      rule.stretches.allSatisfy { isBound($0.places.lowerBound) && isBound($0.places.upperBound) },
      "an array that is updated in part")
    precondition(memory.moments.count >= rule.rule.memories * count, "an optimizer without its memory")
    let stretches = rule.stretches.map { stretch in
      ck_stretch(start: stretch.places.lowerBound, count: stretch.places.count, is_weight: stretch.isWeight)
    }
    var optimizer = unsafe ck_optimizer(rule, memory)
    let done = unsafe stretches.withUnsafeBufferPointer { stretches in
      unsafe (optimizer.stretch, optimizer.stretches) = (stretches.baseAddress, stretches.count)
      return unsafe memory.moments.withUnsafeMutableBufferPointer { moments in
        unsafe optimizer.lend(moments.baseAddress, count: count, arrays: rule.rule.memories)
        return unsafe parameters.withUnsafeMutableBufferPointer { parameters in
          unsafe running.withUnsafeMutableBufferPointer { running in
            unsafe lend(parameters.baseAddress, running.baseAddress)
            return unsafe run(&optimizer, samples, batch: batch, start: start, rates, &losses, stops: stops)
          }
        }
      }
    }
    unsafe (memory.count, memory.power1, memory.power2) = (optimizer.count, optimizer.power1, optimizer.power2)
    unsafe memory.factor = optimizer.factor
    return done
  }

  /// Whether an array begins or ends among the parameters there.
  private func isBound(_ place: Int) -> Bool {
    unsafe place == network.parameter_count
      || layers.contains { layer in
        unsafe layer.kind != CK_DROPOUT && (place == layer.weights || place == layer.biases)
      }
  }

  private func run(
    _ optimizer: inout ck_optimizer, _ samples: MachineSamples, batch: Int, start: Int, _ rates: Span<Double>,
    _ losses: inout MutableSpan<Double>, stops: Bool
  ) -> Int {
    unsafe samples.inputs.withUnsafeBufferPointer { inputs in
      unsafe samples.targets.withUnsafeBufferPointer { targets in
        unsafe samples.order.withUnsafeBufferPointer { order in
          var rows = unsafe ck_samples(
            count: samples.count, inputs: inputs.baseAddress, targets: targets.baseAddress,
            order: order.isEmpty ? nil : order.baseAddress)
          return unsafe rates.withPointer { rates, count in
            unsafe losses.withPointer { losses, _ in
              unsafe ck_train(
                kernels.table, &network, &objective, &optimizer, &rows, batch, start, count, rates, losses, stops)
            }
          }
        }
      }
    }
  }

  /// The loss of one batch and, where `backward`, its gradient; as in training where `training`, else as in prediction.
  package func gradient(
    _ parameters: inout [Double], running: inout [Double], inputs: Span<Double>, targets: Span<Double>, samples: Int,
    training: Bool, backward: Bool
  ) -> Double {
    precondition(samples <= batch && samples > 0, "a batch beyond the machine's")
    return unsafe parameters.withUnsafeMutableBufferPointer { parameters in
      unsafe running.withUnsafeMutableBufferPointer { running in
        unsafe lend(parameters.baseAddress, running.baseAddress)
        return unsafe inputs.withPointer { inputs, _ in
          unsafe targets.withPointer { targets, _ in
            unsafe ck_gradient(kernels.table, &network, &objective, inputs, targets, samples, training, backward)
          }
        }
      }
    }
  }

  /// The loss over any number of samples as in prediction.
  package func loss(
    _ parameters: inout [Double], running: inout [Double], on samples: MachineSamples
  ) -> Double {
    precondition(batch % 8 == 0 || batch >= samples.count, "pieces of a sum hold whole rounds of its lanes")
    return unsafe parameters.withUnsafeMutableBufferPointer { parameters in
      unsafe running.withUnsafeMutableBufferPointer { running in
        unsafe lend(parameters.baseAddress, running.baseAddress)
        return unsafe ck_evaluate(
          kernels.table, &network, &objective, samples.inputs, samples.targets, samples.count, batch)
      }
    }
  }

  /// The outputs of any number of samples as in prediction, one row each.
  package func outputs(
    _ parameters: inout [Double], running: inout [Double], inputs: Span<Double>, into outputs: inout MutableSpan<Double>
  ) {
    let samples = unsafe outputs.count / network.outputs
    precondition(unsafe inputs.count == samples * network.inputs, "inputs of another shape")
    unsafe parameters.withUnsafeMutableBufferPointer { parameters in
      unsafe running.withUnsafeMutableBufferPointer { running in
        unsafe lend(parameters.baseAddress, running.baseAddress)
        unsafe inputs.withPointer { inputs, _ in
          unsafe outputs.withPointer { outputs, _ in
            unsafe ck_predict(kernels.table, &network, inputs, outputs, samples, batch)
          }
        }
      }
    }
  }

  private func lend(_ parameters: UnsafeMutablePointer<Double>?, _ figures: UnsafeMutablePointer<Double>?) {
    unsafe network.parameters = parameters
    for (index, start) in running.enumerated() {
      guard let start, let figures = unsafe figures else { continue }
      unsafe layers[index].mean = figures + start
      unsafe layers[index].variance = figures + start + layers[index].outputs
    }
  }
}

// MARK: What the last batch left

extension NetworkMachine {
  /// The gradient, as parameters stood. Before the bound on its norm and `l2`. Of a run that a loss ended, it is of no use,
  /// and δ neither.
  package var gradient: [Double] {
    unsafe copy(network.gradient, network.parameter_count)
  }

  /// z of a layer of neurons, the first `samples` rows.
  package func z(of layer: Int, samples: Int) -> [Double] {
    unsafe copy(layers[layer].z, samples * layers[layer].outputs)
  }

  /// The outputs of a layer, the first `samples` rows.
  package func a(of layer: Int, samples: Int) -> [Double] {
    unsafe copy(layers[layer].a, samples * layers[layer].outputs)
  }

  /// ∂L/∂z of a layer of neurons, the first `samples` rows.
  package func δ(of layer: Int, samples: Int) -> [Double] {
    unsafe copy(layers[layer].delta, samples * layers[layer].outputs)
  }

  private func copy(_ start: UnsafeMutablePointer<Double>?, _ count: Int) -> [Double] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }
}

extension ck_optimizer {
  fileprivate init(_ rule: RuleKernel, _ memory: RuleMemory) {
    unsafe self.init()
    unsafe self.rule = rule.rule.code
    unsafe (beta1, beta2, epsilon) = (rule.beta1, rule.beta2, rule.epsilon)
    unsafe (decay, decay_is_decoupled) = (rule.decay, rule.decayIsDecoupled)
    unsafe (dampening, rate_decay, momentum) = (rule.dampening, rule.rateDecay, rule.momentum)
    unsafe (momentum_decay, l2, clip, factor) = (rule.momentumDecay, rule.l2, rule.clip, memory.factor)
    unsafe (count, power1, power2) = (memory.count, memory.power1, memory.power2)
  }

  fileprivate mutating func lend(_ moments: UnsafeMutablePointer<Double>?, count: Int, arrays: Int) {
    guard let moments = unsafe moments else { return }
    if arrays > 0 { unsafe memory.0 = moments }
    if arrays > 1 { unsafe memory.1 = moments + count }
    if arrays > 2 { unsafe memory.2 = moments + 2 * count }
  }
}
