#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

// MARK: Processors

int tally_processors(void) {
#ifdef __linux__
  // The kernel refuses a set smaller than its own, so the set grows until it is taken.
  for (int most = 1024; most <= 1 << 20; most *= 4) {
    cpu_set_t *set = CPU_ALLOC(most);
    if (!set) break;
    size_t size = CPU_ALLOC_SIZE(most);
    int failed = sched_getaffinity(0, size, set);
    int count = failed ? 0 : CPU_COUNT_S(size, set);
    CPU_FREE(set);
    if (count > 0) return count;
    if (errno != EINVAL) break;
  }
#endif
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  return online > 0 ? (int)online : 1;
}

// MARK: Threads

struct start {
  void (*body)(void *);
  void *context;
};

static void *run_body(void *argument) {
  struct start *start = argument;
  start->body(start->context);
  return NULL;
}

int tally_run_threads(int count, size_t stack, void (*body)(void *), void *context) {
  struct start start = {body, context};
  pthread_t *threads = calloc((size_t)count, sizeof *threads);
  if (!threads) return ENOMEM;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack);
  int started = 0, error = 0;
  while (started < count) {
    error = pthread_create(&threads[started], &attributes, run_body, &start);
    if (error) break;
    started++;
  }
  for (int i = 0; i < started; i++) pthread_join(threads[i], NULL);
  pthread_attr_destroy(&attributes);
  free(threads);
  return started > 0 ? 0 : error;
}

struct tally_lock {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
};

tally_lock *tally_lock_new(void) {
  tally_lock *lock = malloc(sizeof *lock);
  if (!lock) abort();
  pthread_mutex_init(&lock->mutex, NULL);
  pthread_cond_init(&lock->changed, NULL);
  return lock;
}

void tally_lock_free(tally_lock *lock) {
  pthread_cond_destroy(&lock->changed);
  pthread_mutex_destroy(&lock->mutex);
  free(lock);
}

void tally_lock_acquire(tally_lock *lock) { pthread_mutex_lock(&lock->mutex); }
void tally_lock_release(tally_lock *lock) { pthread_mutex_unlock(&lock->mutex); }
void tally_lock_wait(tally_lock *lock) { pthread_cond_wait(&lock->changed, &lock->mutex); }
void tally_lock_announce(tally_lock *lock) { pthread_cond_broadcast(&lock->changed); }

// MARK: Streams

void tally_reserve_streams(void) {
  for (int number = 0; number <= 2; number++) {
    // The lowest free number is given out first: this one.
    if (fcntl(number, F_GETFD) == -1 && open("/dev/null", O_RDWR) != number) abort();
  }
}

// MARK: Signals

// The number of holders, and whether a signal has come; in one word, so that a handler and a thread that begins to hold
// cannot both believe to be first.
#define DYING (1u << 31)
static _Atomic unsigned holders;
static _Atomic int fatal;

static void die(void) {
  int number = atomic_load(&fatal);
  signal(number, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
}

static void on_signal(int number) {
  int kept = errno, none = 0;
  atomic_compare_exchange_strong(&fatal, &none, number);
  if ((atomic_fetch_or(&holders, DYING) & ~DYING) == 0) die();
  errno = kept;
}

void tally_catch_signals(void) {
  const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    struct sigaction action, old;
    if (sigaction(numbers[i], NULL, &old) != 0 || old.sa_handler == SIG_IGN) continue;
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(numbers[i], &action, NULL);
  }
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

void tally_hold_signals(void) {
  unsigned seen = atomic_load(&holders);
  do {
    // The process ends as soon as the others who hold let go; nothing new is begun.
    while (seen & DYING) {
      pause();
      seen = atomic_load(&holders);
    }
  } while (!atomic_compare_exchange_weak(&holders, &seen, seen + 1));
}

void tally_let_signals_go(void) {
  if (atomic_fetch_sub(&holders, 1) == (DYING | 1)) die();
}
