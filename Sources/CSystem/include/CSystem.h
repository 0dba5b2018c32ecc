/// What the system offers and Swift cannot say: macros, signal handlers, threads with a stack of a given size.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>

/// How many processors this process may run on (its affinity, not what is installed); at least 1.
int tally_processors(void);

/// Runs `body(context)` on up to `count` threads of `stack` bytes each and returns when all have ended: 0, or the error
/// that kept even the first from starting.
int tally_run_threads(int count, size_t stack, void (*body)(void *), void *context);

/// A lock with a condition, as one object that never moves.
typedef struct tally_lock tally_lock;
tally_lock *tally_lock_new(void);
void tally_lock_free(tally_lock *lock);
void tally_lock_acquire(tally_lock *lock);
void tally_lock_release(tally_lock *lock);
/// Lets go of the lock until somebody announces a change.
void tally_lock_wait(tally_lock *lock);
/// Wakes all who wait.
void tally_lock_announce(tally_lock *lock);

/// Opens the standard streams that the parent has closed on nothing, lest a note be opened under their numbers.
void tally_reserve_streams(void);

/// From here on SIGINT, SIGTERM and SIGHUP end the process only while nobody holds them. One that the parent ignores
/// (nohup) stays ignored. A broken pipe and a file that becomes too large are errors of the write alone.
void tally_catch_signals(void);
/// Begins and ends a stretch that a signal may not cut in two. Stretches of several threads may overlap.
void tally_hold_signals(void);
void tally_let_signals_go(void);

#endif
