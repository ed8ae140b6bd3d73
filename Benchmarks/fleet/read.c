/* The reference for looking at a tree: opens and reads every file of it, in one thread, and does nothing with the bytes.
 *
 *   read DIR
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int count, char **arguments) {
  if (count != 2) return 64;
  static char buffer[1 << 20];
  char *roots[] = {arguments[1], NULL};
  FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOSTAT, NULL);
  if (tree == NULL) return 1;
  unsigned long long bytes = 0, files = 0;
  for (FTSENT *entry; (entry = fts_read(tree)) != NULL;) {
    if (entry->fts_info != FTS_F && entry->fts_info != FTS_NSOK) continue;
    int file = open(entry->fts_accpath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) {
      perror(entry->fts_path);
      return 1;
    }
    ssize_t size;
    while ((size = read(file, buffer, sizeof buffer)) > 0) bytes += (unsigned long long)size;
    if (size < 0) return 1;
    close(file);
    files++;
  }
  printf("%llu files, %llu bytes\n", files, bytes);
  return 0;
}
