// Whole trainings: every activation, loss and optimizer, in networks that fit into registers (as AVX-512 keeps them) and
// in networks that do not.
#pragma STDC FP_CONTRACT OFF
#include "digests.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_LAYERS = 8, UPDATES = 30 };

/// A network and how it is trained.
typedef struct {
  const char *name;
  /// The neurons of each layer, inputs first, 0 after the last.
  size_t sizes[5];
  /// Of all layers but the last, and of the last.
  enum ck_activation hidden, output;
  enum ck_loss loss;
  enum ck_rule rule;
  size_t samples, batch;
  double decay, clip, l2;
  bool decay_is_decoupled;
  /// Batchnorm and dropout after each hidden layer; the samples in another order than their own.
  bool normalizes, drops, shuffles;
  size_t threads;
  /// What times the usual learning rates; 0 for 1.
  double haste;
} setting;

// Formulas of the note: z³/10 + z and its derivative, (y − t)⁴ and its derivative by y.
static const ck_instruction cube_code[] = {
    {true, CK_power, 0, 4, 0, 0}, {true, CK_divide, 1, 5, 1, 0}, {true, CK_add, 2, 0, 2, 0}};
static const double cube_constants[] = {3, 10};
static const ck_program cube = {1, 3, 2, 3, 3, cube_code, cube_constants};
static const ck_instruction cube_slope_code[] = {
    {true, CK_multiply, 0, 0, 0, 0}, {true, CK_multiply, 1, 4, 1, 0}, {true, CK_add, 5, 2, 2, 0}};
static const double cube_slope_constants[] = {0.3, 1};
static const ck_program cube_slope = {1, 3, 2, 3, 3, cube_slope_code, cube_slope_constants};
static const ck_instruction quartic_code[] = {
    {true, CK_subtract, 0, 1, 0, 0}, {false, CK_sqrt, 5, 0, 1, 0}, {true, CK_power, 2, 3, 2, 0}};
static const double quartic_constants[] = {16};
static const ck_program quartic = {2, 3, 1, 3, 4, quartic_code, quartic_constants};
static const ck_instruction quartic_slope_code[] = {
    {true, CK_subtract, 0, 1, 0, 0}, {true, CK_power, 2, 5, 1, 0}, {true, CK_multiply, 6, 3, 2, 0}};
static const double quartic_slope_constants[] = {3, 4};
static const ck_program quartic_slope = {2, 3, 2, 3, 4, quartic_slope_code, quartic_slope_constants};

/// A network with all its arrays.
typedef struct {
  ck_network network;
  ck_layer layer[MOST_LAYERS];
  ck_objective objective;
  /// Running means and variances of batchnorm, one layer's after another's.
  double *running;
  size_t running_count;
} machine;

static void add_layer(machine *m, enum ck_layer_kind kind, size_t inputs, size_t outputs, const setting *s) {
  ck_layer *layer = m->layer + m->network.layers++;
  *layer = (ck_layer){.kind = kind, .inputs = inputs, .outputs = outputs, .weights = m->network.parameter_count};
  layer->z = room(s->batch * outputs), layer->a = room(s->batch * outputs), layer->delta = room(s->batch * outputs);
  layer->reciprocal = room(outputs);
  if (kind == CK_DROPOUT) {
    layer->constant = 0.4;
    layer->stream = 0x123456789ABCDEF0 + m->network.layers;
    return;
  }
  size_t weights = kind == CK_DENSE ? inputs * outputs : outputs;
  layer->biases = layer->weights + weights;
  m->network.parameter_count += weights + outputs;
}

static void add_neurons(machine *m, enum ck_activation activation, size_t inputs, size_t outputs, const setting *s) {
  add_layer(m, CK_DENSE, inputs, outputs, s);
  ck_layer *layer = m->layer + m->network.layers - 1;
  layer->activation = activation;
  layer->constant = activation == CK_ACTIVATION_ELU ? 0.7 : 0.1;
  if (activation == CK_ACTIVATION_CUSTOM) layer->value = &cube, layer->slope = &cube_slope;
}

static void build(machine *m, const setting *s, stream *numbers) {
  *m = (machine){.network = {.seed = 5, .inputs = s->sizes[0]}};
  m->running = room(400);
  for (size_t i = 1; i < 5 && s->sizes[i] > 0; i++) {
    bool last = i == 4 || s->sizes[i + 1] == 0;
    size_t width = s->sizes[i];
    add_neurons(m, last ? s->output : s->hidden, s->sizes[i - 1], width, s);
    m->network.outputs = width;
    if (last) break;
    if (s->drops) add_layer(m, CK_DROPOUT, width, width, s);
    if (!s->normalizes) continue;
    add_layer(m, CK_BATCHNORM, width, width, s);
    ck_layer *layer = m->layer + m->network.layers - 1;
    layer->mean = m->running + m->running_count;
    layer->variance = layer->mean + width;
    for (size_t j = 0; j < 2 * width; j++) layer->mean[j] = (double)(j % 3) / 2 + 0.5;
    m->running_count += 2 * width;
  }
  m->objective = (ck_objective){.kind = s->loss, .bend = 0.3};
  if (s->loss == CK_LOSS_CUSTOM) m->objective.term = &quartic, m->objective.slope = &quartic_slope;
  ck_network *network = &m->network;
  network->layer = m->layer;
  network->parameters = room(network->parameter_count), network->gradient = room(network->parameter_count);
  fill_small(numbers, network->parameters, network->parameter_count);
  network->scratch = room(ck_batch_scratch(network, &m->objective, s->batch));
  network->panels = room(ck_product_scratch(network, s->batch));
}

