// The rules by which a gradient becomes a step, each one pass over parameters, gradient and what it remembers. The
// formulas are PyTorch's; every operation is rounded on its own, as a note's `w - η * g` is.
#ifndef CK_OPTIMIZERS_H
#define CK_OPTIMIZERS_H
#include "dense.h"
#include "power.h"
#include "quotients.h"

/// What one update has in common for parameters of one kind.
typedef struct {
  double rate, factor, decay, shrink;
  bool clips, decays, shrinks;
  double a, b, c, d;
} step_figures;

/// The gradient as the rule sees it: clipped, then with λw or the weight decay added.
INLINE real gradient_of(const step_figures *f, real g, real p) {
  if (f->clips) g = g * f->factor;
  if (f->decays) g = g + f->decay * p;
  return g;
}

/// LANES parameters, their gradient, and what is remembered of them.
typedef struct { real p, g, m, v, u; } cell;
typedef struct { real numerator, denominator; } fraction;

/// The arrays of an update.
typedef struct {
  double *p;
  const double *g;
  double *m, *v, *u;
} cell_arrays;

INLINE cell take_cell(const cell_arrays *from, int memories, size_t at, size_t count) {
  cell c = {take(from->p + at, count), take(from->g + at, count), {0}, {0}, {0}};
  if (memories > 0) c.m = take(from->m + at, count);
  if (memories > 1) c.v = take(from->v + at, count);
  if (memories > 2) c.u = take(from->u + at, count);
  return c;
}

INLINE void give_cell(const cell_arrays *to, const cell *c, int memories, size_t at, size_t count) {
  give(to->p + at, c->p, count);
  if (memories > 0) give(to->m + at, c->m, count);
  if (memories > 1) give(to->v + at, c->v, count);
  if (memories > 2) give(to->u + at, c->u, count);
}

/// A rule, for a cell and for arrays: what comes first, the fraction whose quotient q is wanted, and what follows. The
/// roots of the next cells are begun before the quotients of these, so that neither waits for the other. What is the same
/// for all cells is copied: no store can change it then, and it stays in registers.
#define RULE(name, memories, first, numerator_, denominator_, then)                                                    \
  INLINE fraction name##_first(cell *c, const ck_optimizer *o, const step_figures *f, enum quotients how) {            \
    real p = c->p, g = gradient_of(f, c->g, p), m = c->m, v = c->v, u = c->u;                                          \
    (void)o, (void)how;                                                                                                \
    if (f->shrinks) p = p * f->shrink;                                                                                 \
    first;                                                                                                             \
    *c = (cell){p, g, m, v, u};                                                                                        \
    return (fraction){numerator_, denominator_};                                                                       \
  }                                                                                                                    \
  INLINE void name##_then(cell *c, real q, const ck_optimizer *o, const step_figures *f, enum quotients how) {         \
    real p = c->p, g = c->g, m = c->m, v = c->v, u = c->u;                                                             \
    (void)q, (void)o, (void)how;                                                                                       \
    then;                                                                                                              \
    *c = (cell){p, g, m, v, u};                                                                                        \
  }                                                                                                                    \
  INLINE void name##_step(cell *c, const ck_optimizer *o, const step_figures *f, enum quotients how) {                 \
    fraction of = name##_first(c, o, f, how);                                                                          \
    name##_then(c, over(of.numerator, of.denominator, how), o, f, how);                                                \
  }                                                                                                                    \
  static void update_##name(size_t count, const cell_arrays *arrays, const ck_optimizer *o, const step_figures *f) {   \
    const cell_arrays at = *arrays;                                                                                    \
    const ck_optimizer rule = *o;                                                                                      \
    const step_figures now = *f;                                                                                       \
    size_t i = 0, blocks = count / (QUOTIENTS * LANES);                                                                \
    cell next[QUOTIENTS];                                                                                              \
    fraction of_next[QUOTIENTS];                                                                                       \
    if (blocks > 0) EACH(k, QUOTIENTS) {                                                                               \
      next[k] = take_cell(&at, memories, k * LANES, LANES);                                                            \
      of_next[k] = name##_first(next + k, &rule, &now, WHOLE);                                                         \
    }                                                                                                                  \
    for (; blocks > 0; blocks--, i += QUOTIENTS * LANES) {                                                             \
      cell c[QUOTIENTS];                                                                                               \
      real n[QUOTIENTS], d[QUOTIENTS];                                                                                 \
      EACH(k, QUOTIENTS) c[k] = next[k], n[k] = of_next[k].numerator, d[k] = of_next[k].denominator;                   \
      if (blocks > 1) EACH(k, QUOTIENTS) {                                                                             \
        next[k] = take_cell(&at, memories, i + (QUOTIENTS + k) * LANES, LANES);                                        \
        of_next[k] = name##_first(next + k, &rule, &now, WHOLE);                                                       \
      }                                                                                                                \
      divide_many(n, d);                                                                                               \
      EACH(k, QUOTIENTS) {                                                                                             \
        name##_then(c + k, n[k], &rule, &now, WHOLE);                                                                  \
        give_cell(&at, c + k, memories, i + k * LANES, LANES);                                                         \
      }                                                                                                                \
    }                                                                                                                  \
    for (; i < count; i += LANES) {                                                                                    \
      size_t width = count - i < LANES ? count - i : LANES;                                                            \
      cell c = take_cell(&at, memories, i, width);                                                                     \
      name##_step(&c, &rule, &now, WHOLE);                                                                             \
      give_cell(&at, &c, memories, i, width);                                                                          \
    }                                                                                                                  \
  }

