# How long `cnigen build` of the reference profile takes as a whole process, as a multiple of an empty Swift program, and
# how much memory it takes at most.

max_ratio=2.0
max_memory_kib=29296 # 30 MB

cp profiles/containerd-net.yaml "$folder/profile.yaml"
swiftc -O -static-stdlib Benchmarks/empty.swift -o "$folder/empty"

build="$cnigen build $folder/profile.yaml -o $folder/out"
# Nine short rounds of both, so that whatever else the machine does meets both alike. Each run writes all files anew:
# the folder of the one before is taken away first.
for round in 1 2 3 4 5 6 7 8 9; do
  hyperfine --shell=none --warmup 5 --runs 60 --style none --prepare "rm -rf $folder/out" \
    --export-csv "$folder/$round.csv" \
    --command-name empty "$folder/empty" --command-name build "$build" >"$folder/log" 2>&1 ||
    { cat "$folder/log" >&2 && exit 1; }
done

rm -rf "$folder/out"
# shellcheck disable=SC2086 # the words of the command
memory_kib=$(/usr/bin/time --format=%M $build 2>&1 >/dev/null | tail -n 1)

# The middle round by ratio decides. A round's figures are medians, in seconds, in column 4.
median_round=$(awk -F, '
  $1 == "empty" { empty = $4 }
  $1 == "build" { printf "%.3f %.2f %.2f\n", $4 / empty, $4 * 1000, empty * 1000 }
' "$folder"/[1-9].csv | sort --numeric-sort | sed -n 5p)
read -r ratio build_ms empty_ms <<<"$median_round"

verdict "$ratio <= $max_ratio" \
  "time: $ratio times an empty program, at most $max_ratio ($build_ms ms to $empty_ms ms)"
verdict "$memory_kib <= $max_memory_kib" "memory: $memory_kib KiB at its peak, at most $max_memory_kib KiB (30 MB)"

# The start alone, beside a C program that says hello; and the size.
max_start=3.0
max_bytes=16000000

scripts/setup gcc libc6-dev
printf '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n' >"$folder/hello.c"
cc -O2 -o "$folder/hello" "$folder/hello.c"
for round in 1 2 3 4 5 6 7 8 9; do
  hyperfine --shell=none --warmup 5 --runs 60 --style none --export-csv "$folder/$round.csv" \
    --command-name hello "$folder/hello" --command-name start "$cnigen --version" >"$folder/log" 2>&1 ||
    { cat "$folder/log" >&2 && exit 1; }
done
read -r ratio start_ms hello_ms <<<"$(awk -F, '
  $1 == "hello" { hello = $4 }
  $1 == "start" { printf "%.3f %.2f %.2f\n", $4 / hello, $4 * 1000, hello * 1000 }
' "$folder"/[1-9].csv | sort --numeric-sort | sed -n 5p)"
verdict "$ratio <= $max_start" "start: $ratio times a C hello world, at most $max_start ($start_ms ms to $hello_ms ms)"
bytes=$(stat --format=%s "$cnigen")
verdict "$bytes <= $max_bytes" "size of the stripped program: $bytes bytes, at most $max_bytes"
