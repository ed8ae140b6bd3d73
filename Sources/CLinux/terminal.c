#include "CLinux.h"

#include <sys/ioctl.h>

int columnsOfTerminal(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
