/* The measure of reading YAML: libyaml's events over a whole file, and nothing done with them. Prints how many there
   were. scripts/bench compares `cnigen validate` of a fleet with it. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

int main(int count, char **words) {
  FILE *file = count == 2 ? fopen(words[1], "rb") : NULL;
  if (!file || fseek(file, 0, SEEK_END)) return 2;
  long size = ftell(file);
  unsigned char *text = malloc(size > 0 ? size : 1);
  rewind(file);
  if (!text || fread(text, 1, size, file) != (size_t)size) return 2;

  yaml_parser_t parser;
  yaml_event_t event;
  long events = 0;
  int is_last = 0;
  yaml_parser_initialize(&parser);
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, text, size);
  while (!is_last) {
    if (!yaml_parser_parse(&parser, &event)) return 1;
    is_last = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    events++;
  }
  printf("%ld\n", events);
  return 0;
}
