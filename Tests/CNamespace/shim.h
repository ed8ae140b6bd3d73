// What the tests need of Linux and Swift's Glibc module does not show, because glibc hides it behind _GNU_SOURCE.
#ifndef CNIGEN_CNAMESPACE_SHIM_H
#define CNIGEN_CNAMESPACE_SHIM_H

// Moves the calling thread into the namespace that the descriptor stands for; see setns(2).
int setns(int descriptor, int kind);

// The kind of a network namespace, CLONE_NEWNET in <sched.h>.
static const int namespaceKindNetwork = 0x40000000;

#endif
