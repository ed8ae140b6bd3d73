/* The reference for streams: formats and streams the same tar as `cnigen build --emit tar`, without any check.
 *
 *   tar FILE NODES CONFLIST-FORM CONFIG SUMS
 */
#include "form.h"

static char buffer[1 << 20];
static size_t filled;
static int output;

static void flush(void) {
  if (write(output, buffer, filled) != (ssize_t)filled) exit(1);
  filled = 0;
}

static void octal(char *out, int digits, size_t value) {
  for (int index = digits - 1; index >= 0; index--, value >>= 3) out[index] = (char)('0' + (value & 7));
}

static void header(const char *name, char kind, size_t size) {
  if (filled + 512 > sizeof buffer) flush();
  unsigned char *block = (unsigned char *)buffer + filled;
  memset(block, 0, 512);
  strcpy((char *)block, name);
  octal((char *)block + 100, 7, kind == '5' ? 0755 : 0644);
  octal((char *)block + 108, 7, 0);
  octal((char *)block + 116, 7, 0);
  octal((char *)block + 124, 11, size);
  octal((char *)block + 136, 11, 0);
  memcpy(block + 148, "        ", 8);
  block[156] = (unsigned char)kind;
  memcpy(block + 257, "ustar\00000", 8);
  unsigned sum = 0;
  for (int index = 0; index < 512; index++) sum += block[index];
  octal((char *)block + 148, 6, sum);
  block[154] = 0;
  filled += 512;
}

static void content(const char *bytes, size_t size) {
  size_t padded = (size + 511) / 512 * 512;
  if (padded > sizeof buffer) {
    static const char zeros[512];
    flush();
    if (write(output, bytes, size) != (ssize_t)size) exit(1);
    if (write(output, zeros, padded - size) != (ssize_t)(padded - size)) exit(1);
    return;
  }
  if (filled + padded > sizeof buffer) flush();
  memcpy(buffer + filled, bytes, size);
  memset(buffer + filled + size, 0, padded - size);
  filled += padded;
}

int main(int count, char **arguments) {
  if (count < 6) return 64;
  unsigned nodes = (unsigned)atoi(arguments[2]);
  size_t form_size, config_size, sums_size;
  char *form = read_file(arguments[3], &form_size);
  char *config = read_file(arguments[4], &config_size);
  char *sums = read_file(arguments[5], &sums_size);
  char *bytes = malloc(form_size + 4096);
  output = open(arguments[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  for (unsigned node = 0; node < nodes; node++) {
    char name[64];
    sprintf(name, "node-%06u/", node + 1);
    header(name, '5', 0);
    sprintf(name, "node-%06u/config.toml", node + 1);
    header(name, '0', config_size);
    content(config, config_size);
    sprintf(name, "node-%06u/10-pods.conflist", node + 1);
    size_t size = fill(bytes, form, form_size, node);
    header(name, '0', size);
    content(bytes, size);
  }
  header("SHA256SUMS", '0', sums_size);
  content(sums, sums_size);
  static char end[1024];
  content(end, sizeof end);
  flush();
  return 0;
}
