// Whole processes, from before the fork to after the end.   usage: launch TIMES COMMAND [ARGUMENT…]
// Talks to `run` as the peers do; for each line it starts the command TIMES times and answers with the mean seconds, the
// greatest peak of resident memory in KiB, and the last exit status.
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int argc, char **argv, char **environment) {
  char line[64];
  int times = argc > 2 ? atoi(argv[1]) : 0, status = 0;
  if (times < 1) return 2;
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
  printf("ready\n");
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) {
    long peak = 0;
    double start = now();
    for (int i = 0; i < times; i++) {
      pid_t child;
      struct rusage used;
      if (posix_spawnp(&child, argv[2], &quiet, 0, argv + 2, environment)) return 1;
      wait4(child, &status, 0, &used);
      if (used.ru_maxrss > peak) peak = used.ru_maxrss;
    }
    printf("{\"seconds\":%.9f,\"peak_kib\":%ld,\"status\":%d}\n", (now() - start) / times, peak,
           WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    fflush(stdout);
  }
}
