// Fused multiply-adds in registers alone: the rate that no product on this machine can exceed.   usage: peak THREADS
// Each thread stays on a processor of its own: left to the system, a new one may first wait behind the one that began it.
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include "peer.h"
enum { CHAINS = 12, LANES = 8 };
typedef double lanes __attribute__((vector_size(8 * LANES)));
static const long rounds = 10000000;
static int threads;
static volatile double sink;

static cpu_set_t allowed;

static void stay_on(int number) {
  for (int i = 0; i < CPU_SETSIZE; i++)
    if (CPU_ISSET(i, &allowed) && number-- == 0) {
      cpu_set_t one;
      CPU_ZERO(&one);
      CPU_SET(i, &one);
      pthread_setaffinity_np(pthread_self(), sizeof one, &one);
    }
}

static void *work(void *number) {
  stay_on((int)(long)number);
  lanes x = (lanes){} + 1.0000001, y = (lanes){} + 1e-9, a[CHAINS];
  for (int i = 0; i < CHAINS; i++) a[i] = (lanes){} + i;
  for (long k = 0; k < rounds; k++)
#pragma GCC unroll 12
    for (int i = 0; i < CHAINS; i++) a[i] = a[i] * x + y;  // contracted: GCC fuses unless told otherwise
  for (int i = 1; i < CHAINS; i++) a[0] += a[i];
  sink = a[0][0];
  return 0;
}

static void all(void) {
  pthread_t others[64];
  for (long i = 1; i < threads; i++) pthread_create(&others[i], 0, work, (void *)i);
  work(0);
  for (int i = 1; i < threads; i++) pthread_join(others[i], 0);
}

static double operations(void) { return 2.0 * CHAINS * LANES * rounds * threads; }

int main(int argc, char **argv) {
  threads = argc > 1 ? atoi(argv[1]) : 1;
  sched_getaffinity(0, sizeof allowed, &allowed);
  serve(all, operations);
}
