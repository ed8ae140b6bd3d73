# `cnigen probe` of a node with Debian's plugins, beside a shell that starts each of them with VERSION, one after the
# other. The probe also reads and sums each of them, to tell its release and a changed one later.

scripts/setup containernetworking-plugins
cat >"$folder/versions" <<'LOOP'
for plugin in /usr/lib/cni/*; do
  echo '{"cniVersion": "1.0.0"}' | CNI_COMMAND=VERSION "$plugin" || exit 1
done
LOOP
read -r ratio loop ours memory <<<"$(python3 Benchmarks/pairs.py 7 "sh $folder/versions" \
  "$cnigen probe -o $folder/node.yaml -q" "$folder/node.yaml")"
count=$(find /usr/lib/cni -type f | wc -l)
verdict "$ours <= 0.5" "probe of $count plugins: $ours s, at most 0.5 s"
verdict "$ratio <= 10" "probe of $count plugins: $ratio times a shell loop over them, at most 10 ($loop s)"
