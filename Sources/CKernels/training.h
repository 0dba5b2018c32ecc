// Whole runs of updates: gather a batch, forward, loss, backward, step. Nothing is allocated; every array is the caller's.
#ifndef CK_TRAINING_H
#define CK_TRAINING_H
#include "batchnorm.h"
#include "gradients.h"
#include "losses.h"
#include "randomness.h"
#include "small_pair.h"

/// So many multiplications, and the watch is asked: less than a millisecond but where they are emulated.
#define WATCHED_WORK 1e7

static bool gave_up(const ck_network *network) { return network->watch && network->watch->gave_up; }

/// Whether to give up before more multiplications, on top of those since the watch was asked.
static bool gives_up(const ck_network *network, double *work, double more) {
  *work += more;
  if (network->watch && *work >= WATCHED_WORK) {
    *work = 0;
    if (network->watch->is_over(network->watch->context)) network->watch->gave_up = true;
  }
  return gave_up(network);
}

static double work_of(const ck_layer *layer, size_t samples) {
  return (double)samples * (double)layer->inputs * (double)layer->outputs;
}

/// Leaves z and a of every layer, but of the last one z alone where a loss is to follow, which activates it.
static void forward(const ck_network *network, const double *x, size_t samples, bool training, bool loss_follows) {
  double work = 0;
  for (size_t l = 0; l < network->layers; l++) {
    const ck_layer *layer = network->layer + l;
    if (gives_up(network, &work, work_of(layer, samples))) return;
    size_t count = samples * layer->outputs;
    switch (layer->kind) {
    case CK_DENSE: {
      bool activates = !loss_follows || l + 1 < network->layers;
      ck_sequel sequel;
      bool is_made = activates && make_sequel(&sequel, layer, activate_run);
      bool is_active = dense_forward(samples, layer, network->parameters, x, is_made ? &sequel : NULL, network->panels);
      if (activates && !is_active) activate(samples, layer, network->scratch);
      break;
    }
    case CK_BATCHNORM:
      (training ? normalize_training : normalize_prediction)(samples, layer, network->parameters, x);
      break;
    case CK_DROPOUT:
      if (training) {
        drop(count, layer->constant, network->seed, part_of_stream(layer->stream, network->updates), layer->z);
        combine_multiply(count, x, 1, layer->z, 1, layer->a);
      } else {
        memcpy(layer->a, x, count * sizeof(double));
      }
      break;
    }
    x = layer->a;
  }
}

/// δ of the layer below, or where that is not dense its share of ∂L/∂a, from δ of a dense layer.
static void carry(const ck_network *network, size_t samples, const ck_layer *layer, const ck_layer *below) {
  ck_sequel sequel;
  bool is_made = make_sequel(&sequel, below, carry_run);
  bool is_through = dense_carry(samples, layer, network->parameters, below->delta, is_made ? &sequel : NULL,
                                network->panels);
  if (below->kind == CK_DENSE && !is_through) carry_activation(samples, below, network->scratch);
}

/// Batchnorm's gradient, its step unless that is null, and ∂L/∂x.
static void go_through_norm(const ck_network *network, size_t samples, const ck_layer *layer, double *carried,
                            const step *along) {
  double *gradient = network->gradient;
  normalize_backward(samples, layer, network->parameters, gradient, carried);
  array_step scales = step_of_array(along, layer->weights);
  array_step shifts = step_of_array(along, layer->biases);
  update_run(&scales, gradient + layer->weights, layer->outputs, NULL);
  update_run(&shifts, gradient + layer->biases, layer->outputs, NULL);
}

/// δ of every layer, from that of the last one down.
static void carry_down(const ck_network *network, size_t samples, const step *along) {
  double work = 0;
  for (size_t l = network->layers; l-- > 0;) {
    const ck_layer *layer = network->layer + l, *below = l > 0 ? layer - 1 : NULL;
    if (gives_up(network, &work, work_of(layer, samples))) return;
    if (layer->kind == CK_BATCHNORM)
      go_through_norm(network, samples, layer, below ? below->delta : network->scratch, along);
    if (below == NULL) continue;
    if (layer->kind == CK_DENSE)
      carry(network, samples, layer, below);
    else if (layer->kind == CK_DROPOUT)
      combine_multiply(samples * layer->outputs, layer->delta, 1, layer->z, 1, below->delta);
    if (layer->kind != CK_DENSE && below->kind == CK_DENSE) carry_activation(samples, below, network->scratch);
  }
}

