# The C programs that make, compare and stream the files of a fleet, and how cnigen is measured beside them.

scripts/setup gcc libc6-dev python3
for program in tree tar; do cc -O2 -Wall -Werror -o "$folder/c-$program" "Benchmarks/fleet/$program.c"; done

fleet() { # NODES: the path of a fleet with so many nodes
  sed "s/NODES/$(printf %06d "$1")/" Benchmarks/fleet/fleet.yaml >"$folder/fleet-$1.yaml"
  echo "$folder/fleet-$1.yaml"
}

# What the C programs need is taken from a build, and they are only believed after a build of theirs was the same.
prepare() { # NODES
  local made=$folder/made-$1
  "$cnigen" build "$(fleet "$1")" -o "$made" -q
  sed 's|10\.0\.0\.0/25|@4@|; s|fd00::/64|@6@|' "$made/node-000001/10-pods.conflist" >"$folder/form"
  cp "$made/node-000001/config.toml" "$folder/config"
  cp "$made/SHA256SUMS" "$folder/sums-$1"
  "$folder/c-tree" compare "$made" "$1" "$folder/form" "$folder/config" "$folder/sums-$1"
  "$cnigen" build "$(fleet "$1")" --emit tar -o "$folder/ours.tar" -q
  "$folder/c-tar" "$folder/c.tar" "$1" "$folder/form" "$folder/config" "$folder/sums-$1"
  cmp "$folder/ours.tar" "$folder/c.tar"
  rm -rf "$folder/ours.tar" "$folder/c.tar" "$made"
}

c_tree() { echo "$folder/c-tree $1 $2 $3 $folder/form $folder/config $folder/sums-$3"; }

compare() { # BAR WHAT ROUNDS BASE OURS FRESH...: measures, tells, and leaves ratio, base, ours and memory
  local bar=$1 what=$2
  shift 2
  read -r ratio base ours memory <<<"$(python3 Benchmarks/pairs.py "$@")"
  verdict "$ratio <= $bar" "$what: $ratio times the C program, at most $bar ($ours s to $base s, $memory KiB)"
}
