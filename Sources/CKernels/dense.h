// The three products of a dense layer, with batches of one row a sample and weights of one row an input:
//
//     z = x · W + b        ∂L/∂W = xᵀ · δ        ∂L/∂x = δ · Wᵀ
//
// Each element is one chain of fused multiply-adds in index order from +0, and the bias is added after it. Lanes run
// over columns of the result, so only the right factor must have its columns side by side; where it has not, or where many
// rows share it, a panel of it is copied first. Large products go to products.h, which has the same chains.
#ifndef CK_DENSE_H
#define CK_DENSE_H
#include <string.h>

#include "CTraining.h"
#include "level.h"
#include "lanes.h"

/// `count` elements, from 1 to LANES.
INLINE real take(const double *x, size_t count) { return count == LANES ? load(x) : load_some(x, count); }
INLINE void give(double *y, real value, size_t count) {
  if (count == LANES) store(y, value);
  else store_some(y, value, count);
}

/// A matrix: its first element, the distances to the next row and to the next column.
typedef struct { const double *start; size_t row, column; } strided;

#if LANES == 8
#define DENSE_ROWS 8
#else
#define DENSE_ROWS 4
#endif
#define DENSE_WIDTH (2 * LANES)
#define DENSE_DEPTH 256
/// From so many rows on, copying a panel pays.
#define DENSE_COPIES 32

/// A stretch of the chains of a block of the result, `registers` wide, the last of them `width` lanes; they start from
/// 0 where `first`, and where `last` the bias, if there is one, ends them.
INLINE void dense_block(int rows, int registers, size_t width, size_t depth, strided a, const double *b, size_t b_row,
                        bool padded, const double *bias, double *c, size_t c_row, bool first, bool last) {
  const int end = registers - 1;
  bool full = width == LANES;
  real sum[DENSE_ROWS][2] = {0};
  if (!first)
    for (int r = 0; r < rows; r++) {
      if (registers == 2) sum[r][0] = load(c + (size_t)r * c_row);
      sum[r][end] = load_some(c + (size_t)r * c_row + end * LANES, width);
    }
  for (size_t k = 0; k < depth; k++) {
    real right[2];
    if (registers == 2) right[0] = load(b + k * b_row);
    right[end] = full || padded ? load(b + k * b_row + end * LANES) : load_some(b + k * b_row + end * LANES, width);
    for (int r = 0; r < rows; r++) {
      real left = splat(a.start[(size_t)r * a.row + k * a.column]);
      for (int i = 0; i < registers; i++) sum[r][i] = fused(left, right[i], sum[r][i]);
    }
  }
  if (last && bias) {
    real added[2];
    if (registers == 2) added[0] = load(bias);
    added[end] = load_some(bias + end * LANES, width);
    for (int r = 0; r < rows; r++)
      for (int i = 0; i < registers; i++) sum[r][i] += added[i];
  }
  for (int r = 0; r < rows; r++) {
    if (registers == 2) store(c + (size_t)r * c_row, sum[r][0]);
    if (full) store(c + (size_t)r * c_row + end * LANES, sum[r][end]);
    else store_some(c + (size_t)r * c_row + end * LANES, sum[r][end], width);
  }
}

/// The columns of the result under one panel, from top to bottom.
#define DENSE_COLUMNS(name, registers, width_, padded)                                                                 \
  static void name(size_t rows, size_t width, size_t depth, strided a, const double *b, size_t b_row,                  \
                   const double *bias, double *c, size_t c_row, bool first, bool last) {                               \
    (void)width;                                                                                                       \
    for (; rows >= DENSE_ROWS; rows -= DENSE_ROWS, a.start += DENSE_ROWS * a.row, c += DENSE_ROWS * c_row)             \
      dense_block(DENSE_ROWS, registers, width_, depth, a, b, b_row, padded, bias, c, c_row, first, last);             \
    for (; rows >= 4; rows -= 4, a.start += 4 * a.row, c += 4 * c_row)                                                 \
      dense_block(4, registers, width_, depth, a, b, b_row, padded, bias, c, c_row, first, last);                      \
    for (; rows > 0; rows--, a.start += a.row, c += c_row)                                                             \
      dense_block(1, registers, width_, depth, a, b, b_row, padded, bias, c, c_row, first, last);                      \
  }
