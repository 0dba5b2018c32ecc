// OpenBLAS's matrix product, n×n.   usage: product N THREADS
#include <cblas.h>
#include "peer.h"
static int n, calls;
static double *a, *b, *c;

static void multiply(void) {
  for (int i = 0; i < calls; i++)
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, a, n, b, n, 0, c, n);
}

static double sum(void) {
  double total = 0;
  for (long i = 0; i < (long)n * n; i++) total += c[i];
  return total;
}

int main(int argc, char **argv) {
  n = argc > 1 ? atoi(argv[1]) : 128;
  openblas_set_num_threads(argc > 2 ? atoi(argv[2]) : 1);
  calls = 1 + (int)(4e8 / (2.0 * n * n * n));
  a = doubles("product_a", (size_t)n * n);
  b = doubles("product_b", (size_t)n * n);
  c = zeroed((size_t)n * n * 8);
  serve(multiply, sum);
}
