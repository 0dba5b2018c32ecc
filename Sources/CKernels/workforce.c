// Threads that wait for pieces of work: a little while wide awake, since the products of a training step follow each
// other closely, then asleep. One caller at a time has them; another meanwhile works alone.
//
// A piece is claimed by counting down `unclaimed`, and what it is, is read only after that. The caller gives out the
// next work only when every claimed piece is done, so whoever holds a claim sees the work it belongs to, however late.
#define _GNU_SOURCE  // for the processors that a thread may run on
#include "processors.h"
#include "products_face.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

enum { MOST_HELPERS = 255, STACK = 1 << 18 };
/// So many looks, of some ten nanoseconds, before a thread sleeps.
enum { PATIENCE = 4000 };

static struct {
  atomic_size_t limit;
  /// Whether some caller has the helpers.
  atomic_flag taken;

  ck_piece *work;
  const void *context;
  size_t pieces;
  atomic_size_t unclaimed, unfinished;

  pthread_mutex_t lock;
  pthread_cond_t given, done;
  atomic_bool caller_sleeps;
  atomic_size_t sleepers;
  /// Threads started so far; only whoever holds `taken` changes it.
  size_t helpers;
  pthread_t helper[MOST_HELPERS];
  /// Where the last caller who started or woke helpers may run, and all of it that this caller was not on.
  processors all, others;
} force = {.limit = 1,
           .taken = ATOMIC_FLAG_INIT,
           .lock = PTHREAD_MUTEX_INITIALIZER,
           .given = PTHREAD_COND_INITIALIZER,
           .done = PTHREAD_COND_INITIALIZER};

static void breathe(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#else
  __asm__ volatile("yield");
#endif
}

size_t ck_workforce(void) { return atomic_load_explicit(&force.limit, memory_order_relaxed); }

/// Does one piece if any is left.
static bool do_piece(double *scratch) {
  size_t left = atomic_load(&force.unclaimed);
  do
    if (left == 0) return false;
  while (!atomic_compare_exchange_weak(&force.unclaimed, &left, left - 1));
  force.work(force.context, force.pieces - left, scratch);
  if (atomic_fetch_sub(&force.unfinished, 1) == 1 && atomic_load(&force.caller_sleeps)) {
    pthread_mutex_lock(&force.lock);
    pthread_cond_signal(&force.done);
    pthread_mutex_unlock(&force.lock);
  }
  return true;
}

typedef struct {
  size_t number;
  double scratch[CK_SCRATCH_LIMIT];
} helper;

/// Whether the limit, which may have fallen since it was started, allows this helper.
static bool is_allowed(const helper *self) { return self->number < ck_workforce(); }

/// Whether helpers are to start, or to wake, off the caller's own processor. There the system puts them if it takes the
/// others for busy, as a guest of KVM does those that its host has put to sleep; and there they wait for milliseconds.
static bool find_others(void) { return find_processors(&force.all, &force.others); }

/// Once awake a helper may go wherever the caller may.
static void roam(void) {
  pthread_mutex_lock(&force.lock);
  processors all = force.all;
  pthread_mutex_unlock(&force.lock);
  send(pthread_self(), &all);
}

static void *help(void *context) {
  helper *self = context;
  for (;;) {
    roam();
    for (int i = 0; i < PATIENCE; i++) {
      while (is_allowed(self) && do_piece(self->scratch)) i = 0;
      breathe();
    }
    pthread_mutex_lock(&force.lock);
    atomic_fetch_add(&force.sleepers, 1);
    while (!is_allowed(self) || atomic_load(&force.unclaimed) == 0) pthread_cond_wait(&force.given, &force.lock);
    atomic_fetch_sub(&force.sleepers, 1);
    pthread_mutex_unlock(&force.lock);
  }
}

/// Starts the next helper, which no signal reaches; false where the system has no thread or memory left.
static bool start_helper(void) {
  helper *self = malloc(sizeof *self);
  pthread_attr_t attributes;
  if (self == NULL || pthread_attr_init(&attributes) != 0) {
    free(self);
    return false;
  }
  self->number = force.helpers + 1;
  pthread_attr_setstacksize(&attributes, STACK);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_mutex_lock(&force.lock);
  if (find_others()) start_on(&attributes, &force.others);
  pthread_mutex_unlock(&force.lock);
  sigset_t every, before;
  sigfillset(&every);
  pthread_sigmask(SIG_SETMASK, &every, &before);
  bool started = pthread_create(&force.helper[force.helpers], &attributes, help, self) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  pthread_attr_destroy(&attributes);
  if (!started) free(self);
  return started;
}

/// Lets the helpers see the work, and wakes those that sleep.
static void give_out(ck_piece *work, const void *context, size_t pieces) {
  force.work = work;
  force.context = context;
  force.pieces = pieces;
  atomic_store(&force.unfinished, pieces);
  atomic_store(&force.unclaimed, pieces);
  if (atomic_load(&force.sleepers) == 0) return;
  pthread_mutex_lock(&force.lock);
  if (find_others())
    for (size_t i = 0; i < force.helpers; i++) send(force.helper[i], &force.others);
  pthread_cond_broadcast(&force.given);
  pthread_mutex_unlock(&force.lock);
}

/// Until every claimed piece is done.
static void wait_for_others(void) {
  for (int i = 0; i < PATIENCE; i++) {
    if (atomic_load(&force.unfinished) == 0) return;
    breathe();
  }
  pthread_mutex_lock(&force.lock);
  atomic_store(&force.caller_sleeps, true);
  while (atomic_load(&force.unfinished) != 0) pthread_cond_wait(&force.done, &force.lock);
  atomic_store(&force.caller_sleeps, false);
  pthread_mutex_unlock(&force.lock);
}

void ck_set_workforce(size_t threads) {
  if (threads < 1) threads = 1;
  atomic_store(&force.limit, threads <= MOST_HELPERS ? threads : MOST_HELPERS + 1);
}

void ck_share(ck_piece *work, const void *context, size_t pieces, double *scratch) {
  size_t limit = ck_workforce();
  if (limit == 1 || pieces < 2 || atomic_flag_test_and_set(&force.taken)) {
    for (size_t i = 0; i < pieces; i++) work(context, i, scratch);
    return;
  }
  while (force.helpers + 1 < limit && start_helper()) force.helpers++;
  give_out(work, context, pieces);
  while (do_piece(scratch)) continue;
  wait_for_others();
  atomic_flag_clear(&force.taken);
}