static void take_apart(machine *m) {
  for (size_t l = 0; l < m->network.layers; l++) {
    ck_layer *layer = m->layer + l;
    free(layer->z), free(layer->a), free(layer->delta), free(layer->reciprocal);
  }
  free(m->network.parameters), free(m->network.gradient), free(m->network.scratch), free(m->network.panels);
  free(m->running);
}

/// Takes numbers as a note sees them: a NaN is a NaN, whatever it is made of.
static void see(digest *d, const double *x, size_t count) {
  for (size_t i = 0; i < count; i++) {
    double number = x[i] != x[i] ? NAN : x[i];
    take(d, &number, 1);
  }
}

/// What the last batch left, as far as its shortest reaches.
static void take_fields(digest *d, const machine *m, size_t rows) {
  see(d, m->network.gradient, m->network.parameter_count);
  for (size_t l = 0; l < m->network.layers; l++) {
    const ck_layer *layer = m->layer + l;
    if (layer->kind != CK_DENSE) continue;
    see(d, layer->z, rows * layer->outputs);
    see(d, layer->a, rows * layer->outputs);
    see(d, layer->delta, rows * layer->outputs);
  }
}

static void tell_training(const ck_level *level, const setting *s) {
  stream numbers = {7};
  machine m;
  ck_set_workforce(s->threads > 0 ? s->threads : 1);
  build(&m, s, &numbers);
  size_t count = m.network.parameter_count, outputs = m.network.outputs;
  double *memory = room(3 * count), *x = room(s->samples * s->sizes[0]), *t = room(s->samples * outputs);
  double *y = room(s->samples * outputs), rates[UPDATES], losses[UPDATES] = {0};
  uint32_t order[200];
  fill_small(&numbers, x, s->samples * s->sizes[0]);
  fill_small(&numbers, t, s->samples * outputs);
  for (size_t i = 0; i < s->samples * outputs; i++) t[i] = t[i] > 0 ? 1 : 0;
  for (size_t i = 0; i < s->samples; i++) order[i] = (uint32_t)((i * 7 + 3) % s->samples);
  for (int u = 0; u < UPDATES; u++) rates[u] = (s->haste > 0 ? s->haste : 1) * 0.1 / (u + 3);
  ck_stretch stretch = {0, count, s->l2 > 0};
  ck_optimizer optimizer = {
      .rule = s->rule, .beta1 = 0.9, .beta2 = 0.99, .epsilon = 1e-6, .decay = s->decay,
      .decay_is_decoupled = s->decay_is_decoupled, .momentum = 0.5, .momentum_decay = 0.004,
      .memory = {memory, memory + count, memory + 2 * count}, .power1 = 1, .power2 = 1, .l2 = s->l2, .clip = s->clip,
      .factor = 1, .stretch = &stretch, .stretches = 1};
  ck_samples samples = {s->samples, x, t, s->shuffles ? order : NULL};
  digest d = new_digest();
  double figures[6] = {0};
  figures[0] = (double)ck_train(level, &m.network, &m.objective, &optimizer, &samples, s->batch, 0, UPDATES, rates,
                                losses, false);
  figures[1] = optimizer.factor, figures[2] = optimizer.power1, figures[3] = optimizer.power2;
  see(&d, losses, UPDATES);
  see(&d, m.network.parameters, count);
  see(&d, memory, 3 * count);
  see(&d, m.running, m.running_count);
  take_fields(&d, &m, (s->samples - 1) % s->batch + 1);
  size_t rows = s->samples < s->batch ? s->samples : s->batch;
  figures[4] = ck_gradient(level, &m.network, &m.objective, x, t, rows, true, true);
  take_fields(&d, &m, rows);
  if (s->batch % 8 == 0) figures[5] = ck_evaluate(level, &m.network, &m.objective, x, t, s->samples, s->batch);
  see(&d, figures, 6);
  ck_predict(level, &m.network, x, y, s->samples, s->batch);
  see(&d, y, s->samples * outputs);
  tell(s->name, d);
  ck_set_workforce(1);
  take_apart(&m);
  free(memory), free(x), free(t), free(y);
}

static const char *const activation_names[] = {"linear", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus",
                                               "sigmoid", "tanh", "step", "softmax", "custom"};
