"""What a person would write with PyYAML and Jinja2, from the same fleet: jinja.py FLEET FOLDER."""

import hashlib
import os
import sys

import jinja2
import yaml

CONFLIST = """\
{
  "cniVersion": "1.1.0",
  "name": {{ name | tojson }},
  "plugins": [
    {
      "type": "bridge",
      "bridge": {{ bridge.name | tojson }},
      "isGateway": {{ bridge.gateway | tojson }},
      "ipMasq": {{ bridge.masquerade | tojson }},
      "hairpinMode": {{ bridge.hairpin | tojson }},
      "ipam": {
        "type": "host-local",
        "ranges": [
{%- for subnet in node.subnets %}
          [
            {
              "subnet": {{ subnet | tojson }}
            }
          ]{{ "" if loop.last else "," }}
{%- endfor %}
        ],
        "routes": [
{%- for subnet in node.subnets %}
          {
            "dst": "{{ "::/0" if ":" in subnet else "0.0.0.0/0" }}"
          }{{ "" if loop.last else "," }}
{%- endfor %}
        ]
      }
    },
    {
      "type": "portmap",
      "capabilities": {
        "portMappings": {{ portMappings | tojson }}
      }
    }
  ]
}
"""

CONFIG = """\
version = 3

[plugins."io.containerd.cri.v1.runtime".cni]
  bin_dirs = {{ containerd.binDirs | tojson }}
  conf_dir = {{ containerd.confDir | tojson }}
"""

with open(sys.argv[1]) as file:
    fleet = yaml.load(file, Loader=yaml.CSafeLoader)
environment = jinja2.Environment(keep_trailing_newline=True, autoescape=False)
environment.policies["json.dumps_kwargs"] = {}
templates = [("config.toml", environment.from_string(CONFIG)), ("10-pods.conflist", environment.from_string(CONFLIST))]
network, containerd = fleet["profile"]["network"], fleet["profile"]["containerd"]
sums = []
for node in fleet["nodes"]:
    folder = os.path.join(sys.argv[2], node["name"])
    os.makedirs(folder, exist_ok=True)
    for name, template in templates:
        text = template.render(node=node, containerd=containerd, **network)
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
        sums.append((f"{node['name']}/{name}", hashlib.sha256(text.encode()).hexdigest()))
with open(os.path.join(sys.argv[2], "SHA256SUMS"), "w") as file:
    for path, digest in sorted(sums):
        file.write(f"{digest}  {path}\n")
