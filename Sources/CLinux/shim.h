#pragma once

/* Calls of Linux that glibc declares only for GNU programs, and that Swift's Glibc therefore does not see. */

/* Puts everything of the file system that holds a descriptor on the disk. */
extern int syncfs(int descriptor);

/* Moves the calling thread into the namespace that the descriptor stands for; see setns(2). */
extern int setns(int descriptor, int kind);

/* The kind of a network namespace, CLONE_NEWNET in <sched.h>. */
static const int namespaceKindNetwork = 0x40000000;
