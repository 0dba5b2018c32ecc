// Regression, 1-16-16-1, written for this one shape: tanh, mse, batches of 16, Adam.
// Built twice: as plain C with the scalar libm, and with -Ofast and the vector one.
#include "peer.h"
enum { SAMPLES = 128, B = 16, EPOCHS = 200, H = 16, P = H + H + H * H + H + H + 1 };
static const int sizes[6] = {H, H, H * H, H, H, 1};
static double *X, *T, *initial[6];
static double p[P + 8] __attribute__((aligned(64))), g[P + 8] __attribute__((aligned(64)));
static double *W1, *b1, *W2, *b2, *W3, *b3, *dW1, *db1, *dW2, *db2, *dW3, *db3;

static void gradient(const double *x, const double *t) {
  static double h1[B][H], h2[B][H], d1[B][H], d2[B][H], W2t[H][H];
  for (int s = 0; s < B; s++)
    for (int j = 0; j < H; j++) h1[s][j] = x[s] * W1[j] + b1[j];
  for (int i = 0; i < B * H; i++) (&h1[0][0])[i] = tanh((&h1[0][0])[i]);
  for (int s = 0; s < B; s++) {
    double a[H];
    for (int j = 0; j < H; j++) a[j] = b2[j];
    for (int i = 0; i < H; i++)
      for (int j = 0; j < H; j++) a[j] += h1[s][i] * W2[i * H + j];
    for (int j = 0; j < H; j++) h2[s][j] = a[j];
  }
  for (int i = 0; i < B * H; i++) (&h2[0][0])[i] = tanh((&h2[0][0])[i]);
  memset(g, 0, sizeof g);
  for (int s = 0; s < B; s++) {
    double z = b3[0];
    for (int j = 0; j < H; j++) z += h2[s][j] * W3[j];
    double d3 = (z - t[s]) * (2.0 / B);
    db3[0] += d3;
    for (int j = 0; j < H; j++) {
      dW3[j] += d3 * h2[s][j];
      d2[s][j] = d3 * W3[j] * (1 - h2[s][j] * h2[s][j]);
      db2[j] += d2[s][j];
    }
  }
  for (int i = 0; i < H; i++)
    for (int j = 0; j < H; j++) W2t[j][i] = W2[i * H + j];
  for (int s = 0; s < B; s++) {
    double a[H] = {0};
    for (int j = 0; j < H; j++)
      for (int i = 0; i < H; i++) a[i] += d2[s][j] * W2t[j][i];
    for (int i = 0; i < H; i++) d1[s][i] = a[i] * (1 - h1[s][i] * h1[s][i]);
  }
  for (int i = 0; i < H; i++) {
    double a[H] = {0};
    for (int s = 0; s < B; s++)
      for (int j = 0; j < H; j++) a[j] += h1[s][i] * d2[s][j];
    for (int j = 0; j < H; j++) dW2[i * H + j] = a[j];
  }
  for (int s = 0; s < B; s++)
    for (int j = 0; j < H; j++) {
      dW1[j] += x[s] * d1[s][j];
      db1[j] += d1[s][j];
    }
}

static void train(void) {
  static double m[P], v[P];
  double power1 = 1, power2 = 1;
  for (int i = 0, at = 0; i < 6; at += sizes[i++]) memcpy(p + at, initial[i], 8 * sizes[i]);
  memset(m, 0, sizeof m);
  memset(v, 0, sizeof v);
  for (int e = 0; e < EPOCHS; e++)
    for (int k = 0; k < SAMPLES; k += B) {
      gradient(X + k, T + k);
      power1 *= 0.9;
      power2 *= 0.999;
      adam(p, g, m, v, P, 0.01 / (1 - power1), 1 / (1 - power2));
    }
}

static double loss(void) {
  double sum = 0;
  for (int s = 0; s < SAMPLES; s++) {
    double a[H], b[H], z = b3[0];
    for (int j = 0; j < H; j++) {
      a[j] = tanh(X[s] * W1[j] + b1[j]);
      b[j] = b2[j];
    }
    for (int i = 0; i < H; i++)
      for (int j = 0; j < H; j++) b[j] += a[i] * W2[i * H + j];
    for (int j = 0; j < H; j++) z += tanh(b[j]) * W3[j];
    sum += (z - T[s]) * (z - T[s]);
  }
  return sum / SAMPLES;
}

int main(void) {
  static const char *names[6] = {"sine_W1", "sine_b1", "sine_W2", "sine_b2", "sine_W3", "sine_b3"};
  double **slices[6] = {&W1, &b1, &W2, &b2, &W3, &b3}, **gradients[6] = {&dW1, &db1, &dW2, &db2, &dW3, &db3};
  X = doubles("sine_inputs", SAMPLES);
  T = doubles("sine_targets", SAMPLES);
  for (int i = 0, at = 0; i < 6; at += sizes[i++]) {
    initial[i] = doubles(names[i], sizes[i]);
    *slices[i] = p + at;
    *gradients[i] = g + at;
  }
  serve(train, loss);
}
