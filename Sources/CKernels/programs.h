// Formulas over arrays: a list of kernels, carried out for a piece of the array at a time, so that what lies between two
// of them stays in the nearest cache.
#ifndef CK_PROGRAMS_H
#define CK_PROGRAMS_H
#include "CTraining.h"
#include "maps.h"

static void (*const program_maps[CK_UNARY_COUNT])(size_t, const double *, double *, double) = {
#define ENTRY(name) [CK_##name] = map_##name,
    CK_UNARY_FUNCTIONS(ENTRY)
#undef ENTRY
};
static void (*const program_combinations[CK_BINARY_COUNT])(size_t, const double *, size_t, const double *, size_t,
                                                           double *) = {
#define ENTRY(name) [CK_##name] = combine_##name,
    CK_BINARY_FUNCTIONS(ENTRY)
#undef ENTRY
};

/// y[i] = the formula of x[0][i], x[1][i]…; `registers` has room for as many pieces as the formula has registers. y may
/// be one of x.
static void run_program(const ck_program *program, size_t count, const double *const *x, double *y, double *registers) {
  const uint32_t inputs = program->inputs, variables = inputs + program->registers;
#define PLACE(p) ((p) < inputs ? x[p] + i : (p) < variables ? registers + ((p)-inputs) * CK_PIECE : program->constant + ((p)-variables))
#define STRIDE(p) ((p) < variables)
  for (size_t i = 0; i < count; i += CK_PIECE) {
    size_t n = count - i < CK_PIECE ? count - i : CK_PIECE;
    for (uint32_t c = 0; c < program->instructions; c++) {
      const ck_instruction *step = program->code + c;
      double *target = registers + step->target * CK_PIECE;
      const double *first = PLACE(step->first);
      if (step->is_binary)
        program_combinations[step->function](n, first, STRIDE(step->first), PLACE(step->second), STRIDE(step->second),
                                             target);
      else
        program_maps[step->function](STRIDE(step->first) ? n : 1, first, target, step->parameter);
      // A map of a constant has given one number.
      if (!step->is_binary && !STRIDE(step->first))
        for (size_t j = 1; j < n; j++) target[j] = target[0];
    }
    const double *result = PLACE(program->result);
    for (size_t j = 0; j < n; j++) y[i + j] = result[STRIDE(program->result) ? j : 0];
  }
#undef PLACE
#undef STRIDE
}

#endif
