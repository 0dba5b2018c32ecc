// Small networks of two layers whose hidden numbers fit in two registers and whose outputs in one: XOR's, and those of most
// first notes on the subject. All that an update changes stays in registers from one update to the next, and what the
// permutations go by is laid out once. What is left is the length of the chain from weights to weights; so nothing that the
// next update does not need, such as the loss, is waited for.
#ifndef CK_SMALL_PAIR_H
#define CK_SMALL_PAIR_H
#include "near.h"
#include "small.h"

#if LANES == 8

/// Registers of the hidden layer, and the most inputs, neurons and samples that these allow.
#define PAIR_REGISTERS 2
#define PAIR_ELEMENTS (PAIR_REGISTERS * LANES)

/// The left and the right operand's places of every term, term by term; for a bias there is no left one.
typedef struct {
  size_t inputs, hidden, outputs, samples;
  /// Whether half a register is enough for a batch's outputs, and for the parameters of each register.
  bool lower, are_few[PAIR_REGISTERS + 1];
  mask is_weight;
  bits hidden_weight[PAIR_ELEMENTS][PAIR_REGISTERS], output_left[LANES], output_weight[LANES];
  bits carried_delta[LANES][PAIR_REGISTERS], carried_weight[LANES][PAIR_REGISTERS];
  bits output_from[LANES], output_to[LANES], hidden_to[LANES][PAIR_REGISTERS];
  /// The inputs in place: for the hidden layer, and for its gradient, with 1 for a bias.
  real forward[PAIR_ELEMENTS][PAIR_REGISTERS], back[LANES][PAIR_REGISTERS];
} small_pair;

/// The parameters, the hidden layer's first, and what is remembered of them.
typedef struct { real parameters[PAIR_REGISTERS + 1], memory[3][PAIR_REGISTERS + 1]; } pair_state;

static bool is_pair(const small_network *small) {
  if (small->layers != 2) return false;
  const small_layer *hidden = small->layer, *output = hidden + 1;
  return hidden->parameter_registers <= PAIR_REGISTERS && hidden->batch_registers <= PAIR_REGISTERS &&
         output->parameter_registers == 1 && output->batch_registers == 1;
}

static void pair_begin(small_pair *pair, const small_network *small) {
  const small_layer *hidden = small->layer, *output = hidden + 1;
  int64_t in = (int64_t)hidden->inputs, neurons = (int64_t)hidden->outputs, out = (int64_t)output->outputs;
  pair->inputs = hidden->inputs, pair->hidden = hidden->outputs, pair->outputs = output->outputs;
  pair->samples = small->samples;
  pair->lower = small->samples * output->outputs <= LANES / 2;
  for (size_t r = 0; r < PAIR_REGISTERS; r++)
    pair->are_few[r] = (hidden->inputs + 1) * hidden->outputs <= r * LANES + LANES / 2;
  pair->are_few[PAIR_REGISTERS] = (output->inputs + 1) * output->outputs <= LANES / 2;
  pair->is_weight = output->is_weight[0];
  for (int64_t k = 0; k <= neurons; k++) {
    if (k < neurons) pair->output_left[k] = output->first_input[0] + k;
    pair->output_weight[k] = output->neuron[0] + k * out;
  }
  for (int64_t s = 0; s < (int64_t)small->samples; s++) {
    pair->output_from[s] = output->input[0] + s * neurons;
    pair->output_to[s] = output->column[0] + s * out;
  }
  for (int r = 0; r < PAIR_REGISTERS; r++) {
    for (int64_t k = 0; k <= in; k++) pair->hidden_weight[k][r] = hidden->neuron[r] + k * neurons;
    for (int64_t s = 0; s < (int64_t)small->samples; s++) pair->hidden_to[s][r] = hidden->column[r] + s * neurons;
    for (int64_t j = 0; j < out; j++) {
      pair->carried_delta[j][r] = hidden->above_sample[r] + j;
      pair->carried_weight[j][r] = hidden->above_row[r] + j;
    }
  }
}

