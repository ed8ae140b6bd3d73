# What 1,000 conflists in one call of `cnigen validate` take, good ones and faulty ones in turn. Times are the
# processor's, the system's included: what else the machine does is no concern of theirs.

max_lists_seconds=0.25
max_lists_kib=58594 # 60 MB

# The lists of the tests: what works in the field, and traps with their good twins.
lists=$folder/lists
mkdir "$lists"
kinds=(Tests/Cases/working/*.conflist Tests/Cases/traps/*.conflist)
for number in $(seq 0 999); do
  cp "${kinds[number % ${#kinds[@]}]}" "$lists/$(printf %03d "$number").conflist"
done
for round in 1 2 3 4 5 6 7 8 9; do
  # Status 1: there are faulty lists among them.
  /usr/bin/time --quiet --output="$folder/lists-$round" --format='%U %S %M' \
    "$cnigen" validate "$lists"/*.conflist >"$folder/log" || [ "$?" -eq 1 ]
done
grep -q ' errors' "$folder/log"
read -r seconds kib <<<"$(cat "$folder"/lists-[1-9] | awk '{ print $1 + $2, $3 }' | sort --numeric-sort | sed -n 5p)"
verdict "$seconds <= $max_lists_seconds" "1,000 conflists: $seconds s, at most $max_lists_seconds s"
verdict "$kib <= $max_lists_kib" "1,000 conflists: $kib KiB at the peak, at most $max_lists_kib KiB (60 MB)"
