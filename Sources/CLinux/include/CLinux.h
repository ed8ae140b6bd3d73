#pragma once

#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Calls of Linux that glibc declares only for GNU programs, and that Swift's Glibc therefore does not see. */

/* Puts everything of the file system that holds a descriptor on the disk. */
extern int syncfs(int descriptor);

/* Reads entries of an open folder into a buffer, as records of struct linux_dirent64; see getdents(2). */
extern long getdents64(int descriptor, void *buffer, unsigned long size);

/* How many processors this process may run on; 1 where the system does not tell. */
int usableProcessors(void);

/* How many columns a terminal has; 0 where it is none. */
int columnsOfTerminal(int descriptor);

/* Whether the processor has instructions for SHA-256. */
int hasSHA256Instructions(void);

/* Works some blocks of 64 bytes into the eight words of a SHA-256 state, with those instructions and the standard's 64
   round constants. */
void compressSHA256(uint32_t *state, const unsigned char *blocks, unsigned long count, const uint32_t *constants);

/* Where some bytes begin within others; NULL where they do not; see memmem(3). */
extern void *memmem(const void *whole, size_t wholeSize, const void *part, size_t partSize);

/* Moves the calling thread into the namespace that the descriptor stands for; see setns(2). */
extern int setns(int descriptor, int kind);

/* Gives the calling thread namespaces of its own; see unshare(2). */
extern int unshare(int kinds);

/* The kinds of namespaces, CLONE_NEWNET, CLONE_NEWNS and CLONE_NEWUSER in <sched.h>. */
static const int namespaceKindNetwork = 0x40000000;
static const int namespaceKindMount = 0x00020000;
static const int namespaceKindUser = 0x10000000;

/* O_PATH of <fcntl.h>: a descriptor that stands for a place in the file system and opens nothing. */
static const int openPlaceOnly = 010000000;

/* Lets nothing be written below a mount point any more, mounts below it included; see mount_setattr(2). Kernels before
   5.12 answer ENOSYS. */
int forbidWriting(const char *path);

/* Makes a mount point the root of the calling thread's mount namespace and lets go of the old root. */
int takeRoot(const char *path);

/* Leaves a process behind that does nothing but hold the namespaces of this one, in a session of its own and with none
   of its descriptors. Only for a process with a single thread. -1 and errno on failure. */
pid_t leaveHolder(void);

/* fork(2), of a process that does not outlive this one. Only for a process with a single thread. */
pid_t forkForLife(void);

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
