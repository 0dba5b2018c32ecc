// On which processors a thread may run. Where the system is not asked, or does not say, threads run where it puts them.
#ifndef CK_PROCESSORS_H
#define CK_PROCESSORS_H
#include <pthread.h>
#include <stdbool.h>

#if defined(__linux__)
#include <sched.h>

typedef cpu_set_t processors;

/// The processors that the calling thread may use, and those among them that it is not on; false where there is no other.
static inline bool find_processors(processors *all, processors *others) {
  int here = sched_getcpu();
  if (here < 0 || sched_getaffinity(0, sizeof *all, all) != 0) return false;
  *others = *all;
  CPU_CLR((size_t)here, others);
  return CPU_COUNT(others) > 0;
}

static inline void send(pthread_t thread, const processors *where) {
  pthread_setaffinity_np(thread, sizeof *where, where);
}

static inline void start_on(pthread_attr_t *attributes, const processors *where) {
  pthread_attr_setaffinity_np(attributes, sizeof *where, where);
}
#else
typedef struct { int none; } processors;

static inline bool find_processors(processors *all, processors *others) { return (void)all, (void)others, false; }
static inline void send(pthread_t thread, const processors *where) { (void)thread, (void)where; }
static inline void start_on(pthread_attr_t *attributes, const processors *where) { (void)attributes, (void)where; }
#endif

#endif
