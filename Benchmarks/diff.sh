# How long `cnigen diff` takes over two fleets of 100,000 nodes that differ in every file, as a multiple of two builds that
# write nothing, and over the trees of both, as a multiple of GNU diff, which compares their text; and how much memory.
# Times are the processor's, the system's included.

max_fleet_ratio=3.5 # a build without files took twice the time when this was 2.5, and diff takes less than then, too
max_tree_ratio=2.0
max_diff_kib=292969  # 300 MB

scripts/setup diffutils time
cat >"$folder/old.yaml" <<'FLEET'
apiVersion: cnigen/v1
kind: Fleet
name: site
profile:
  target: {containerd: 1.7.34, plugins: 1.5.1}
  network:
    name: pods
    bridge: {name: cni0, gateway: true, hairpin: true, masquerade: true}
    addresses: {ranges: [], routes: [default]}
    portMappings: true
allocate: [{from: 10.0.0.0/8, prefix: 25}, {from: "fd00::/40", prefix: 64}]
nodes: ["n-[000001-100000]"]
pools:
  - {name: older, match: {names: ["n-00*"]}, target: {containerd: 1.6.20, plugins: 1.1.1}}
FLEET
sed 's/hairpin: true/hairpin: true, mtu: 1400/; s|10.0.0.0/8|11.0.0.0/8|' "$folder/old.yaml" >"$folder/new.yaml"

used() { # COMMAND…: the middle one of 5 runs: seconds, and KiB at the peak
  for _ in 1 2 3 4 5; do
    /usr/bin/time --quiet --output="$folder/cost" --format='%U %S %M' "$@" >"$folder/log" || true
    awk '{ print $1 + $2, $3 }' "$folder/cost"
  done | sort --numeric-sort | sed -n 3p
}
read -r summary _ <<<"$(used sh -c 'for fleet; do "$0" build "$fleet" --summary; done' "$cnigen" "$folder/old.yaml" "$folder/new.yaml")"
read -r fleets kib <<<"$(used "$cnigen" diff "$folder/old.yaml" "$folder/new.yaml")"
grep --quiet '^100,000 nodes compared' "$folder/log"
ratio=$(awk "BEGIN { printf \"%.2f\", $fleets / $summary }")
verdict "$ratio <= $max_fleet_ratio" \
  "two fleets of 100,000 nodes: $ratio times two builds without files, at most $max_fleet_ratio ($fleets s)"
verdict "$kib <= $max_diff_kib" "two fleets of 100,000 nodes: $kib KiB at the peak, at most $max_diff_kib"
for side in old new; do "$cnigen" build "$folder/$side.yaml" -o "$folder/$side" -q; done
read -r text _ <<<"$(used diff --recursive --brief "$folder/old" "$folder/new")"
read -r trees kib <<<"$(used "$cnigen" diff "$folder/old" "$folder/new")"
grep --quiet '^100,000 nodes compared' "$folder/log"
ratio=$(awk "BEGIN { printf \"%.2f\", $trees / $text }")
verdict "$ratio <= $max_tree_ratio" \
  "two trees of 100,000 nodes: $ratio times diff --recursive --brief, at most $max_tree_ratio ($trees s)"
verdict "$kib <= $max_diff_kib" "two trees of 100,000 nodes: $kib KiB at the peak, at most $max_diff_kib"
rm -rf "$folder/old" "$folder/new"
