// The gradients of dense layers, once their δ are known, and the steps along them.
#ifndef CK_GRADIENTS_H
#define CK_GRADIENTS_H
#include "dense.h"
#include "steps.h"

/// A layer, what went into it, and the steps of its arrays.
typedef struct {
  const ck_layer *layer;
  const double *x;
  array_step weights, biases;
} descent;

static void descend_biases(const descent *d, size_t samples, double *gradient) {
  gradient += d->layer->biases;
  dense_bias_gradient(samples, d->layer->outputs, d->layer->delta, gradient);
  update_part(&d->biases, gradient, 1, d->layer->outputs, NULL);
}

/// A layer of few weights.
static void descend_few(const descent *d, size_t samples, double *gradient) {
  dense_weight_gradient(samples, d->layer, d->x, gradient);
  update_part(&d->weights, gradient + d->layer->weights, d->layer->inputs, d->layer->outputs, NULL);
  descend_biases(d, samples, gradient);
}

/// Layers of many weights. None waits for another, so threads share what there is to do in all of them, and meet once.
#define LAYERS_TOGETHER 16
typedef struct {
  double *gradient;
  size_t samples, layers, pieces;
  bool is_shared;
  descent layer[LAYERS_TOGETHER];
  /// What gives the gradient of their weights, and is followed by their update.
  ck_divided weights[LAYERS_TOGETHER];
  ck_sequel update[LAYERS_TOGETHER];
} descents;

static void begin_descents(descents *all, size_t samples, double *gradient) {
  all->gradient = gradient;
  all->samples = samples;
  all->layers = all->pieces = 0;
  all->is_shared = false;
}

static void add_descent(descents *all, const descent *d) {
  size_t l = all->layers++;
  all->layer[l] = *d;
  all->update[l] = (ck_sequel){update_part, &all->layer[l].weights, 0};
  ck_product product = weight_gradient(all->samples, d->layer, d->x, all->gradient, all->update + l);
  all->weights[l] = ck_divide(&product);
  all->is_shared |= all->weights[l].pieces > 1;
  all->pieces += all->weights[l].pieces + 1;
}

/// First the pieces of a layer's weights, then its biases.
static void descend_piece(const void *context, size_t piece, double *scratch) {
  const descents *all = context;
  size_t l = 0;
  for (; piece > all->weights[l].pieces; l++) piece -= all->weights[l].pieces + 1;
  if (piece < all->weights[l].pieces) ck_multiply_piece(&LEVEL, all->weights + l, piece, scratch);
  else descend_biases(all->layer + l, all->samples, all->gradient);
}

static void descend_all(const descents *all, double *scratch) {
  if (all->is_shared)
    ck_share(descend_piece, all, all->pieces, scratch);
  else
    for (size_t i = 0; i < all->pieces; i++) descend_piece(all, i, scratch);
}

#endif
