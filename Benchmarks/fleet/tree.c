/* The reference for trees: makes the same folders and files with the same bytes as `cnigen build` (openat, write,
 * close), or reads and compares them, in one thread and without any check.
 *
 *   tree create|compare DIR NODES CONFLIST-FORM CONFIG SUMS [sync]
 */
#define _GNU_SOURCE
#include "form.h"

static void put(int folder, const char *path, const char *bytes, size_t size) {
  int file = openat(folder, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0 || write(file, bytes, size) != (ssize_t)size) {
    perror(path);
    exit(1);
  }
  close(file);
}

static void compare(int folder, const char *path, const char *bytes, size_t size) {
  static char *buffer;
  static size_t room;
  if (room < size + 1) buffer = realloc(buffer, room = size + 1);
  int file = openat(folder, path, O_RDONLY | O_CLOEXEC);
  if (file < 0 || read(file, buffer, size + 1) != (ssize_t)size || memcmp(buffer, bytes, size) != 0) {
    fprintf(stderr, "%s differs\n", path);
    exit(1);
  }
  close(file);
}

int main(int count, char **arguments) {
  if (count < 7) return 64;
  int creates = strcmp(arguments[1], "create") == 0;
  unsigned nodes = (unsigned)atoi(arguments[3]);
  size_t form_size, config_size, sums_size;
  char *form = read_file(arguments[4], &form_size);
  char *config = read_file(arguments[5], &config_size);
  char *sums = read_file(arguments[6], &sums_size);
  char *bytes = malloc(form_size + 4096);
  if (creates) mkdir(arguments[2], 0755);
  int root = open(arguments[2], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (root < 0) return 1;
  umask(0);
  for (unsigned node = 0; node < nodes; node++) {
    char folder[32], path[64];
    sprintf(folder, "node-%06u", node + 1);
    size_t size = fill(bytes, form, form_size, node);
    if (creates) mkdirat(root, folder, 0755);
    sprintf(path, "%s/config.toml", folder);
    (creates ? put : compare)(root, path, config, config_size);
    sprintf(path, "%s/10-pods.conflist", folder);
    (creates ? put : compare)(root, path, bytes, size);
  }
  (creates ? put : compare)(root, "SHA256SUMS", sums, sums_size);
  if (count > 7) syncfs(root);
  return 0;
}
