#!/bin/sh
# render.sh NODES FOLDER: NODES has a line for each node, with its name and its two subnets.
set -eu
while read -r name four six; do
  mkdir -p "$2/$name"
  sed -e "s|@FOUR@|$four|" -e "s|@SIX@|$six|" >"$2/$name/10-containerd-net.conflist" <<CONFLIST
{
  "cniVersion": "1.0.0",
  "name": "containerd-net",
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
          [{ "subnet": "@FOUR@" }],
          [{ "subnet": "@SIX@" }]
        ],
        "routes": [{ "dst": "0.0.0.0/0" }, { "dst": "::/0" }]
      }
    },
    {
      "type": "portmap",
      "capabilities": { "portMappings": true }
    }
  ]
}
CONFLIST
  cat >"$2/$name/config.toml" <<CONFIG
version = 2

[plugins."io.containerd.grpc.v1.cri".cni]
  bin_dir = "/opt/cni/bin"
  conf_dir = "/etc/cni/net.d"
CONFIG
done <"$1"