DENSE_COLUMNS(dense_two, 2, LANES, false)
DENSE_COLUMNS(dense_two_masked, 2, width, false)
DENSE_COLUMNS(dense_two_padded, 2, width, true)
DENSE_COLUMNS(dense_one, 1, LANES, false)
DENSE_COLUMNS(dense_one_masked, 1, width, false)
DENSE_COLUMNS(dense_one_padded, 1, width, true)

static void dense_panel(size_t rows, size_t columns, size_t depth, strided a, const double *b, size_t b_row,
                        bool padded, const double *bias, double *c, size_t c_row, bool first, bool last) {
  if (columns > LANES) {
    size_t width = columns - LANES;
    (width == LANES ? dense_two : padded ? dense_two_padded : dense_two_masked)(rows, width, depth, a, b, b_row, bias,
                                                                                c, c_row, first, last);
  } else {
    (columns == LANES ? dense_one : padded ? dense_one_padded : dense_one_masked)(rows, columns, depth, a, b, b_row,
                                                                                  bias, c, c_row, first, last);
  }
}

/// A copy of depth × columns elements of b, in rows of DENSE_WIDTH filled up with zeros.
static void copy_columns(size_t depth, size_t columns, strided b, double *copy) {
  if (b.column == 1) {
    for (size_t k = 0; k < depth; k++)
      for (size_t j = 0; j < DENSE_WIDTH; j++) copy[k * DENSE_WIDTH + j] = j < columns ? b.start[k * b.row + j] : 0.0;
  } else {
    if (columns < DENSE_WIDTH) memset(copy, 0, depth * DENSE_WIDTH * sizeof(double));
    for (size_t j = 0; j < columns; j++)
      for (size_t k = 0; k < depth; k++) copy[k * DENSE_WIDTH + j] = b.start[k * b.row + j * b.column];
  }
}

/// c = a·b (+ bias), c being rows × columns without gaps.
static void dense_product(size_t rows, size_t inner, size_t columns, strided a, strided b, const double *bias,
                          double *c) {
  double copy[DENSE_DEPTH * DENSE_WIDTH];
  bool copies = b.column != 1 || rows >= DENSE_COPIES;
  for (size_t k = 0; k < inner; k += DENSE_DEPTH) {
    size_t depth = inner - k < DENSE_DEPTH ? inner - k : DENSE_DEPTH;
    for (size_t j = 0; j < columns; j += DENSE_WIDTH) {
      size_t width = columns - j < DENSE_WIDTH ? columns - j : DENSE_WIDTH;
      strided part = {b.start + k * b.row + j * b.column, b.row, b.column};
      if (copies) copy_columns(depth, width, part, copy);
      dense_panel(rows, width, depth, (strided){a.start + k * a.column, a.row, a.column}, copies ? copy : part.start,
                  copies ? DENSE_WIDTH : b.row, copies, bias ? bias + j : NULL, c + j, columns, k == 0,
                  k + depth == inner);
    }
  }
}

/// From so many multiplications on products.h, which may share them among threads, does better.
#define LARGE_PRODUCT 30000.0

extern const ck_level LEVEL;

INLINE bool is_large(size_t rows, size_t inner, size_t columns) {
  return (double)rows * (double)inner * (double)columns >= LARGE_PRODUCT;
}

/// A product that is large is left to the matrix product proper, and to all threads; false where it is not.
static bool large_product(enum ck_form form, size_t rows, size_t inner, size_t columns, const double *a,
                          size_t a_stride, const double *b, size_t b_stride, const double *bias, double *c,
                          const ck_sequel *sequel, double *panels) {
  if (!is_large(rows, inner, columns)) return false;
  ck_product product = {form, rows, inner, columns, a, a_stride, b, b_stride, c, columns, bias};
  ck_multiply_and(&LEVEL, &product, sequel, panels);
  return true;
}