static const char *const loss_names[] = {"mse", "half_mse", "sse", "mae", "cross_entropy", "kl", "huber", "log_cosh",
                                         "hinge", "bce", "custom"};
static const char *const rule_names[] = {
    "sgd", "momentum", "nesterov", "adagrad", "rmsprop", "rmsprop-momentum", "rmsprop-centered",
    "rmsprop-centered-momentum", "adadelta", "adam", "adam-amsgrad", "nadam", "adamax"};

/// The setting under the name of what it is about.
static void tell_named(const ck_level *level, setting s, const char *kind, const char *of, const char *size) {
  char name[80];
  snprintf(name, sizeof name, "%s-%s-%s", kind, of, size);
  s.name = name;
  tell_training(level, &s);
}

void tell_trainings(const ck_level *level) {
  const setting small = {.sizes = {2, 5, 1}, .samples = 4, .batch = 4, .hidden = CK_ACTIVATION_TANH,
                         .output = CK_ACTIVATION_SIGMOID, .loss = CK_LOSS_BCE};
  const setting large = {.sizes = {5, 18, 7, 3}, .samples = 29, .batch = 8, .hidden = CK_ACTIVATION_TANH,
                         .output = CK_ACTIVATION_TANH, .loss = CK_LOSS_MSE, .shuffles = true};
  for (enum ck_activation a = CK_ACTIVATION_LINEAR; a <= CK_ACTIVATION_CUSTOM; a++) {
    setting s = small, l = large;
    s.hidden = a, l.hidden = a;
    tell_named(level, s, "activation", activation_names[a], "small");
    tell_named(level, l, "activation", activation_names[a], "large");
  }
  for (enum ck_loss loss = CK_LOSS_MSE; loss <= CK_LOSS_CUSTOM; loss++) {
    setting s = small, l = large;
    s.loss = loss, l.loss = loss;
    // What these two are for: shares, and any number.
    s.output = CK_ACTIVATION_SIGMOID, l.output = loss == CK_LOSS_CROSS_ENTROPY || loss == CK_LOSS_KL
                                                     ? CK_ACTIVATION_SOFTMAX
                                                     : loss == CK_LOSS_BCE ? CK_ACTIVATION_SIGMOID : CK_ACTIVATION_SOFTPLUS;
    tell_named(level, s, "loss", loss_names[loss], "small");
    tell_named(level, l, "loss", loss_names[loss], "large");
  }
  for (enum ck_rule rule = CK_RULE_SGD; rule <= CK_RULE_ADAMAX; rule++) {
    setting s = small, l = large;
    s.rule = rule, s.decay = 0.01;
    l.rule = rule, l.clip = 0.3, l.l2 = 0.01, l.decay = 0.02, l.decay_is_decoupled = true;
    tell_named(level, s, "rule", rule_names[rule], "small");
    tell_named(level, l, "rule", rule_names[rule], "large");
  }
  const setting whole[] = {
      {"one-sample", {2, 2, 2}, CK_ACTIVATION_SIGMOID, CK_ACTIVATION_SIGMOID, CK_LOSS_HALF_MSE, CK_RULE_SGD, 1, 1},
      {"sine", {1, 16, 16, 1}, CK_ACTIVATION_TANH, CK_ACTIVATION_LINEAR, CK_LOSS_MSE, CK_RULE_ADAM, 32, 16},
      {.name = "digits", .sizes = {64, 128, 10}, .hidden = CK_ACTIVATION_RELU, .output = CK_ACTIVATION_SOFTMAX,
       .loss = CK_LOSS_CROSS_ENTROPY, .rule = CK_RULE_ADAM, .samples = 90, .batch = 32, .shuffles = true},
      {.name = "normalized-and-dropped", .sizes = {6, 20, 9, 4}, .hidden = CK_ACTIVATION_RELU,
       .output = CK_ACTIVATION_LINEAR, .loss = CK_LOSS_MSE, .rule = CK_RULE_ADAM, .samples = 25, .batch = 8,
       .normalizes = true, .drops = true},
      {.name = "three-threads", .sizes = {70, 150, 12}, .hidden = CK_ACTIVATION_RELU, .output = CK_ACTIVATION_SOFTMAX,
       .loss = CK_LOSS_CROSS_ENTROPY, .rule = CK_RULE_MOMENTUM, .samples = 96, .batch = 96, .threads = 3},
      {.name = "diverging", .sizes = {4, 9, 3}, .hidden = CK_ACTIVATION_RELU, .loss = CK_LOSS_MSE, .samples = 16,
       .batch = 16, .haste = 1e40},
      {.name = "diverging-small", .sizes = {2, 3, 1}, .hidden = CK_ACTIVATION_TANH, .loss = CK_LOSS_MSE, .samples = 4,
       .batch = 4, .haste = 1e40},
  };
  for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) tell_training(level, whole + i);
}
