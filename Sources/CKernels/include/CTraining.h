/// The face of training: what a network is made of, as flat arrays that the caller owns, and the functions that carry
/// out whole runs of updates in them without allocating. Declarations only, as in CKernels.h.
///
/// An array of a batch has one row a sample. The weights of a layer have one row an input, so that the neurons lie side
/// by side; its biases follow. z, a and δ of every layer stay in their arrays until the next update.
#ifndef CTRAINING_H
#define CTRAINING_H

#include "CKernels.h"

/// A formula over arrays: places are numbered inputs first, then registers, then constants.
typedef struct {
  bool is_binary;
  /// A ck_binary or a ck_unary.
  uint32_t function;
  /// The place of each operand; the second counts where the function is binary.
  uint32_t first, second;
  /// The register that the result goes to, counted from 0.
  uint32_t target;
  double parameter;
} ck_instruction;

typedef struct {
  uint32_t inputs, registers, constants, instructions;
  /// The place of the result.
  uint32_t result;
  const ck_instruction *_Nullable code;
  const double *_Nullable constant;
} ck_program;

/// So many numbers of an array go through a formula at a time; each register is as long.
#define CK_PIECE 64

enum ck_layer_kind { CK_DENSE, CK_BATCHNORM, CK_DROPOUT };

enum ck_activation {
  CK_ACTIVATION_LINEAR, CK_ACTIVATION_RELU, CK_ACTIVATION_LEAKY_RELU, CK_ACTIVATION_ELU, CK_ACTIVATION_SELU,
  CK_ACTIVATION_GELU, CK_ACTIVATION_SILU, CK_ACTIVATION_SOFTPLUS, CK_ACTIVATION_SIGMOID, CK_ACTIVATION_TANH,
  CK_ACTIVATION_STEP, CK_ACTIVATION_SOFTMAX, CK_ACTIVATION_CUSTOM
};

typedef struct {
  enum ck_layer_kind kind;
  enum ck_activation activation;
  /// The slope of leaky_relu, the α of elu, the probability of dropout.
  double constant;
  /// Of a custom activation: itself and its derivative, functions of z.
  const ck_program *_Nullable value, *_Nullable slope;
  size_t inputs, outputs;
  /// Where its weights and biases begin among the parameters; of batchnorm γ and β.
  size_t weights, biases;
  /// Of one batch. dense: z, a, ∂L/∂z. batchnorm: x̂, y, ∂L/∂y. dropout: the factors, y, ∂L/∂y.
  double *_Nullable z, *_Nullable a, *_Nullable delta;
  /// batchnorm: running means, running variances, and 1/σ of the batch.
  double *_Nullable mean, *_Nullable variance, *_Nullable reciprocal;
  /// dropout: the identity of its random stream, of which each update has a part.
  uint64_t stream;
} ck_layer;

/// Asked now and then, where much is to be done, whether to give up. What is found after that is of no use.
typedef struct {
  bool (*_Nonnull is_over)(const void *_Nullable context);
  const void *_Nullable context;
  bool gave_up;
} ck_watch;

typedef struct {
  size_t inputs, outputs, layers, parameter_count;
  ck_layer *_Nullable layer;
  double *_Nullable parameters, *_Nullable gradient;
  /// ck_batch_scratch(…) numbers.
  double *_Nullable scratch;
  /// ck_product_scratch(…) numbers.
  double *_Nullable panels;
  /// The key of the random streams, and how many updates the network has seen.
  uint64_t seed, updates;
  /// Null where nobody watches.
  ck_watch *_Nullable watch;
} ck_network;

enum ck_loss {
  CK_LOSS_MSE, CK_LOSS_HALF_MSE, CK_LOSS_SSE, CK_LOSS_MAE, CK_LOSS_CROSS_ENTROPY, CK_LOSS_KL, CK_LOSS_HUBER,
  CK_LOSS_LOG_COSH, CK_LOSS_HINGE, CK_LOSS_BCE, CK_LOSS_CUSTOM
};

