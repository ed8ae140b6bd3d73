# `build --check` over 100,000 nodes that are as they should be, beside a C program that opens and reads every file of the
# tree and does nothing with it.

. Benchmarks/fleet/reference.sh
cc -O2 -Wall -Werror -o "$folder/c-read" Benchmarks/fleet/read.c

tree=$folder/check-tree
$cnigen build "$(fleet 100000)" -o "$tree" -q
"$folder/c-read" "$tree" | grep --quiet '^200001 files' || {
  echo "the C program did not read every file" >&2
  exit 1
}
compare 1.0 "100000 nodes, build --check" 5 \
  "$folder/c-read $tree" "$cnigen build $folder/fleet-100000.yaml -o $tree --check -q"
rm -rf "$tree"
