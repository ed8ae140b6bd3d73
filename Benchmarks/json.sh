# How fast JSON is read by a process that has read nothing before, as people indent it and without any space, and that
# the time grows with the text and no faster. Times are the processor's.

min_json_rate=150 # MB/s
max_growth=1.25   # time per byte, of four times the text

CNIGEN_BENCH=1 CNIGEN_BUILD_DIR=.build-bench scripts/swift-guarded build -c release --static-swift-stdlib \
  -Xswiftc -static-executable --product bench-json >&2
python3 Benchmarks/large-json.py 8 "$folder/indented.json" "$folder/minified.json"
python3 Benchmarks/large-json.py 32 "$folder/larger.json" "$folder/unused.json"
rate() { # FILE: the middle one of 15 first reads, in MB/s
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do .build-bench/release/bench-json "$1"; done |
    sort --numeric-sort | sed -n 8p
}
for text in indented minified; do
  rate=$(rate "$folder/$text.json")
  verdict "$rate >= $min_json_rate" "JSON, $text: $rate MB/s, at least $min_json_rate MB/s"
done
growth=$(awk "BEGIN { printf \"%.2f\", $(rate "$folder/indented.json") / $(rate "$folder/larger.json") }")
verdict "$growth <= $max_growth" "JSON, four times the text: $growth times the time for a byte, at most $max_growth"
