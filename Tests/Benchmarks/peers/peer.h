// What the C peers share: the inputs, the clock, and the conversation with `run`.
//
// A peer says `ready` after one training that is not counted. For every line it then reads it trains once from the initial
// parameters and prints the seconds that took, by the clock and of the processor, and the loss of the whole set afterwards,
// which is not timed.
#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void *zeroed(size_t bytes) {
  void *p = aligned_alloc(64, (bytes + 127) & ~63ul);
  memset(p, 0, (bytes + 127) & ~63ul);
  return p;
}

// `count` elements of $PEERS/data/<name>.<kind>.
static void *read_file(const char *name, const char *kind, size_t count, size_t size) {
  char path[4096];
  snprintf(path, sizeof path, "%s/data/%s.%s", getenv("PEERS"), name, kind);
  FILE *file = fopen(path, "rb");
  void *elements = zeroed(count * size);
  if (!file || fread(elements, size, count, file) != count) {
    fprintf(stderr, "%s: cannot be read\n", path);
    exit(1);
  }
  fclose(file);
  return elements;
}
static double *doubles(const char *name, size_t count) { return read_file(name, "f64", count, 8); }
static int *integers(const char *name, size_t count) { return read_file(name, "i32", count, 4); }

static void serve(void (*train)(void), double (*loss)(void)) {
  char line[64];
  train();
  printf("ready\n");
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) {
    double start = now(CLOCK_MONOTONIC), busy = now(CLOCK_PROCESS_CPUTIME_ID);
    train();
    busy = now(CLOCK_PROCESS_CPUTIME_ID) - busy;
    start = now(CLOCK_MONOTONIC) - start;
    printf("{\"seconds\":%.9f,\"busy\":%.9f,\"loss\":%.17g}\n", start, busy, loss());
    fflush(stdout);
  }
}

// One update of Adam with PyTorch's defaults; `rate` and `second` carry the two bias corrections.
static inline void adam(double *restrict p, const double *restrict g, double *restrict m, double *restrict v, long n,
                        double rate, double second) {
  for (long i = 0; i < n; i++) {
    m[i] = 0.9 * m[i] + 0.1 * g[i];
    v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
    p[i] -= rate * m[i] / (sqrt(v[i] * second) + 1e-8);
  }
}
