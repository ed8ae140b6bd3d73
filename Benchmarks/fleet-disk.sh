# Trees of a fleet on a disk, beside the C program that makes the same files. Not a part of the usual run: a disk forgets
# hundreds of thousands of files slowly, and everything else on it is slow meanwhile.
#
# CNIGEN_BENCH_DISK names a folder on the disk; without it .build-bench is taken.

. Benchmarks/fleet/reference.sh

# Every run has a folder of its own, and all go at the end. What cnigen makes is on the disk when it ends, so it stands
# beside a C program that has it put there, too.
disk=$(mktemp --directory "${CNIGEN_BENCH_DISK:-.build-bench}/disk.XXXXXX")
trap 'rm -rf "$folder" "$disk"' EXIT
for nodes in 10000 100000; do
  prepare "$nodes"
  rounds=$((nodes == 10000 ? 5 : 3))
  sync
  compare 0.9 "$nodes nodes, tree on the disk" "$rounds" \
    "$(c_tree create "$disk/c-$nodes-{}" "$nodes") sync" \
    "$cnigen build $folder/fleet-$nodes.yaml -o $disk/ours-$nodes-{} -q"
done
rm -rf "$disk"