/// z of a layer of one neuron: lanes run over samples.
static void dense_single(size_t samples, size_t inputs, const double *x, const double *w, double bias, double *z) {
  for (size_t s = 0; s < samples; s += LANES) {
    size_t height = samples - s < LANES ? samples - s : LANES;
    real sum = splat(0.0);
    if (height == LANES) {
      for (size_t k = 0; k < inputs; k++) {
        real left;
        for (int l = 0; l < LANES; l++) left[l] = x[(s + l) * inputs + k];
        sum = fused(left, splat(w[k]), sum);
      }
      store(z + s, sum + bias);
    } else {
      const double *row[LANES];
      for (size_t l = 0; l < LANES; l++) row[l] = x + (s + (l < height ? l : 0)) * inputs;
      for (size_t k = 0; k < inputs; k++) {
        real left;
        for (int l = 0; l < LANES; l++) left[l] = row[l][k];
        sum = fused(left, splat(w[k]), sum);
      }
      store_some(z + s, sum + bias, height);
    }
  }
}

/// z of a layer, and whether the sequel, which may be null, was carried out.
static bool dense_forward(size_t samples, const ck_layer *layer, const double *parameters, const double *x,
                          const ck_sequel *sequel, double *panels) {
  size_t in = layer->inputs, out = layer->outputs;
  const double *w = parameters + layer->weights, *b = parameters + layer->biases;
  if (out == 1)
    dense_single(samples, in, x, w, *b, layer->z);
  else if (large_product(CK_PLAIN, samples, in, out, x, in, w, out, b, layer->z, sequel, panels))
    return sequel != NULL;
  else
    dense_product(samples, in, out, (strided){x, in, 1}, (strided){w, out, 1}, b, layer->z);
  return false;
}

/// The sums of δ over the samples, in their order.
static void dense_bias_gradient(size_t samples, size_t outputs, const double *delta, double *gradient) {
  size_t j = 0;
  for (; j + 4 * LANES <= outputs; j += 4 * LANES) {
    real sum[4] = {0};
    for (size_t s = 0; s < samples; s++)
      for (int i = 0; i < 4; i++) sum[i] += load(delta + s * outputs + j + i * LANES);
    for (int i = 0; i < 4; i++) store(gradient + j + i * LANES, sum[i]);
  }
  for (; j < outputs; j += LANES) {
    size_t width = outputs - j < LANES ? outputs - j : LANES;
    real sum = {0};
    for (size_t s = 0; s < samples; s++) sum += load_some(delta + s * outputs + j, width);
    store_some(gradient + j, sum, width);
  }
}

/// Whether the gradient of its weights is a large product.
INLINE bool has_many_weights(const ck_layer *layer, size_t samples) {
  return layer->outputs > 1 && is_large(layer->inputs, samples, layer->outputs);
}

/// The product that is the gradients of the weights of a layer: xᵀ·δ.
INLINE ck_product weight_product(size_t samples, const ck_layer *layer, const double *x, double *gradient) {
  size_t in = layer->inputs, out = layer->outputs;
  double *w = gradient + layer->weights;
  return (ck_product){CK_LEFT_TRANSPOSED, in, samples, out, x, in, layer->delta, out, w, out, NULL};
}

/// The gradients of the weights of a layer that has few.
static void dense_weight_gradient(size_t samples, const ck_layer *layer, const double *x, double *gradient) {
  size_t in = layer->inputs, out = layer->outputs;
  const double *delta = layer->delta;
  double *w = gradient + layer->weights;
  if (out == 1)  // A column and a row lie alike: the inputs side by side.
    dense_product(1, samples, in, (strided){delta, samples, 1}, (strided){x, in, 1}, NULL, w);
  else
    dense_product(in, samples, out, (strided){x, 1, in}, (strided){delta, out, 1}, NULL, w);
}

/// ∂L/∂x, and whether the sequel, which may be null, was carried out.
static bool dense_carry(size_t samples, const ck_layer *layer, const double *parameters, double *carried,
                        const ck_sequel *sequel, double *panels) {
  size_t in = layer->inputs, out = layer->outputs;
  const double *w = parameters + layer->weights;
  if (large_product(CK_RIGHT_TRANSPOSED, samples, out, in, layer->delta, out, w, out, NULL, carried, sequel, panels))
    return sequel != NULL;
  dense_product(samples, out, in, (strided){layer->delta, out, 1}, (strided){w, 1, out}, NULL, carried);
  return false;
}

#endif
