# What a fleet costs, beside programs that do a part of the same work:
# - trees, the same tree again, and tar streams of nodes from a pattern, beside C programs that make, compare or stream
#   the same bytes and check nothing (Benchmarks/fleet), on tmpfs and on the disk;
# - the tree beside Python with PyYAML's C loader and Jinja2 or json.dump, and beside jsonnet -m;
# - peak memory, and that ten times the nodes take ten times the time.

. Benchmarks/fleet/reference.sh
scripts/setup python3-yaml python3-jinja2 jsonnet

max_kib=40960 # 40 MB
declare -A seconds
for nodes in 10000 100000; do
  prepare "$nodes"
  rounds=5
  tree=$folder/tree
  compare 0.9 "$nodes nodes, tree on tmpfs" "$rounds" \
    "$(c_tree create "$tree" "$nodes")" "$cnigen build $folder/fleet-$nodes.yaml -o $tree -q" "$tree"
  seconds[tree-$nodes]=$ours
  verdict "$memory <= $max_kib" "$nodes nodes, tree: $memory KiB, at most $max_kib KiB (40 MB)"
  $cnigen build "$folder/fleet-$nodes.yaml" -o "$tree" -q
  find "$tree" -printf '%p %i %T@ %C@\n' | sort >"$folder/before"
  compare 1.5 "$nodes nodes, tree again" "$rounds" \
    "$(c_tree compare "$tree" "$nodes")" "$cnigen build $folder/fleet-$nodes.yaml -o $tree -q"
  seconds[again-$nodes]=$ours
  verdict "$memory <= $max_kib" "$nodes nodes, tree again: $memory KiB, at most $max_kib KiB (40 MB)"
  find "$tree" -printf '%p %i %T@ %C@\n' | sort | cmp - "$folder/before"
  rm -rf "$tree"
  compare 3 "$nodes nodes, tar" "$rounds" \
    "$folder/c-tar $folder/x.tar $nodes $folder/form $folder/config $folder/sums-$nodes" \
    "$cnigen build $folder/fleet-$nodes.yaml --emit tar -o $folder/x.tar -q" "$folder/x.tar"
  seconds[tar-$nodes]=$ours
  verdict "$memory <= $max_kib" "$nodes nodes, tar: $memory KiB, at most $max_kib KiB (40 MB)"
done

for mode in tree again tar; do
  growth=$(awk "BEGIN { printf \"%.1f\", ${seconds[$mode-100000]} / ${seconds[$mode-10000]} }")
  verdict "$growth <= 11" "$mode: 100,000 nodes take $growth times as long as 10,000, at most 11 times"
done

# The peers make the same files of 30,000 nodes that an inventory lists, which all have to read.
python3 Benchmarks/fleet/peers.py 30000 "$folder/peers"
peer() { # BAR NAME COMMAND
  local tree=$folder/peer-tree
  read -r ratio base ours memory <<<"$(python3 Benchmarks/pairs.py 3 "$3" \
    "$cnigen build $folder/peers/fleet.yaml -o $tree -q" "$tree")"
  local times
  times=$(awk "BEGIN { printf \"%.1f\", $base / $ours }")
  verdict "$times >= $1" "beside $2: $times times as fast, at least $1 times ($ours s to $base s)"
  bar "$2" "$base"
  bar cnigen "$ours"
}
$cnigen build "$folder/peers/fleet.yaml" -o "$folder/peer-ours" -q
python3 Benchmarks/fleet/jinja.py "$folder/peers/fleet.yaml" "$folder/peer-jinja"
mkdir "$folder/peer-jsonnet"
jsonnet -m "$folder/peer-jsonnet" -S "$folder/peers/nodes.jsonnet" >"$folder/log"
diff -r "$folder/peer-ours" "$folder/peer-jinja"
python3 Benchmarks/fleet/json_dump.py "$folder/peers/fleet.yaml" "$folder/peer-json"
diff -r "$folder/peer-ours" "$folder/peer-json"
python3 Benchmarks/fleet/same.py "$folder/peer-ours" "$folder/peer-jsonnet"
peer 10 "Python with PyYAML's C loader and Jinja2" \
  "python3 Benchmarks/fleet/jinja.py $folder/peers/fleet.yaml $folder/peer-tree"
peer 8 "Python with PyYAML's C loader and json.dump" \
  "python3 Benchmarks/fleet/json_dump.py $folder/peers/fleet.yaml $folder/peer-tree"
mkdir "$folder/peer-flat"
peer 25 "jsonnet -m" "jsonnet -m $folder/peer-flat -S $folder/peers/nodes.jsonnet"

# For the plot, the C writer on as many nodes.
prepare 30000
read -r _ base _ _ <<<"$(python3 Benchmarks/pairs.py 3 "$(c_tree create "$folder/peer-tree" 30000)" true "$folder/peer-tree")"
bar "C, writing only" "$base"