typedef struct {
  enum ck_loss kind;
  /// The bend of huber.
  double bend;
  /// Of a custom loss: the term of one output and its derivative by y, functions of (y, t).
  const ck_program *_Nullable term, *_Nullable slope;
} ck_objective;

enum ck_rule {
  CK_RULE_SGD, CK_RULE_MOMENTUM, CK_RULE_NESTEROV, CK_RULE_ADAGRAD, CK_RULE_RMSPROP, CK_RULE_RMSPROP_MOMENTUM,
  CK_RULE_RMSPROP_CENTERED, CK_RULE_RMSPROP_CENTERED_MOMENTUM, CK_RULE_ADADELTA, CK_RULE_ADAM, CK_RULE_ADAM_AMSGRAD,
  CK_RULE_NADAM, CK_RULE_ADAMAX
};

/// Parameters that lie together and are updated alike: whole arrays.
typedef struct {
  size_t start, count;
  /// Whether they are weights, to which `l2` applies.
  bool is_weight;
} ck_stretch;

typedef struct {
  enum ck_rule rule;
  /// β of momentum and β1; β2, and the rate of forgetting of rmsprop and adadelta.
  double beta1, beta2, epsilon;
  /// What times each parameter is added to its gradient, or (adamw) times the learning rate is taken off it.
  double decay;
  bool decay_is_decoupled;
  double dampening, rate_decay, momentum, momentum_decay;
  /// What it remembers, as many arrays of parameter_count as the rule has.
  double *_Nullable memory[3];
  /// How many updates it has made, and β1 and β2 (nadam: the product of its momenta) to that power.
  uint64_t count;
  double power1, power2;
  /// λ, and the bound on the gradient's norm; 0 for none.
  double l2, clip;
  /// What the last gradient was multiplied by to respect `clip`.
  double factor;
  /// What is updated: in order, nothing twice.
  const ck_stretch *_Nullable stretch;
  size_t stretches;
} ck_optimizer;

typedef struct {
  size_t count;
  const double *_Nullable inputs, *_Nullable targets;
  /// The samples in the order in which an epoch takes them; NULL for their own.
  const uint32_t *_Nullable order;
} ck_samples;

/// How many numbers of scratch a network needs for batches of so many samples.
size_t ck_batch_scratch(const ck_network *_Nonnull network, const ck_objective *_Nonnull objective, size_t batch);

/// How many numbers of scratch the network's products, and what follows them, need for batches of so many samples.
size_t ck_product_scratch(const ck_network *_Nonnull network, size_t batch);

/// Carries out updates, the first on the batch that begins at sample `start`, the next on the batches after it, from
/// the first sample on again where the samples end. rates[i] is the learning rate of update i, losses[i] becomes the loss that
/// it started from. Returns how many were done: where `stops`, a loss that is not finite ends it before its update.
size_t ck_train(const ck_level *_Nonnull level, ck_network *_Nonnull network, const ck_objective *_Nonnull objective,
                ck_optimizer *_Nonnull optimizer, const ck_samples *_Nonnull samples, size_t batch, size_t start,
                size_t updates, const double *_Nullable rates, double *_Nullable losses, bool stops);

/// The loss of one batch and, where `backward`, the gradient; as in training where `training`, else as in prediction.
double ck_gradient(const ck_level *_Nonnull level, ck_network *_Nonnull network, const ck_objective *_Nonnull objective,
                   const double *_Nullable inputs, const double *_Nullable targets, size_t samples, bool training,
                   bool backward);

/// The loss over any number of samples as in prediction, `batch` (a multiple of 8) at a time.
double ck_evaluate(const ck_level *_Nonnull level, ck_network *_Nonnull network, const ck_objective *_Nonnull objective,
                   const double *_Nullable inputs, const double *_Nullable targets, size_t samples, size_t batch);

/// The outputs of any number of samples as in prediction, `batch` at a time.
void ck_predict(const ck_level *_Nonnull level, ck_network *_Nonnull network, const double *_Nullable inputs,
                double *_Nullable outputs, size_t samples, size_t batch);

#endif
