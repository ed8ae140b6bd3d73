# How long `cnigen validate` takes over a fleet of 100,000 nodes, as a multiple of libyaml's bare events over the same
# text, and over what kubectl prints of 5,000; how much memory it takes, and that the time grows with the nodes and no
# faster. Times are the processor's, the system's included.

max_yaml_ratio=2.0
max_table_ratio=1.0
min_kubectl_rate=150      # MB/s
max_inventory_kib=117187  # 120 MB
max_inventory_growth=11   # ten times the nodes

scripts/setup gcc libyaml-dev time
gcc -O2 Benchmarks/yaml_events.c -lyaml -o "$folder/events"
mkdir "$folder/many" "$folder/few"
python3 Benchmarks/inventories.py "$folder/many" 100000 5000
python3 Benchmarks/inventories.py "$folder/few" 10000 0

cost() { # COMMAND…: the middle one of 9 runs: seconds, and KiB at the peak
  for _ in 1 2 3 4 5 6 7 8 9; do
    /usr/bin/time --quiet --output="$folder/cost" --format='%U %S %M' "$@" >"$folder/log"
    awk '{ print $1 + $2, $3 }' "$folder/cost"
  done | sort --numeric-sort | sed -n 5p
}
ten() { # COMMAND…: ten runs as one, for what is too short to be measured by hundredths
  cost sh -c 'for _ in 1 2 3 4 5 6 7 8 9 0; do "$@" || exit; done' ten "$@"
}
for style in explicit flow; do
  read -r events _ <<<"$(ten "$folder/events" "$folder/many/$style.yaml")"
  read -r yaml kib <<<"$(ten "$cnigen" validate "$folder/many/$style.yaml")"
  ratio=$(awk "BEGIN { printf \"%.2f\", $yaml / $events }")
  verdict "$ratio <= $max_yaml_ratio" "100,000 nodes in YAML, $style: $ratio times libyaml, at most $max_yaml_ratio"
  verdict "$kib <= $max_inventory_kib" "100,000 nodes in YAML, $style: $kib KiB at the peak, at most $max_inventory_kib"
  read -r few _ <<<"$(ten "$cnigen" validate "$folder/few/$style.yaml")"
  growth=$(awk "BEGIN { printf \"%.2f\", $yaml / $few }")
  verdict "$growth <= $max_inventory_growth" \
    "ten times the nodes, $style: $growth times the time, at most $max_inventory_growth"
done
read -r events _ <<<"$(ten "$folder/events" "$folder/many/explicit.yaml")"
read -r table _ <<<"$(ten "$cnigen" validate "$folder/many/table.yaml")"
ratio=$(awk "BEGIN { printf \"%.2f\", $table / $events }")
verdict "$ratio <= $max_table_ratio" "100,000 nodes in a table: $ratio times libyaml over YAML, at most $max_table_ratio"
read -r seconds _ <<<"$(ten "$cnigen" validate "$folder/many/cluster.yaml")"
size=$(stat --format=%s "$folder/many/cluster.json")
rate=$(awk "BEGIN { printf \"%.0f\", $size * 10 / 1000000 / $seconds }")
verdict "$rate >= $min_kubectl_rate" "5,000 nodes from kubectl: $rate MB/s, at least $min_kubectl_rate MB/s"
kib=$(/usr/bin/time --format=%M "$cnigen" build "$folder/many/explicit.yaml" -o "$folder/fleet" -q 2>&1 | tail -n 1)
rm -rf "$folder/fleet"
verdict "$kib <= $max_inventory_kib" "100,000 nodes in YAML, built: $kib KiB at the peak, at most $max_inventory_kib"
