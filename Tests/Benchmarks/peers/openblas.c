// Dense relu and softmax networks on OpenBLAS, general in their layers, the rest with the vector libm.
//   usage: openblas digits|wide THREADS
#include <cblas.h>
#include "peer.h"
enum { MAX_LAYERS = 3 };
static int layers, sizes[MAX_LAYERS + 1], samples, batch, epochs, shuffled, use_adam;
static long count;
static double *X, *flat, *gradients, *initial, *first, *second, *rows, *W[MAX_LAYERS], *b[MAX_LAYERS];
static double *dW[MAX_LAYERS], *db[MAX_LAYERS], *a[MAX_LAYERS + 1], *d[MAX_LAYERS + 1];
static int *labels, *order, *row_labels;

static void product(int ta, int tb, int m, int n, int k, const double *x, int lx, const double *y, int ly, double *z) {
  cblas_dgemm(CblasRowMajor, ta ? CblasTrans : CblasNoTrans, tb ? CblasTrans : CblasNoTrans, m, n, k, 1, x, lx, y, ly, 0,
              z, n);
}

static void softmax(double *z, const double *bias, int m) {
  double most = -INFINITY, sum = 0;
  for (int j = 0; j < m; j++) {
    z[j] += bias[j];
    most = z[j] > most ? z[j] : most;
  }
  for (int j = 0; j < m; j++) {
    z[j] = exp(z[j] - most);
    sum += z[j];
  }
  for (int j = 0; j < m; j++) z[j] *= 1 / sum;
}

static void forward(const double *x, int n) {
  a[0] = (double *)x;
  for (int l = 0; l < layers; l++) {
    int m = sizes[l + 1];
    double *z = a[l + 1];
    product(0, 0, n, m, sizes[l], a[l], sizes[l], W[l], m, z);
    for (int s = 0; s < n; s++)
      if (l == layers - 1)
        softmax(z + (long)s * m, b[l], m);
      else
        for (int j = 0; j < m; j++) {
          double v = z[(long)s * m + j] + b[l][j];
          z[(long)s * m + j] = v > 0 ? v : 0;
        }
  }
}

static void backward(const int *t, int n) {
  int m = sizes[layers];
  for (int s = 0; s < n; s++)
    for (int j = 0; j < m; j++) d[layers][s * m + j] = (a[layers][s * m + j] - (j == t[s])) * (1.0 / n);
  for (int l = layers - 1; l >= 0; l--) {
    int in = sizes[l], out = sizes[l + 1];
    product(1, 0, in, out, n, a[l], in, d[l + 1], out, dW[l]);
    memset(db[l], 0, out * sizeof(double));
    for (int s = 0; s < n; s++)
      for (int j = 0; j < out; j++) db[l][j] += d[l + 1][(long)s * out + j];
    if (l == 0) break;
    product(0, 1, n, in, out, d[l + 1], out, W[l], out, d[l]);
    for (long i = 0; i < (long)n * in; i++) d[l][i] = a[l][i] > 0 ? d[l][i] : 0;
  }
}

static void train(void) {
  double power1 = 1, power2 = 1;
  memcpy(flat, initial, count * sizeof(double));
  memset(first, 0, count * sizeof(double));
  memset(second, 0, count * sizeof(double));
  for (int e = 0; e < epochs; e++)
    for (int o = 0; o < samples; o += batch) {
      int n = samples - o < batch ? samples - o : batch;
      const double *x = X + (long)o * sizes[0];
      const int *t = labels + o;
      if (shuffled) {
        for (int s = 0; s < n; s++) {
          int row = order[e * samples + o + s];
          memcpy(rows + s * sizes[0], X + (long)row * sizes[0], sizes[0] * sizeof(double));
          row_labels[s] = labels[row];
        }
        x = rows;
        t = row_labels;
      }
      forward(x, n);
      backward(t, n);
      if (use_adam) {
        power1 *= 0.9;
        power2 *= 0.999;
        adam(flat, gradients, first, second, count, 0.001 / (1 - power1), 1 / (1 - power2));
      } else
        for (long i = 0; i < count; i++) {
          first[i] = 0.9 * first[i] + gradients[i];
          flat[i] -= 0.01 * first[i];
        }
    }
}

static double loss(void) {
  double sum = 0;
  for (int o = 0; o < samples; o += batch) {
    int n = samples - o < batch ? samples - o : batch;
    forward(X + (long)o * sizes[0], n);
    for (int s = 0; s < n; s++) sum -= log(a[layers][s * sizes[layers] + labels[o + s]]);
  }
  return sum / samples;
}

static void build(const char *name) {
  char file[64];
  for (int l = 0; l < layers; l++) count += (long)(sizes[l] + 1) * sizes[l + 1];
  flat = zeroed(count * 8);
  gradients = zeroed(count * 8);
  initial = zeroed(count * 8);
  first = zeroed(count * 8);
  second = zeroed(count * 8);
  for (long l = 0, at = 0; l < layers; l++) {
    long weights = (long)sizes[l] * sizes[l + 1], biases = sizes[l + 1];
    W[l] = flat + at;
    dW[l] = gradients + at;
    snprintf(file, sizeof file, "%s_W%ld", name, l + 1);
    memcpy(initial + at, doubles(file, weights), weights * 8);
    at += weights;
    b[l] = flat + at;
    db[l] = gradients + at;
    snprintf(file, sizeof file, "%s_b%ld", name, l + 1);
    memcpy(initial + at, doubles(file, biases), biases * 8);
    at += biases;
    a[l + 1] = zeroed((long)batch * biases * 8);
    d[l + 1] = zeroed((long)batch * biases * 8);
  }
}

int main(int argc, char **argv) {
  int digits = argc > 1 && !strcmp(argv[1], "digits");
  openblas_set_num_threads(argc > 2 ? atoi(argv[2]) : 1);
  memcpy(sizes, digits ? (int[]){64, 128, 10, 0} : (int[]){784, 512, 512, 10}, sizeof sizes);
  layers = digits ? 2 : 3;
  samples = digits ? 1797 : 10000;
  batch = digits ? 32 : 128;
  epochs = digits ? 30 : 1;
  shuffled = use_adam = digits;
  X = doubles(digits ? "digits_inputs" : "wide_inputs", (size_t)samples * sizes[0]);
  labels = integers(digits ? "digits_labels" : "wide_labels", samples);
  if (shuffled) order = integers("digits_order", (size_t)epochs * samples);
  rows = zeroed((long)batch * sizes[0] * 8);
  row_labels = zeroed(batch * 4);
  build(argv[1]);
  serve(train, loss);
}
