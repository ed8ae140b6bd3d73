#define _GNU_SOURCE
#include "CLinux.h"

#include <sched.h>

int usableProcessors(void) {
  cpu_set_t set;
  int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
  return count > 0 ? count : 1;
}