/// The whole gradient from δ of the last layer; leaves δ of every layer. With a step, unless it is null, each layer takes
/// it once no δ depends on the layer any more.
static void backward(const ck_network *network, const double *x, size_t samples, const step *along) {
  double *gradient = network->gradient;
  carry_down(network, samples, along);
  many_gradients many;
  begin_many(&many, samples, gradient);
  double work = 0;
  for (size_t l = 0; l < network->layers; x = network->layer[l++].a) {
    const ck_layer *layer = network->layer + l;
    if (layer->kind != CK_DENSE) continue;
    if (gives_up(network, &work, work_of(layer, samples))) return;
    layer_gradients here = {layer, x, step_of_array(along, layer->weights), step_of_array(along, layer->biases)};
    if (has_many_weights(layer, samples))
      add_many(&many, &here);
    else
      find_few(&here, samples, gradient);
    if (many.layers == LAYERS_TOGETHER) {
      find_many(&many, network->panels);
      begin_many(&many, samples, gradient);
    }
  }
  find_many(&many, network->panels);
}

/// The loss of a batch, and δ of the last layer where it is wanted.
static double judged(const ck_network *network, const ck_objective *objective, const double *x, const double *t,
                     size_t samples, bool training, bool wants_delta) {
  share part = share_of(objective, samples, network->outputs);
  double lane[8] = {0};
  forward(network, x, samples, training, true);
  judge(samples, network->layer + network->layers - 1, objective, t, part.scale, lane, wants_delta, network->scratch);
  return canonical1(tree(lane) / part.divisor);
}

static double gradient(const ck_network *network, const ck_objective *objective, const double *x, const double *t,
                       size_t samples, bool training, bool wants_gradient) {
  double loss = judged(network, objective, x, t, samples, training, wants_gradient);
  if (wants_gradient && !gave_up(network)) backward(network, x, samples, NULL);
  return loss;
}

static double evaluate(const ck_network *network, const ck_objective *objective, const double *x, const double *t,
                       size_t samples, size_t batch) {
  const ck_layer *last = network->layer + network->layers - 1;
  share part = share_of(objective, samples, network->outputs);
  double lane[8] = {0}, work = 0;
  for (size_t s = 0; s < samples; s += batch) {
    size_t n = samples - s < batch ? samples - s : batch;
    if (gives_up(network, &work, (double)n * (double)network->parameter_count)) break;
    forward(network, x + s * network->inputs, n, false, true);
    judge(n, last, objective, t + s * network->outputs, part.scale, lane, false, network->scratch);
  }
  return canonical1(tree(lane) / part.divisor);
}

static void predict(const ck_network *network, const double *x, double *y, size_t samples, size_t batch) {
  const ck_layer *last = network->layer + network->layers - 1;
  double work = 0;
  for (size_t s = 0; s < samples; s += batch) {
    size_t n = samples - s < batch ? samples - s : batch;
    if (gives_up(network, &work, (double)n * (double)network->parameter_count)) break;
    forward(network, x + s * network->inputs, n, false, false);
    memcpy(y + s * network->outputs, last->a, n * network->outputs * sizeof(double));
  }
}

/// The batch's rows, side by side in scratch.
static const double *gathered(const double *rows, size_t width, const uint32_t *order, size_t samples, double *to) {
  for (size_t s = 0; s < samples; s++) memcpy(to + s * width, rows + order[s] * width, width * sizeof(double));
  return to;
}

/// One update, from δ of the last layer. A bound on the gradient's norm must know all of it first.
static void descend(const ck_network *network, ck_optimizer *optimizer, const double *x, size_t samples, double rate) {
  bool is_bounded = optimizer->clip > 0;
  if (is_bounded) backward(network, x, samples, NULL);
  step along = begin_step(optimizer, network->parameters, network->gradient, rate);
  if (is_bounded)
    update_all(&along);
  else
    backward(network, x, samples, &along);
}

static size_t train(ck_network *network, const ck_objective *objective, ck_optimizer *optimizer,
                    const ck_samples *samples, size_t batch, size_t start, size_t updates, const double *rates,
                    double *losses, bool stops) {
#if LANES == 8
  if (is_small(network, objective, optimizer, samples, batch))
    return train_small(network, objective, optimizer, samples, batch, start, updates, rates, losses, stops);
#endif
  size_t inputs = network->inputs, outputs = network->outputs;
  ck_network rest = *network;
  for (size_t u = 0; u < updates; u++) {
    size_t n = samples->count - start < batch ? samples->count - start : batch;
    const double *x = samples->inputs + start * inputs, *t = samples->targets + start * outputs;
    if (samples->order) {
      x = gathered(samples->inputs, inputs, samples->order + start, n, network->scratch);
      t = gathered(samples->targets, outputs, samples->order + start, n, network->scratch + n * inputs);
      rest.scratch = network->scratch + n * (inputs + outputs);
    }
    start = start + n < samples->count ? start + n : 0;
    losses[u] = judged(&rest, objective, x, t, n, true, true);
    if (gave_up(network)) return u;
    if (stops && !(magnitude(splat(losses[u]))[0] < __builtin_inf())) return u;
    descend(&rest, optimizer, x, n, rates[u]);
    rest.updates = ++network->updates;
  }
  return updates;
}

#endif