/// Takes the batch's inputs to their places.
static void pair_inputs(small_pair *pair, const small_network *small) {
  const small_layer *hidden = small->layer;
  for (int r = 0; r < PAIR_REGISTERS; r++) {
    for (size_t k = 0; k < pair->inputs; k++)
      pair->forward[k][r] = pick(small->x, small->input_registers, hidden->first_input[r] + (int64_t)k);
    for (size_t s = 0; s < pair->samples; s++) {
      bits from = hidden->input[r] + (int64_t)(s * pair->inputs);
      pair->back[s][r] = choose(hidden->is_weight[r], pick(small->x, small->input_registers, from), splat(1.0));
    }
  }
}

INLINE void pair_forward(const small_pair *pair, const real *parameters, small_layer *hidden, small_layer *output,
                         real *z, real *a, real *last) {
  real sum[PAIR_REGISTERS] = {0};
  for (size_t k = 0; k < pair->inputs; k++)
    EACH(r, PAIR_REGISTERS)
      sum[r] = fused(pair->forward[k][r], pick(parameters, 2, pair->hidden_weight[k][r]), sum[r]);
  EACH(r, PAIR_REGISTERS)
    hidden->z[r] = z[r] = sum[r] + pick(parameters, 2, pair->hidden_weight[pair->inputs][r]);
  if (hidden->layer->activation == CK_ACTIVATION_TANH && are_near(z[0], TANH_NEAR) && are_near(z[1], TANH_NEAR))
    EACH(r, PAIR_REGISTERS) a[r] = tanh_near(z[r], WHOLE);
  else
    EACH(r, PAIR_REGISTERS) a[r] = small_activation(hidden->layer, z[r]);
  EACH(r, PAIR_REGISTERS) hidden->a[r] = a[r];
  real total = splat(0.0);
  for (size_t k = 0; k < pair->hidden; k++)
    total = fused(pick(a, 2, pair->output_left[k]), pick(parameters + 2, 1, pair->output_weight[k]), total);
  output->z[0] = *last = total + pick(parameters + 2, 1, pair->output_weight[pair->hidden]);
}

/// What the last layer's loss makes of its z: outputs, δ, and the terms of the loss, or e^−|z| from which they come.
typedef struct { real a, delta, terms; } pair_verdict;

INLINE pair_verdict pair_judge(const small_pair *pair, const small_layer *output, const ck_objective *objective,
                               double scale, real z, real t) {
  pair_verdict v;
  if (is_logistic(output->layer, objective)) {
    if (are_near(z, SIGMOID_NEAR)) {
      near_logistic l = pair->lower ? logistic_near(z, LOWER) : logistic_near(z, WHOLE);
      v.a = l.sigmoid, v.terms = l.decay;
    } else {
      v.a = sigmoid_of(z), v.terms = decay_of(z);
    }
    v.delta = (v.a - t) * scale;
    return v;
  }
  v.a = small_activation(output->layer, z);
  verdict said = small_verdict(objective, v.a, t);
  v.terms = said.term, v.delta = small_through(output->layer, said.slope * scale, z, v.a);
  return v;
}

/// The gradient, the output layer's last.
INLINE void pair_backward(const small_pair *pair, const real *parameters, small_layer *hidden, const real *z,
                          const real *a, real delta, real *gradient) {
  real carried[PAIR_REGISTERS] = {0}, sum[PAIR_REGISTERS] = {0}, total = splat(0.0);
  for (size_t j = 0; j < pair->outputs; j++)
    EACH(r, PAIR_REGISTERS)
      carried[r] = fused(pick(&delta, 1, pair->carried_delta[j][r]), pick(parameters + 2, 1, pair->carried_weight[j][r]),
                         carried[r]);
  EACH(r, PAIR_REGISTERS) {
    carried[r] = small_through(hidden->layer, carried[r], z[r], a[r]);
    hidden->delta[r] = carried[r];
  }
  for (size_t s = 0; s < pair->samples; s++) {
    EACH(r, PAIR_REGISTERS)
      sum[r] = fused(pair->back[s][r], pick(carried, 2, pair->hidden_to[s][r]), sum[r]);
    real left = choose(pair->is_weight, pick(a, 2, pair->output_from[s]), splat(1.0));
    total = fused(left, pick(&delta, 1, pair->output_to[s]), total);
  }
  EACH(r, PAIR_REGISTERS) hidden->gradient[r] = gradient[r] = sum[r];
  gradient[PAIR_REGISTERS] = total;
}