/// √v + ε
#define SPREAD(v) (root_of(v, how) + o->epsilon)

INLINE real v_mean(const ck_optimizer *o, real v, real g) { return o->beta2 * v + (1.0 - o->beta2) * (g * g); }
INLINE real m_mean(const ck_optimizer *o, real m, real g) { return o->beta1 * m + (1.0 - o->beta1) * g; }
INLINE real corrected_spread(const ck_optimizer *o, const step_figures *f, real v, enum quotients how) {
  return root_of(v, how) * f->b + o->epsilon;
}

RULE(sgd, 0, , g, splat(1.0), p = p - f->rate * g)
RULE(momentum, 1, m = o->beta1 * m + f->a * g, g, splat(1.0), p = p - f->rate * m)
RULE(nesterov, 1, m = o->beta1 * m + g, g, splat(1.0), p = p - f->rate * (g + o->beta1 * m))
RULE(adagrad, 1, m = m + g * g, g, SPREAD(m), p = p - f->a * q)
RULE(rmsprop, 1, m = v_mean(o, m, g), g, SPREAD(m), p = p - f->rate * q)
RULE(rmsprop_momentum, 2, m = v_mean(o, m, g), g, SPREAD(m), v = o->momentum * v + q; p = p - f->rate * v)
RULE(rmsprop_centered, 2, m = v_mean(o, m, g); v = o->beta2 * v + (1.0 - o->beta2) * g, g, SPREAD(m - v * v),
     p = p - f->rate * q)
RULE(rmsprop_centered_momentum, 3, m = v_mean(o, m, g); v = o->beta2 * v + (1.0 - o->beta2) * g, g, SPREAD(m - v * v),
     u = o->momentum * u + q; p = p - f->rate * u)
RULE(adadelta, 2, m = v_mean(o, m, g), root_of(v + o->epsilon, how), root_of(m + o->epsilon, how), real d = q * g;
     v = o->beta2 * v + (1.0 - o->beta2) * (d * d); p = p - f->rate * d)
RULE(adam, 2, m = m_mean(o, m, g); v = v_mean(o, v, g), m, corrected_spread(o, f, v, how), p = p - f->a * q)
RULE(adam_amsgrad, 3, m = m_mean(o, m, g); v = v_mean(o, v, g); u = choose(v > u, v, u), m,
     corrected_spread(o, f, u, how), p = p - f->a * q)
RULE(nadam, 2, m = m_mean(o, m, g); v = v_mean(o, v, g), g, corrected_spread(o, f, v, how),
     p = (p - f->c * q) - f->d * over(m, corrected_spread(o, f, v, how), how))
RULE(adamax, 2, m = m_mean(o, m, g); real d = magnitude(g) + o->epsilon; real e = o->beta2 * v;
     v = choose(d > e, d, e), m, v, p = p - f->a * q)
