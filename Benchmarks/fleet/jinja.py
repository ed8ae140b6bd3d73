"""What a person would write with PyYAML and Jinja2: jinja.py INVENTORY FOLDER."""

import os
import sys

import jinja2
import yaml

CONFLIST = """\
{
  "cniVersion": "1.1.0",
  "name": "pods",
  "plugins": [
    {
      "type": "bridge",
      "bridge": "cni0",
      "isGateway": true,
      "ipMasq": true,
      "hairpinMode": true,
      "ipam": {
        "type": "host-local",
        "ranges": [
          [
            {
              "subnet": "{{ node.ipv4 }}"
            }
          ],
          [
            {
              "subnet": "{{ node.ipv6 }}"
            }
          ]
        ],
        "routes": [
          {
            "dst": "0.0.0.0/0"
          },
          {
            "dst": "::/0"
          }
        ]
      }
    },
    {
      "type": "portmap",
      "capabilities": {
        "portMappings": true
      }
    }
  ]
}
"""

CONFIG = """\
version = 3

[plugins."io.containerd.cri.v1.runtime".cni]
  bin_dirs = ["/opt/cni/bin"]
  conf_dir = "/etc/cni/net.d"
"""

with open(sys.argv[1]) as file:
    nodes = yaml.load(file, Loader=yaml.CSafeLoader)["nodes"]
environment = jinja2.Environment(keep_trailing_newline=True, autoescape=False)
conflist, config = environment.from_string(CONFLIST), environment.from_string(CONFIG)
for node in nodes:
    folder = os.path.join(sys.argv[2], node["name"])
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "config.toml"), "w") as file:
        file.write(config.render(node=node))
    with open(os.path.join(folder, "10-pods.conflist"), "w") as file:
        file.write(conflist.render(node=node))