static void pair_load(pair_state *state, const small_network *small) {
  for (int r = 0; r <= PAIR_REGISTERS; r++) {
    const small_layer *l = small->layer + (r == PAIR_REGISTERS);
    int at = r % PAIR_REGISTERS;
    state->parameters[r] = l->parameters[at];
    for (int m = 0; m < 3; m++) state->memory[m][r] = l->memory[m][at];
  }
}

static void pair_store(const pair_state *state, small_network *small) {
  for (int r = 0; r <= PAIR_REGISTERS; r++) {
    small_layer *l = small->layer + (r == PAIR_REGISTERS);
    int at = r % PAIR_REGISTERS;
    l->parameters[at] = state->parameters[r];
    for (int m = 0; m < 3; m++) l->memory[m][at] = state->memory[m][r];
  }
}

/// Updates until the run ends or until one whose figures may not be finite, which is not begun. Returns how many were done.
static size_t pair_updates(small_pair *pair, small_network *small, const ck_objective *objective, ck_optimizer *optimizer,
                           small_batches *batches, size_t updates, const double *rates, double *losses) {
  small_layer *hidden = small->layer, *output = hidden + 1;
  share part = batches->share;
  pair_state state;
  step_figures figures = figures_of(optimizer);
  pair_load(&state, small);
  size_t u = 0;
  for (; u < updates; u++) {
    if (small_gather(small, batches)) pair_inputs(pair, small);
    real z[PAIR_REGISTERS], a[PAIR_REGISTERS], gradient[PAIR_REGISTERS + 1], last;
    pair_forward(pair, state.parameters, hidden, output, z, a, &last);
    real t = small->t[0];
    pair_verdict v = pair_judge(pair, output, objective, part.scale, last, t);
    output->a[0] = v.a, output->delta[0] = v.delta;
    if (__builtin_expect(any(~are_tame(last, v.a, t)), 0)) break;
    advance(&figures, optimizer, rates[u]);
    pair_backward(pair, state.parameters, hidden, z, a, v.delta, gradient);
    output->gradient[0] = gradient[PAIR_REGISTERS];
    EACH(r, PAIR_REGISTERS + 1) {
      cell c = {state.parameters[r], gradient[r], state.memory[0][r], state.memory[1][r], state.memory[2][r]};
      if (pair->are_few[r]) small_step(&c, optimizer, &figures, LOWER);
      else small_step(&c, optimizer, &figures, WHOLE);
      state.parameters[r] = c.p, state.memory[0][r] = c.m, state.memory[1][r] = c.v, state.memory[2][r] = c.u;
    }
    losses[u] = canonical1(small_total(small, output, objective, &v.terms) / part.divisor);
    small_next(batches);
  }
  pair_store(&state, small);
  return u;
}

/// A run of any small network.
static size_t train_small(ck_network *network, const ck_objective *objective, ck_optimizer *optimizer,
                          const ck_samples *samples, size_t batch, size_t start, size_t updates, const double *rates,
                          double *losses, bool stops) {
  small_network small;
  small_pair pair;
  optimizer->factor = 1.0;
  small_begin(&small, network, optimizer, batch);
  small_batches batches = {network, samples, batch, start, false, share_of(objective, batch, network->outputs)};
  bool are_two = is_pair(&small);
  if (are_two) pair_begin(&pair, &small);
  size_t u = 0;
  while (u < updates) {
    if (are_two) u += pair_updates(&pair, &small, objective, optimizer, &batches, updates - u, rates + u, losses + u);
    if (u == updates || !small_update(&small, objective, optimizer, &batches, rates[u], losses + u, stops)) break;
    u++;
  }
  if (updates > 0) small_end(&small, network, optimizer);
  network->updates += u;
  return u;
}

#endif

#endif
