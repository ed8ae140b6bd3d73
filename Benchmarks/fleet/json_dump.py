"""The same with json.dump of Python, for people who build the data in code: json_dump.py FLEET FOLDER."""

import hashlib
import json
import os
import sys

import yaml

CONFIG = """\
version = 3

[plugins."io.containerd.cri.v1.runtime".cni]
  bin_dirs = {bin_dirs}
  conf_dir = {conf_dir}
"""

with open(sys.argv[1]) as file:
    fleet = yaml.load(file, Loader=yaml.CSafeLoader)
network, containerd = fleet["profile"]["network"], fleet["profile"]["containerd"]
bridge = network["bridge"]
config = CONFIG.format(bin_dirs=json.dumps(containerd["binDirs"]), conf_dir=json.dumps(containerd["confDir"]))
sums = []
for node in fleet["nodes"]:
    folder = os.path.join(sys.argv[2], node["name"])
    os.makedirs(folder, exist_ok=True)
    conflist = {
        "cniVersion": "1.1.0",
        "name": network["name"],
        "plugins": [
            {
                "type": "bridge",
                "bridge": bridge["name"],
                "isGateway": bridge["gateway"],
                "ipMasq": bridge["masquerade"],
                "hairpinMode": bridge["hairpin"],
                "ipam": {
                    "type": "host-local",
                    "ranges": [[{"subnet": subnet}] for subnet in node["subnets"]],
                    "routes": [{"dst": "::/0" if ":" in subnet else "0.0.0.0/0"} for subnet in node["subnets"]],
                },
            },
            {"type": "portmap", "capabilities": {"portMappings": network["portMappings"]}},
        ],
    }
    with open(os.path.join(folder, "config.toml"), "w") as file:
        file.write(config)
    # What is written is read again for its sum: json.dump goes to a file piece by piece.
    with open(os.path.join(folder, "10-pods.conflist"), "w+") as file:
        json.dump(conflist, file, indent=2)
        file.write("\n")
        file.seek(0)
        text = file.read()
    for name, content in [("config.toml", config), ("10-pods.conflist", text)]:
        sums.append((f"{node['name']}/{name}", hashlib.sha256(content.encode()).hexdigest()))
with open(os.path.join(sys.argv[2], "SHA256SUMS"), "w") as file:
    for path, digest in sorted(sums):
        file.write(f"{digest}  {path}\n")
