// How a gradient becomes a step: one pass over parameters, gradient and what the rule remembers. The formulas are
// PyTorch's; every operation is rounded on its own, as a note's `w - η * g` is.
#ifndef CK_OPTIMIZERS_H
#define CK_OPTIMIZERS_H
#include "dense.h"
#include "power.h"
#include "reductions.h"

/// What one update has in common for all parameters.
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

/// A rule for LANES parameters (half of them where `lower`) and what it remembers of them, and for whole arrays.
#define RULE(name, memories, step)                                                                                     \
  INLINE void name##_step(real *p_, real g, real *m_, real *v_, real *u_, const ck_optimizer *o,                       \
                          const step_figures *f, bool lower) {                                                         \
    real p = *p_, m = *m_, v = *v_, u = *u_;                                                                           \
    (void)m, (void)v, (void)u, (void)o, (void)lower;                                                                   \
    g = gradient_of(f, g, p);                                                                                          \
    if (f->shrinks) p = p * f->shrink;                                                                                 \
    step;                                                                                                              \
    *p_ = p;                                                                                                           \
    if (memories > 0) *m_ = m;                                                                                         \
    if (memories > 1) *v_ = v;                                                                                         \
    if (memories > 2) *u_ = u;                                                                                         \
  }                                                                                                                    \
  static void update_##name(size_t count, double *p_, const double *g_, double *m_, double *v_, double *u_,            \
                            const ck_optimizer *o, const step_figures *f) {                                            \
    (void)m_, (void)v_, (void)u_;                                                                                      \
    for (size_t i = 0; i < count; i += LANES) {                                                                        \
      size_t n = count - i < LANES ? count - i : LANES;                                                                \
      real p = take(p_ + i, n), m = {0}, v = {0}, u = {0};                                                             \
      if (memories > 0) m = take(m_ + i, n);                                                                           \
      if (memories > 1) v = take(v_ + i, n);                                                                           \
      if (memories > 2) u = take(u_ + i, n);                                                                           \
      name##_step(&p, take(g_ + i, n), &m, &v, &u, o, f, false);                                                       \
      give(p_ + i, p, n);                                                                                              \
      if (memories > 0) give(m_ + i, m, n);                                                                            \
      if (memories > 1) give(v_ + i, v, n);                                                                            \
      if (memories > 2) give(u_ + i, u, n);                                                                            \
    }                                                                                                                  \
  }

INLINE real v_mean(const ck_optimizer *o, real v, real g) { return o->beta2 * v + (1.0 - o->beta2) * (g * g); }
INLINE real m_mean(const ck_optimizer *o, real m, real g) { return o->beta1 * m + (1.0 - o->beta1) * g; }
/// √v + ε
#define SPREAD(v) (root_of(v, lower) + o->epsilon)

RULE(sgd, 0, p = p - f->rate * g)
RULE(momentum, 1, m = o->beta1 * m + f->a * g; p = p - f->rate * m)
RULE(nesterov, 1, m = o->beta1 * m + g; p = p - f->rate * (g + o->beta1 * m))
RULE(adagrad, 1, m = m + g * g; p = p - f->a * over(g, SPREAD(m), lower))
RULE(rmsprop, 1, m = v_mean(o, m, g); p = p - f->rate * over(g, SPREAD(m), lower))
RULE(rmsprop_momentum, 2, m = v_mean(o, m, g); v = o->momentum * v + over(g, SPREAD(m), lower); p = p - f->rate * v)
RULE(rmsprop_centered, 2, m = v_mean(o, m, g); v = o->beta2 * v + (1.0 - o->beta2) * g;
     p = p - f->rate * over(g, SPREAD(m - v * v), lower))
RULE(rmsprop_centered_momentum, 3, m = v_mean(o, m, g); v = o->beta2 * v + (1.0 - o->beta2) * g;
     u = o->momentum * u + over(g, SPREAD(m - v * v), lower); p = p - f->rate * u)
RULE(adadelta, 2, m = v_mean(o, m, g);
     real d = over(root_of(v + o->epsilon, lower), root_of(m + o->epsilon, lower), lower) * g;
     v = o->beta2 * v + (1.0 - o->beta2) * (d * d); p = p - f->rate * d)
RULE(adam, 2, m = m_mean(o, m, g); v = v_mean(o, v, g); real d = root_of(v, lower) * f->b + o->epsilon;
     p = p - f->a * over(m, d, lower))
RULE(adam_amsgrad, 3, m = m_mean(o, m, g); v = v_mean(o, v, g); u = choose(v > u, v, u);
     real d = root_of(u, lower) * f->b + o->epsilon; p = p - f->a * over(m, d, lower))
RULE(nadam, 2, m = m_mean(o, m, g); v = v_mean(o, v, g); real d = root_of(v, lower) * f->b + o->epsilon;
     p = (p - f->c * over(g, d, lower)) - f->d * over(m, d, lower))
RULE(adamax, 2, m = m_mean(o, m, g); real d = magnitude(g) + o->epsilon; real e = o->beta2 * v;
     v = choose(d > e, d, e); p = p - f->a * over(m, v, lower))
#undef SPREAD
#undef RULE

typedef void (*update_rule)(size_t, double *, const double *, double *, double *, double *, const ck_optimizer *,
                            const step_figures *);
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

/// What brings the norm of what is to be updated, summed stretch by stretch, down to its bound.
static double clip_factor(const ck_optimizer *o, const double *gradient) {
  double total = 0;
  for (size_t i = 0; i < o->stretches; i++)
    total += reduce_sum_of_squares(o->stretch[i].count, gradient + o->stretch[i].start, 0);
  double norm = __builtin_sqrt(total);
  return norm > o->clip ? o->clip / norm : 1.0;
}

/// A stretch that threads share: each piece is an update of its own.
typedef struct {
  const ck_optimizer *optimizer;
  const step_figures *figures;
  size_t count;
  double *parameters, *memory[3];
  const double *gradient;
} shared_update;

/// Parameters of a piece: enough to be worth handing over.
#define UPDATE_PIECE 32768

static void update_piece(const void *context, size_t piece, double *scratch) {
  (void)scratch;
  const shared_update *s = context;
  size_t start = piece * UPDATE_PIECE, rest = s->count - start;
  double *memory[3];
  for (int m = 0; m < 3; m++) memory[m] = s->memory[m] ? s->memory[m] + start : NULL;
  update_rules[s->optimizer->rule](rest < UPDATE_PIECE ? rest : UPDATE_PIECE, s->parameters + start, s->gradient + start,
                                   memory[0], memory[1], memory[2], s->optimizer, s->figures);
}

static void update(ck_optimizer *o, double *parameters, const double *gradient, double rate) {
  o->factor = o->clip > 0 ? clip_factor(o, gradient) : 1.0;
  step_figures f = figures_of(o);
  advance(&f, o, rate);
  for (size_t i = 0; i < o->stretches; i++) {
    ck_stretch s = o->stretch[i];
    decay_by(&f, o, s.is_weight ? o->l2 : 0);
    shared_update shared = {o, &f, s.count, parameters + s.start, {NULL}, gradient + s.start};
    for (int m = 0; m < 3; m++) shared.memory[m] = o->memory[m] ? o->memory[m] + s.start : NULL;
    ck_share(update_piece, &shared, (s.count + UPDATE_PIECE - 1) / UPDATE_PIECE, NULL);
  }
}

#endif