#undef SPREAD
#undef RULE

typedef void (*update_rule)(size_t, const cell_arrays *, const ck_optimizer *, const step_figures *);
static const update_rule update_rules[] = {
    [CK_RULE_SGD] = update_sgd,
    [CK_RULE_MOMENTUM] = update_momentum,
    [CK_RULE_NESTEROV] = update_nesterov,
    [CK_RULE_ADAGRAD] = update_adagrad,
    [CK_RULE_RMSPROP] = update_rmsprop,
    [CK_RULE_RMSPROP_MOMENTUM] = update_rmsprop_momentum,
    [CK_RULE_RMSPROP_CENTERED] = update_rmsprop_centered,
    [CK_RULE_RMSPROP_CENTERED_MOMENTUM] = update_rmsprop_centered_momentum,
    [CK_RULE_ADADELTA] = update_adadelta,
    [CK_RULE_ADAM] = update_adam,
    [CK_RULE_ADAM_AMSGRAD] = update_adam_amsgrad,
    [CK_RULE_NADAM] = update_nadam,
    [CK_RULE_ADAMAX] = update_adamax,
};

/// 0.96^x, which nadam's momenta approach their limit by. Cold, so that what the other rules have in registers stays there.
__attribute__((cold, noinline)) static double nadam_momentum(const ck_optimizer *o, double x) {
  double power;
  const double base = 0.96;
  double exponent = x * o->momentum_decay;
  combine_power(1, &base, 0, &exponent, 0, &power);
  return o->beta1 * (1.0 - 0.5 * power);
}

/// A power and one factor more, unless it is too small to be seen beside 1: subnormal numbers are slow.
INLINE double raised_power(double power, double base) { return power < 0x1p-900 ? power : power * base; }

/// The figures of the next update; what no update changes is in `f` already.
INLINE void advance(step_figures *f, ck_optimizer *o, double rate) {
  bool first = o->count++ == 0;
  f->rate = rate;
  if (f->shrinks) f->shrink = 1.0 - rate * o->decay;
  switch (o->rule) {
  case CK_RULE_MOMENTUM: f->a = first ? 1.0 : 1.0 - o->dampening; break;
  case CK_RULE_ADAGRAD: f->a = rate / (1.0 + (double)(o->count - 1) * o->rate_decay); break;
  case CK_RULE_ADAM:
  case CK_RULE_ADAM_AMSGRAD:
    o->power1 = raised_power(o->power1, o->beta1), o->power2 = raised_power(o->power2, o->beta2);
    f->a = rate / (1.0 - o->power1);
    f->b = 1.0 / __builtin_sqrt(1.0 - o->power2);
    break;
  case CK_RULE_ADAMAX:
    o->power1 = raised_power(o->power1, o->beta1);
    f->a = rate / (1.0 - o->power1);
    break;
  case CK_RULE_NADAM: {
    double t = (double)o->count, now = nadam_momentum(o, t), next = nadam_momentum(o, t + 1.0);
    o->power1 = raised_power(o->power1, now), o->power2 = raised_power(o->power2, o->beta2);
    f->b = 1.0 / __builtin_sqrt(1.0 - o->power2);
    f->c = rate * (1.0 - now) / (1.0 - o->power1);
    f->d = rate * next / (1.0 - o->power1 * next);
    break;
  }
  case CK_RULE_SGD:
  case CK_RULE_NESTEROV:
  case CK_RULE_RMSPROP:
  case CK_RULE_RMSPROP_MOMENTUM:
  case CK_RULE_RMSPROP_CENTERED:
  case CK_RULE_RMSPROP_CENTERED_MOMENTUM:
  case CK_RULE_ADADELTA: break;
  }
}

INLINE void decay_by(step_figures *f, const ck_optimizer *o, double l2) {
  f->decay = l2 + (o->decay_is_decoupled ? 0 : o->decay);
  f->decays = f->decay != 0;
}

/// The figures that no update changes.
INLINE step_figures figures_of(const ck_optimizer *o) {
  step_figures f = {.factor = o->factor, .clips = o->factor != 1.0};
  f.shrinks = o->decay_is_decoupled && o->decay != 0;
  decay_by(&f, o, 0);
  return f;
}

#endif
