"""Whether jsonnet's files hold what ours hold, however they are laid out: same.py OURS FLAT."""

import json
import os
import sys

ours, flat = sys.argv[1:]
names = set()
for node in os.listdir(ours):
    if not os.path.isdir(f"{ours}/{node}"):
        continue
    for name in os.listdir(f"{ours}/{node}"):
        names.add(f"{node}-{name}")
        with open(f"{ours}/{node}/{name}") as left, open(f"{flat}/{node}-{name}") as right:
            if name.endswith(".conflist"):
                assert json.load(left) == json.load(right), f"{node}-{name}"
            else:
                assert left.read().strip() == right.read().strip(), f"{node}-{name}"
assert names == set(os.listdir(flat))
