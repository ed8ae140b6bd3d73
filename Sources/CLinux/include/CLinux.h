#pragma once

#include <sys/types.h>

/* Calls of Linux that glibc declares only for GNU programs, and that Swift's Glibc therefore does not see. */

/* Puts everything of the file system that holds a descriptor on the disk. */
extern int syncfs(int descriptor);

/* Reads entries of an open folder into a buffer, as records of struct linux_dirent64; see getdents(2). */
extern long getdents64(int descriptor, void *buffer, unsigned long size);

/* How many processors this process may run on; 1 where the system does not tell. */
int usableProcessors(void);

/* Moves the calling thread into the namespace that the descriptor stands for; see setns(2). */
extern int setns(int descriptor, int kind);

/* The kind of a network namespace, CLONE_NEWNET in <sched.h>. */
static const int namespaceKindNetwork = 0x40000000;

/* Makes a file that has no name and lies in memory; see memfd_create(2). It is closed on exec. -1 and errno on failure. */
int unnamedFile(const char *role);

/* Makes a pipe whose ends are closed on exec, the reading one without blocking. -1 and errno on failure. */
int quietPipe(int *reader, int *writer);

/* What a program is started with; see launchProgram(). */
struct launchRequest {
  /* The file to execute, as execve(2) takes it: no search path. */
  const char *program;
  /* argv, its own name first, and envp; both end with NULL. */
  char *const *arguments;
  char *const *environment;
  /* What becomes the descriptors 0, 1 and 2. Every other descriptor is closed. */
  int input, output, errors;
  /* Namespaces to enter before anything else, in this order, each by a descriptor. */
  const int *namespaces;
  int namespaceCount;
};

/* Where starting a program failed. */
enum launchStep { launchStepNone, launchStepProcess, launchStepNamespace, launchStepStreams, launchStepProgram };

struct launchResult {
  /* The new process, leader of a process group of its own; -1 where there is none. */
  pid_t process;
  /* A descriptor that becomes readable when it ends, closed on exec; -1 where the kernel is older than 5.2. */
  int processDescriptor;
  enum launchStep failedStep;
  /* errno of that step. */
  int error;
};

/* Starts a program without a copy of this process's memory: the caller waits until the new process has become the
   program, or has failed to. The process is killed when the thread that started it ends. */
struct launchResult launchProgram(const struct launchRequest *request);
