"""render.py HERE FOLDER: what a careful person writes: undefined names are errors, and the result has to be JSON."""

import json
import os
import sys

import jinja2
import yaml

here, folder = sys.argv[1:]
environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(here), undefined=jinja2.StrictUndefined, trim_blocks=True, keep_trailing_newline=True
)
with open(f"{here}/nodes.yaml") as file:
    data = yaml.safe_load(file)
for node in data["nodes"]:
    conflist = environment.get_template("conflist.j2").render(data, node=node)
    json.loads(conflist)
    config = environment.get_template("config.j2").render(data, node=node)
    os.makedirs(f"{folder}/{node['name']}")
    with open(f"{folder}/{node['name']}/10-containerd-net.conflist", "w") as file:
        file.write(conflist)
    with open(f"{folder}/{node['name']}/config.toml", "w") as file:
        file.write(config)
