// The way from the face of training to a level's kernels.
#pragma STDC FP_CONTRACT OFF
#include "CTraining.h"
#include "level.h"

static size_t larger(size_t a, size_t b) { return a > b ? a : b; }

/// Room for the registers of two formulas, one after the other; there may be none.
static size_t registers_of(const ck_program *value, const ck_program *slope) {
  return larger(value ? value->registers : 0, slope ? slope->registers : 0) * CK_PIECE;
}

size_t ck_sequel_scratch(const ck_layer *layer) {
  return layer->value ? CK_PIECE + registers_of(layer->value, layer->slope) : 0;
}

/// Room for a batch that is gathered, and for what a softmax, a loss or a formula wants meanwhile.
size_t ck_batch_scratch(const ck_network *network, const ck_objective *objective, size_t batch) {
  size_t widest = network->outputs, registers = objective ? registers_of(objective->term, objective->slope) : 0;
  for (size_t l = 0; l < network->layers; l++) {
    const ck_layer *layer = network->layer + l;
    widest = larger(widest, layer->outputs);
    registers = larger(registers, ck_sequel_scratch(layer));
  }
  return batch * (network->inputs + network->outputs) + batch * (2 + 3 * widest) + registers + 8;
}

size_t ck_product_scratch(const ck_network *network, size_t batch) {
  size_t products = 0, sequels = 0;
  for (size_t l = 0; l < network->layers; l++) {
    const ck_layer *layer = network->layer + l;
    if (layer->kind != CK_DENSE) continue;
    size_t in = layer->inputs, out = layer->outputs;
    size_t back = larger(ck_scratch(in, batch, out), ck_scratch(batch, out, in));
    products = larger(products, larger(ck_scratch(batch, in, out), back));
    if (ck_sequel_scratch(layer) <= CK_SEQUEL_LIMIT) sequels = larger(sequels, ck_sequel_scratch(layer));
  }
  return products + sequels;
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
