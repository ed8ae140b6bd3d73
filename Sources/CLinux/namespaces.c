#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* struct mount_attr of <linux/mount.h>, which older systems do not have. */
struct mountAttributes {
  uint64_t set, clear, propagation, userNamespace;
};

enum { recursively = 0x8000, readOnly = 0x1 };

int forbidWriting(const char *path) {
#ifdef SYS_mount_setattr
  struct mountAttributes attributes = {readOnly, 0, 0, 0};
  return (int)syscall(SYS_mount_setattr, AT_FDCWD, path, recursively, &attributes, sizeof attributes);
#else
  (void)path;
  errno = ENOSYS;
  return -1;
#endif
}

int takeRoot(const char *path) {
  if (chdir(path) != 0) return -1;
  /* With one path for both, the old root lies on top of the new one and can be taken off. */
  if (syscall(SYS_pivot_root, ".", ".") != 0) return -1;
  if (umount2(".", MNT_DETACH) != 0) return -1;
  return chdir("/");
}

pid_t leaveHolder(void) {
  pid_t process = fork();
  if (process != 0) return process;
  setsid();
  for (int descriptor = 0; descriptor < 1024; descriptor++) close(descriptor);
  for (;;) pause();
}

pid_t forkForLife(void) {
  pid_t parent = getpid();
  pid_t process = fork();
  if (process == 0 && (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)) _exit(1);
  return process;
}
