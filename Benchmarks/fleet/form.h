/* What the reference programs share: the two files of a node, made from a form by filling in two subnets. Nodes are
 * node-000001 and so on; each has the next /25 of 10.0.0.0/8 and the next /64 of fd00::/40. Nothing is checked. */
#pragma once
#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *read_file(const char *path, size_t *size) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) {
    perror(path);
    exit(1);
  }
  char *bytes = malloc((size_t)status.st_size + 1);
  size_t done = 0;
  while (done < (size_t)status.st_size) {
    ssize_t count = read(file, bytes + done, (size_t)status.st_size - done);
    if (count <= 0) exit(1);
    done += (size_t)count;
  }
  bytes[done] = 0;
  close(file);
  *size = done;
  return bytes;
}

/* The subnets of a node as text. */
static int subnet4(char *out, unsigned node) {
  unsigned address = (10u << 24) + node * 128u;
  return sprintf(out, "%u.%u.%u.%u/25", address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255);
}

static int subnet6(char *out, unsigned node) {
  unsigned char address[16] = {0xfd};
  address[4] = (unsigned char)0;
  address[5] = (unsigned char)(node >> 16);
  address[6] = (unsigned char)(node >> 8);
  address[7] = (unsigned char)node;
  inet_ntop(AF_INET6, address, out, 64);
  int size = (int)strlen(out);
  return size + sprintf(out + size, "/64");
}

/* Fills a form, in which @4@ and @6@ stand for the subnets; gives the size. */
static size_t fill(char *out, const char *form, size_t size, unsigned node) {
  char four[64], six[80];
  int size4 = subnet4(four, node), size6 = subnet6(six, node);
  char *to = out;
  const char *from = form, *end = form + size;
  while (from < end) {
    const char *mark = memchr(from, '@', (size_t)(end - from));
    if (!mark) mark = end;
    memcpy(to, from, (size_t)(mark - from));
    to += mark - from;
    if (mark == end) break;
    const char *value = mark[1] == '4' ? four : six;
    int length = mark[1] == '4' ? size4 : size6;
    memcpy(to, value, (size_t)length);
    to += length;
    from = mark + 3;
  }
  return (size_t)(to - out);
}
