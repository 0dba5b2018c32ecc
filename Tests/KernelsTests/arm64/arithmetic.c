// Functions of one number and of two, reductions, and products.
#pragma STDC FP_CONTRACT OFF
#include "digests.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MANY = 6000 };

#define NAME(name) #name,
static const char *const unary_names[] = {CK_UNARY_FUNCTIONS(NAME)};
static const char *const binary_names[] = {CK_BINARY_FUNCTIONS(NAME)};
#undef NAME

/// Whole arrays, and short ones in place, which end within a register.
static void tell_unary(const ck_level *level, enum ck_unary f, const double *x, size_t count, double *y) {
  digest d = new_digest();
  ck_map(level, f, count, x, y, 1.3);
  take(&d, y, count);
  for (size_t n = 0; n < 20; n++) {
    memcpy(y, x + n, n * sizeof *y);
    ck_map(level, f, n, y, y, 0.7);
    take(&d, y, n);
  }
  tell(unary_names[f], d);
}

static void tell_binary(const ck_level *level, enum ck_binary f, const double *a, const double *b, double *y) {
  digest d = new_digest();
  for (size_t strides = 1; strides < 4; strides++) {
    ck_combine(level, f, MANY, a, strides & 1, b, strides >> 1, y);
    take(&d, y, MANY);
  }
  // Every edge with every other.
  for (size_t i = 0; i < edge_count; i++) {
    ck_combine(level, f, edge_count, edges + i, 0, edges, 1, y);
    take(&d, y, edge_count);
  }
  tell(binary_names[f], d);
}

static void tell_fused(const ck_level *level, const double *a, const double *b, double *c, double *y) {
  digest d = new_digest(), exact = new_digest();
  // Addends that cancel the product to its last bits.
  for (size_t i = 0; i < MANY; i += 2) {
    double product = a[i] * b[i];
    uint64_t bits;
    memcpy(&bits, &product, sizeof bits);
    bits = (bits ^ (uint64_t)1 << 63) + i % 5;
    memcpy(c + i, &bits, sizeof bits);
  }
  ck_fma(level, MANY, a, b, c, y);
  for (size_t i = 0; i < MANY; i++) {
    // What a NaN is made of is the business of what calls for a fused multiply-add.
    if (y[i] != y[i]) y[i] = 0;
    take(&d, y + i, 1);
    double one = ck_exact_fma(a[i], b[i], c[i]);
    if (one != one) one = 0;
    take(&exact, &one, 1);
  }
  tell("fused", d);
  tell("exactly-fused", exact);
}

void tell_functions(const ck_level *level) {
  stream s = {1};
  size_t count = MANY + edge_count;
  double *a = room(count), *b = room(count), *c = room(count), *y = room(count);
  fill_wild(&s, a, MANY);
  memcpy(a + MANY, edges, edge_count * sizeof *a);
  fill_wild(&s, b, count);
  fill_wild(&s, c, count);
  for (int f = 0; f < CK_UNARY_COUNT; f++) tell_unary(level, f, a, count, y);
  for (int f = 0; f < CK_BINARY_COUNT; f++) tell_binary(level, f, a, b, y);
  tell_fused(level, a, b, c, y);
  free(a), free(b), free(c), free(y);
}

void tell_reductions(const ck_level *level) {
  stream s = {2};
  double *x = room(MANY), *y = room(MANY);
  digest sum = new_digest(), squares = new_digest(), ends = new_digest(), places = new_digest(), softmax = new_digest();
  for (int kind = 0; kind < 2; kind++) {
    (kind == 0 ? fill_tame : fill_wild)(&s, x, MANY);
    for (size_t n = 0; n <= MANY; n = n < 40 ? n + 1 : n * 5 - 7) {
      const double *start = x + (n < 40 ? n * 40 : 0);
      double figures[] = {ck_sum(level, n, start), ck_sum_of_squares(level, n, start, 0.3), ck_least(level, n, start),
                          ck_greatest(level, n, start), (double)ck_index_of_greatest(level, n, start)};
      take(&sum, figures, 1);
      take(&squares, figures + 1, 1);
      take(&ends, figures + 2, 2);
      take(&places, figures + 4, 1);
      ck_softmax(level, n < 40 ? 3 : 1, n, start, y);
      take(&softmax, y, n < 40 ? 3 * n : n);
    }
  }
  tell("sum", sum);
  tell("sum-of-squares", squares);
  tell("least-and-greatest", ends);
  tell("index-of-greatest", places);
  tell("softmax", softmax);
  free(x), free(y);
}

/// A product of each form, its matrices with gaps between their rows, on one thread and on three.
static void tell_product(const ck_level *level, size_t rows, size_t inner, size_t columns, bool tame) {
  static const char *const forms[] = {"plain", "right-transposed", "left-transposed"};
  stream s = {rows * 1000003 + inner * 1009 + columns};
  // Room for either way of lying in memory.
  size_t gap = 3, c_stride = columns + gap;
  double *a = room((rows + gap) * (inner + gap)), *b = room((inner + gap) * (columns + gap));
  double *c = room(rows * c_stride), *scratch = room(ck_scratch(rows, inner, columns));
  (tame ? fill_tame : fill_wild)(&s, a, (rows + gap) * (inner + gap));
  (tame ? fill_tame : fill_wild)(&s, b, (inner + gap) * (columns + gap));
  for (int form = CK_PLAIN; form <= CK_LEFT_TRANSPOSED; form++) {
    digest d = new_digest();
    ck_product p = {form, rows, inner, columns, a, (form == CK_LEFT_TRANSPOSED ? rows : inner) + gap,
                    b, (form == CK_RIGHT_TRANSPOSED ? inner : columns) + gap, c, c_stride};
    for (size_t threads = 1; threads <= 3; threads += 2) {
      memset(c, 0, rows * c_stride * sizeof *c);
      ck_set_workforce(threads);
      ck_multiply(level, &p, scratch);
      take(&d, c, rows * c_stride);
    }
    char name[80];
    snprintf(name, sizeof name, "product-%zux%zux%zu-%s-%s", rows, inner, columns, forms[form], tame ? "tame" : "wild");
    tell(name, d);
  }
  ck_set_workforce(1);
  free(a), free(b), free(c), free(scratch);
}

void tell_products(const ck_level *level) {
  // Rows, terms, columns: one of each, what does not fill a register, a tile or a panel, and what is more than a strip
  // (288 columns), a stretch (384 terms) or a block (1024 rows) of the whole.
  static const size_t sizes[][3] = {
      {1, 1, 1},  {1, 37, 1},  {1, 19, 23},   {23, 19, 1},   {7, 0, 5},    {2, 3, 4},      {5, 7, 3},     {9, 11, 10},
      {17, 9, 8}, {31, 33, 7}, {40, 30, 37},  {25, 66, 49},  {65, 8, 12},  {130, 13, 321}, {33, 520, 34}, {195, 515, 27},
      {9, 5, 1030}, {1030, 5, 9}, {200, 24, 100}, {1030, 20, 140},
  };
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
    for (int tame = 0; tame < 2; tame++) tell_product(level, sizes[i][0], sizes[i][1], sizes[i][2], tame);
  stream s = {3};
  double *x = room(500), *y = room(70 * 90);
  digest outer = new_digest(), turned = new_digest();
  fill_wild(&s, x, 500);
  ck_outer(level, 21, 37, x, x + 100, y);
  take(&outer, y, 21 * 37);
  ck_transpose(19, 26, x, y);
  take(&turned, y, 19 * 26);
  tell("outer", outer);
  tell("transpose", turned);
  free(x), free(y);
}
