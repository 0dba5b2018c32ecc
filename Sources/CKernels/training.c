// The way from the face of training to a level's kernels.
#pragma STDC FP_CONTRACT OFF
#include "CTraining.h"
#include "level.h"

/// Room for a batch that is gathered, and for what a softmax, a loss or a formula wants meanwhile.
size_t ck_batch_scratch(const ck_network *network, const ck_objective *objective, size_t batch) {
  size_t widest = network->outputs, registers = 0;
  for (size_t l = 0; l < network->layers; l++) {
    const ck_layer *layer = network->layer + l;
    if (layer->outputs > widest) widest = layer->outputs;
    if (layer->value && layer->value->registers > registers) registers = layer->value->registers;
    if (layer->slope && layer->slope->registers > registers) registers = layer->slope->registers;
  }
  if (objective && objective->term && objective->term->registers > registers) registers = objective->term->registers;
  if (objective && objective->slope && objective->slope->registers > registers) registers = objective->slope->registers;
  return batch * (network->inputs + network->outputs) + batch * (2 + 3 * widest) + registers * CK_PIECE + 8;
}

size_t ck_product_scratch(const ck_network *network, size_t batch) {
  size_t most = 0;
  for (size_t l = 0; l < network->layers; l++) {
    const ck_layer *layer = network->layer + l;
    if (layer->kind != CK_DENSE) continue;
    size_t in = layer->inputs, out = layer->outputs;
    size_t needs[] = {ck_scratch(batch, in, out), ck_scratch(in, batch, out), ck_scratch(batch, out, in)};
    for (int i = 0; i < 3; i++)
      if (needs[i] > most) most = needs[i];
  }
  return most;
}

size_t ck_train(const ck_level *level, ck_network *network, const ck_objective *objective, ck_optimizer *optimizer,
                const ck_samples *samples, size_t batch, size_t start, size_t updates, const double *rates,
                double *losses, bool stops) {
  return level->train(network, objective, optimizer, samples, batch, start, updates, rates, losses, stops);
}

double ck_gradient(const ck_level *level, ck_network *network, const ck_objective *objective, const double *inputs,
                   const double *targets, size_t samples, bool training, bool backward) {
  return level->gradient(network, objective, inputs, targets, samples, training, backward);
}

double ck_evaluate(const ck_level *level, ck_network *network, const ck_objective *objective, const double *inputs,
                   const double *targets, size_t samples, size_t batch) {
  return level->evaluate(network, objective, inputs, targets, samples, batch);
}

void ck_predict(const ck_level *level, ck_network *network, const double *inputs, double *outputs, size_t samples,
                size_t batch) {
  level->predict(network, inputs, outputs, samples, batch);
}
