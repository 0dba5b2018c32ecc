// XOR, 2-4-1, written for this one shape: tanh, sigmoid, bce, the four samples as one batch.   usage: xor sgd|adam
// Built twice: as plain C with the scalar libm, and with -Ofast and the vector one.
#include "peer.h"
enum { UPDATES = 10000, P = 17 };
static double *X, *T, *initial[4], p[P];
static int use_adam;

static inline void gradient(double *restrict g) {
  double h[4][4], d[4], e[4][4];  // [unit][sample]
  for (int j = 0; j < 4; j++)
    for (int s = 0; s < 4; s++) h[j][s] = X[2 * s] * p[j] + X[2 * s + 1] * p[4 + j] + p[8 + j];
  for (int i = 0; i < 16; i++) (&h[0][0])[i] = tanh((&h[0][0])[i]);
  for (int s = 0; s < 4; s++) {
    double z = p[16];
    for (int j = 0; j < 4; j++) z += h[j][s] * p[12 + j];
    d[s] = -z;
  }
  for (int s = 0; s < 4; s++) d[s] = (1 / (1 + exp(d[s])) - T[s]) * 0.25;
  for (int j = 0; j < 4; j++)
    for (int s = 0; s < 4; s++) e[j][s] = d[s] * p[12 + j] * (1 - h[j][s] * h[j][s]);
  for (int j = 0; j < 4; j++) {
    double a = 0, b = 0, c = 0, w = 0;
    for (int s = 0; s < 4; s++) {
      a += X[2 * s] * e[j][s];
      b += X[2 * s + 1] * e[j][s];
      c += e[j][s];
      w += h[j][s] * d[s];
    }
    g[j] = a;
    g[4 + j] = b;
    g[8 + j] = c;
    g[12 + j] = w;
  }
  g[16] = d[0] + d[1] + d[2] + d[3];
}

static void train(void) {
  double g[P], m[P] = {0}, v[P] = {0}, b1 = 1, b2 = 1;
  memcpy(p, initial[0], 64);
  memcpy(p + 8, initial[1], 32);
  memcpy(p + 12, initial[2], 32);
  memcpy(p + 16, initial[3], 8);
  if (!use_adam) {
    for (int t = 0; t < UPDATES; t++) {
      gradient(g);
      for (int i = 0; i < P; i++) p[i] -= 0.5 * g[i];
    }
    return;
  }
  for (int t = 0; t < UPDATES; t++) {
    gradient(g);
    b1 *= 0.9;
    b2 *= 0.999;
    adam(p, g, m, v, P, 0.05 / (1 - b1), 1 / (1 - b2));
  }
}

static double loss(void) {
  double sum = 0;
  for (int s = 0; s < 4; s++) {
    double z = p[16];
    for (int j = 0; j < 4; j++) z += tanh(X[2 * s] * p[j] + X[2 * s + 1] * p[4 + j] + p[8 + j]) * p[12 + j];
    sum += log1p(exp(-fabs(z))) + (z > 0 ? z : 0) - T[s] * z;
  }
  return sum / 4;
}

int main(int argc, char **argv) {
  use_adam = argc > 1 && !strcmp(argv[1], "adam");
  X = doubles("xor_inputs", 8);
  T = doubles("xor_targets", 4);
  initial[0] = doubles("xor_W1", 8);
  initial[1] = doubles("xor_b1", 4);
  initial[2] = doubles("xor_W2", 4);
  initial[3] = doubles("xor_b2", 1);
  serve(train, loss);
}
