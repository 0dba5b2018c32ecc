// Batch normalisation (Ioffe and Szegedy, 2015) with PyTorch's figures: y = γ·x̂ + β, x̂ = (x − μ)/√(σ² + 10⁻⁵). The mean and
// variance of an output run over the samples in the order of every sum: sample s in lane s mod 8, and the tree. Here a
// lane is a row of registers, since the outputs lie side by side.
#ifndef CK_BATCHNORM_H
#define CK_BATCHNORM_H
#include "dense.h"

#define NORM_EPSILON 1e-5
/// How much of a batch's figures the running ones take on.
#define NORM_MOMENTUM 0.1

INLINE real column_tree(const real *sum) {
  return ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
}

static void normalize_training(size_t samples, const ck_layer *layer, const double *parameters, const double *x) {
  size_t columns = layer->outputs;
  double n = (double)samples;
  for (size_t j = 0; j < columns; j += LANES) {
    size_t width = columns - j < LANES ? columns - j : LANES;
    real sum[8] = {0}, squares[8] = {0};
    for (size_t s = 0; s < samples; s++) sum[s % 8] += take(x + s * columns + j, width);
    real mean = column_tree(sum) / n;
    for (size_t s = 0; s < samples; s++) {
      real d = take(x + s * columns + j, width) - mean;
      squares[s % 8] = fused(d, d, squares[s % 8]);
    }
    real total = column_tree(squares);
    real reciprocal = 1.0 / root(total / n + NORM_EPSILON);
    real scale = take(parameters + layer->weights + j, width), shift = take(parameters + layer->biases + j, width);
    for (size_t s = 0; s < samples; s++) {
      real normal = (take(x + s * columns + j, width) - mean) * reciprocal;
      give(layer->z + s * columns + j, normal, width);
      give(layer->a + s * columns + j, scale * normal + shift, width);
    }
    give(layer->reciprocal + j, reciprocal, width);
    if (samples > 1) {  // A sample alone has no variance to learn from.
      real unbiased = total / (n - 1.0);
      double *m = layer->mean + j, *v = layer->variance + j;
      give(m, (1.0 - NORM_MOMENTUM) * take(m, width) + NORM_MOMENTUM * mean, width);
      give(v, (1.0 - NORM_MOMENTUM) * take(v, width) + NORM_MOMENTUM * unbiased, width);
    }
  }
}

static void normalize_prediction(size_t samples, const ck_layer *layer, const double *parameters, const double *x) {
  size_t columns = layer->outputs;
  for (size_t j = 0; j < columns; j += LANES) {
    size_t width = columns - j < LANES ? columns - j : LANES;
    real mean = take(layer->mean + j, width);
    real reciprocal = 1.0 / root(take(layer->variance + j, width) + NORM_EPSILON);
    real scale = take(parameters + layer->weights + j, width), shift = take(parameters + layer->biases + j, width);
    for (size_t s = 0; s < samples; s++) {
      real normal = (take(x + s * columns + j, width) - mean) * reciprocal;
      give(layer->z + s * columns + j, normal, width);
      give(layer->a + s * columns + j, scale * normal + shift, width);
    }
  }
}

/// ∂L/∂γ and ∂L/∂β as chains over the samples, then ∂L/∂x = γ/σ · (δ − mean δ − x̂ · mean δx̂).
static void normalize_backward(size_t samples, const ck_layer *layer, const double *parameters, double *gradient,
                               double *carried) {
  size_t columns = layer->outputs;
  double n = (double)samples;
  for (size_t j = 0; j < columns; j += LANES) {
    size_t width = columns - j < LANES ? columns - j : LANES;
    real scale_sum = {0}, shift_sum = {0};
    for (size_t s = 0; s < samples; s++) {
      real delta = take(layer->delta + s * columns + j, width);
      scale_sum = fused(delta, take(layer->z + s * columns + j, width), scale_sum);
      shift_sum += delta;
    }
    give(gradient + layer->weights + j, scale_sum, width);
    give(gradient + layer->biases + j, shift_sum, width);
    real scale = take(parameters + layer->weights + j, width) * take(layer->reciprocal + j, width);
    real scale_mean = scale_sum / n, shift_mean = shift_sum / n;
    for (size_t s = 0; s < samples; s++) {
      real delta = take(layer->delta + s * columns + j, width), normal = take(layer->z + s * columns + j, width);
      give(carried + s * columns + j, scale * ((delta - shift_mean) - normal * scale_mean), width);
    }
  }
}

#endif
