// The step of one update: what all parameters have in common, and how an array of them goes along its gradient.
#ifndef CK_STEPS_H
#define CK_STEPS_H
#include "optimizers.h"
#include "reductions.h"

/// The rule of the update at hand, its figures for other parameters and for weights, and all that it concerns.
typedef struct {
  const ck_optimizer *optimizer;
  step_figures figures[2];
  cell_arrays arrays;
} step;

/// What brings the norm of what is to be updated, summed stretch by stretch, down to its bound.
static double clip_factor(const ck_optimizer *o, const double *gradient) {
  double total = 0;
  for (size_t i = 0; i < o->stretches; i++)
    total += reduce_sum_of_squares(o->stretch[i].count, gradient + o->stretch[i].start, 0);
  double norm = __builtin_sqrt(total);
  return norm > o->clip ? o->clip / norm : 1.0;
}

/// Begins an update. Its gradient need not be known yet, unless its norm has a bound.
static step begin_step(ck_optimizer *o, double *parameters, const double *gradient, double rate) {
  o->factor = o->clip > 0 ? clip_factor(o, gradient) : 1.0;
  step s = {o, {figures_of(o)}, {parameters, gradient, o->memory[0], o->memory[1], o->memory[2]}};
  advance(s.figures, o, rate);
  s.figures[true] = s.figures[false];
  decay_by(s.figures + true, o, o->l2);
  return s;
}

INLINE void take_step(const step *s, bool is_weight, size_t start, size_t count) {
  const cell_arrays *all = &s->arrays;
  cell_arrays here = {all->p + start, all->g + start, all->m ? all->m + start : NULL, all->v ? all->v + start : NULL,
                      all->u ? all->u + start : NULL};
  update_rules[s->optimizer->rule](count, &here, s->optimizer, s->figures + is_weight);
}

/// How one array is updated: all of it, or nothing, and then the step is null.
typedef struct {
  const step *step;
  bool is_weight;
} array_step;

/// Of the array that begins at `start`. There may be no step.
INLINE array_step step_of_array(const step *s, size_t start) {
  for (size_t i = 0; s && i < s->optimizer->stretches; i++) {
    const ck_stretch *stretch = s->optimizer->stretch + i;
    if (start - stretch->start < stretch->count) return (array_step){s, stretch->is_weight};
  }
  return (array_step){NULL, false};
}

/// Updates a run of an array, whose gradient is at hand: the sequel of a product, or called for itself.
static void update_run(const void *context, double *g, size_t count, double *scratch) {
  (void)scratch;
  const array_step *of = context;
  if (of->step) take_step(of->step, of->is_weight, (size_t)(g - of->step->arrays.g), count);
}

/// What the update of a parameter counts as in multiplications. It takes longer, but in a cache that has seen it before.
#define UPDATE_WEIGHT 8

/// A stretch that threads share: each piece is an update of its own.
typedef struct {
  const step *step;
  const ck_stretch *stretch;
} shared_stretch;

/// Parameters of a piece: enough to be worth handing over.
#define UPDATE_PIECE 32768

static void update_piece(const void *context, size_t piece, double *scratch) {
  (void)scratch;
  const shared_stretch *shared = context;
  size_t first = piece * UPDATE_PIECE, rest = shared->stretch->count - first;
  take_step(shared->step, shared->stretch->is_weight, shared->stretch->start + first,
            rest < UPDATE_PIECE ? rest : UPDATE_PIECE);
}

/// Updates everything, once all of the gradient is known.
static void update_all(const step *s) {
  for (size_t i = 0; i < s->optimizer->stretches; i++) {
    const ck_stretch *stretch = s->optimizer->stretch + i;
    shared_stretch shared = {s, stretch};
    ck_share(update_piece, &shared, (stretch->count + UPDATE_PIECE - 1) / UPDATE_PIECE, NULL);
  }
}

#endif
