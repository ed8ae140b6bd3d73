"""Writes one inventory in the forms of the peers and in ours: peers.py NODES FOLDER."""

import ipaddress
import json
import os
import sys

count, folder = int(sys.argv[1]), sys.argv[2]
os.makedirs(folder, exist_ok=True)
base4, base6 = int(ipaddress.ip_address("10.0.0.0")), int(ipaddress.ip_address("fd00::"))
nodes = [
    (
        f"node-{number + 1:06}",
        f"{ipaddress.ip_address(base4 + number * 128)}/25",
        f"{ipaddress.ip_address(base6 + (number << 64))}/64",
    )
    for number in range(count)
]
with open(os.path.dirname(__file__) + "/fleet.yaml") as file:
    fleet = file.read()
with open(f"{folder}/fleet.yaml", "w") as file:
    file.write(fleet[: fleet.index("nodes:")] + "nodes:\n")
    for name, four, six in nodes:
        file.write(f'  - {{name: {name}, subnets: [{four}, "{six}"]}}\n')
with open(f"{folder}/nodes.json", "w") as file:
    json.dump([{"name": name, "ipv4": four, "ipv6": six} for name, four, six in nodes], file)
with open(f"{folder}/nodes.jsonnet", "w") as file:
    with open(os.path.dirname(__file__) + "/nodes.jsonnet") as source:
        file.write(source.read())
