#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef CLONE_PIDFD
#define CLONE_PIDFD 0x00001000
#endif

/*
 * A new process shares our memory until it is another program: nothing is copied, however much we hold. The runtime of
 * the thread sanitizer does not bear that, so there it gets a copy, and shares its stack alone.
 */
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define MEMORY_IS_COPIED
#endif
#endif
#ifdef MEMORY_IS_COPIED
enum { memory = 0, stackMemory = MAP_SHARED };
#else
enum { memory = CLONE_VM, stackMemory = MAP_PRIVATE };
#endif

enum { stackSize = 256 * 1024, firstFree = 3, descriptorsAtMost = 65536 };

int unnamedFile(const char *role) { return memfd_create(role, MFD_CLOEXEC); }

int quietPipe(int *reader, int *writer) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  *reader = ends[0];
  *writer = ends[1];
  /* The program gets an end that blocks, as it expects. */
  return fcntl(ends[0], F_SETFL, O_NONBLOCK);
}

/* What the new process works with. It lies in its stack, which we share, so that we see what it leaves here. */
struct child {
  const struct launchRequest *request;
  pid_t starter;
  enum launchStep step;
  int error;
};

static void closeFrom(unsigned first) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
#endif
  struct rlimit limit;
  unsigned end = descriptorsAtMost;
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < end) end = (unsigned)limit.rlim_cur;
  for (unsigned descriptor = first; descriptor < end; descriptor++) close((int)descriptor);
}

/* Signals that the starter ignores or handles are the program's own affair. */
static void resetSignals(void) {
  for (int number = 1; number < NSIG; number++) {
    if (number == SIGKILL || number == SIGSTOP) continue;
    signal(number, SIG_DFL);
  }
}

static int fail(struct child *child, enum launchStep step) {
  child->step = step;
  child->error = errno;
  _exit(127);
}

/* Only system calls from here on, none that takes a lock or memory: other threads of the starter are still running. */
static int becomeProgram(void *argument) {
  struct child *child = argument;
  const struct launchRequest *request = child->request;
  resetSignals();
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != child->starter) _exit(127);
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  for (int index = 0; index < request->namespaceCount; index++) {
    if (setns(request->namespaces[index], 0) != 0) return fail(child, launchStepNamespace);
  }
  /* First out of the way of 0, 1 and 2, where the starter itself may have been started without them. */
  int streams[3] = {request->input, request->output, request->errors};
  for (int index = 0; index < 3; index++) {
    streams[index] = fcntl(streams[index], F_DUPFD_CLOEXEC, firstFree);
    if (streams[index] < 0) return fail(child, launchStepStreams);
  }
  for (int index = 0; index < 3; index++) {
    if (dup2(streams[index], index) < 0) return fail(child, launchStepStreams);
  }
  closeFrom(firstFree);
  sigset_t all;
  sigemptyset(&all);
  sigprocmask(SIG_SETMASK, &all, NULL);
  execve(request->program, request->arguments, request->environment);
  return fail(child, launchStepProgram);
}

struct launchResult launchProgram(const struct launchRequest *request) {
  struct launchResult result = {-1, -1, launchStepProcess, 0};
  /* Where our own starter ignores ended children, their status would be lost. */
  struct sigaction children;
  if (sigaction(SIGCHLD, NULL, &children) == 0 && children.sa_handler == SIG_IGN) signal(SIGCHLD, SIG_DFL);

  char *stack = mmap(NULL, stackSize, PROT_READ | PROT_WRITE, stackMemory | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (stack == MAP_FAILED) {
    result.error = errno;
    return result;
  }
  /* At the far end of the stack, which grows towards it and never gets there. */
  struct child *child = (struct child *)stack;
  *child = (struct child){request, getpid(), launchStepNone, 0};
  /* No handler of ours may run in the new process while it shares our memory. */
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  /* A kernel that does not know CLONE_PIDFD leaves the -1. */
  pid_t process =
      clone(becomeProgram, stack + stackSize, memory | CLONE_VFORK | CLONE_PIDFD | SIGCHLD, child,
            &result.processDescriptor);
  int error = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  struct child left = *child;
  munmap(stack, stackSize);
  if (process < 0) {
    result.error = error;
    result.processDescriptor = -1;
    return result;
  }
  if (left.step != launchStepNone) {
    while (waitpid(process, NULL, 0) < 0 && errno == EINTR) continue;
    if (result.processDescriptor >= 0) close(result.processDescriptor);
    result.processDescriptor = -1;
    result.failedStep = left.step;
    result.error = left.error;
    return result;
  }
  result.process = process;
  result.failedStep = launchStepNone;
  return result;
}
