// The gradients of dense layers, once their δ are known, and with each of them the step along it, if there is one.
#ifndef CK_GRADIENTS_H
#define CK_GRADIENTS_H
#include "dense.h"
#include "steps.h"

/// A layer, what went into it, and the steps of its arrays.
typedef struct {
  const ck_layer *layer;
  const double *x;
  array_step weights, biases;
} layer_gradients;

static void find_biases(const layer_gradients *g, size_t samples, double *gradient) {
  gradient += g->layer->biases;
  dense_bias_gradient(samples, g->layer->outputs, g->layer->delta, gradient);
  update_run(&g->biases, gradient, g->layer->outputs, NULL);
}

/// Of a layer of few weights.
static void find_few(const layer_gradients *g, size_t samples, double *gradient) {
  dense_weight_gradient(samples, g->layer, g->x, gradient);
  update_run(&g->weights, gradient + g->layer->weights, g->layer->inputs * g->layer->outputs, NULL);
  find_biases(g, samples, gradient);
}

/// Layers of many weights. None waits for another, so threads share what there is to do in all of them, and meet once.
#define LAYERS_TOGETHER 16
typedef struct {
  double *gradient;
  size_t samples, layers, pieces;
  layer_gradients layer[LAYERS_TOGETHER];
  /// What gives the gradient of their weights, and is followed by their update.
  ck_divided weights[LAYERS_TOGETHER];
  ck_sequel update[LAYERS_TOGETHER];
} many_gradients;

static void begin_many(many_gradients *all, size_t samples, double *gradient) {
  all->gradient = gradient;
  all->samples = samples;
  all->layers = all->pieces = 0;
}

static void add_many(many_gradients *all, const layer_gradients *g) {
  size_t l = all->layers++;
  all->layer[l] = *g;
  all->update[l] = (ck_sequel){update_run, &all->layer[l].weights, 0, UPDATE_WEIGHT};
  ck_product product = weight_product(all->samples, g->layer, g->x, all->gradient);
  all->weights[l] = ck_divide(&product, g->weights.step ? all->update + l : NULL);
  all->pieces += all->weights[l].pieces + 1;
}

/// First the pieces of a layer's weights, then its biases.
static void find_piece(const void *context, size_t piece, double *scratch) {
  const many_gradients *all = context;
  size_t l = 0;
  for (; piece > all->weights[l].pieces; l++) piece -= all->weights[l].pieces + 1;
  if (piece < all->weights[l].pieces)
    ck_multiply_piece(&LEVEL, all->weights + l, piece, scratch);
  else
    find_biases(all->layer + l, all->samples, all->gradient);
}

/// Shared where one layer alone is worth it, and so has more pieces than two.
static void find_many(const many_gradients *all, double *scratch) {
  if (all->pieces > 2 * all->layers)
    ck_share(find_piece, all, all->pieces, scratch);
  else
    for (size_t i = 0; i < all->pieces; i++) find_piece(all, i, scratch);
}

#endif
