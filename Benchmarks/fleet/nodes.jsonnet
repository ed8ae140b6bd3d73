// What a person would write for jsonnet -m -S. Debian's jsonnet makes no folders, so the node stands in the name of the
// file; and std.toString, which writes JSON in one line, since std.manifestJsonEx takes a minute for a thousand nodes.
local nodes = import 'nodes.json';

local conflist(node) = {
  cniVersion: '1.1.0',
  name: 'pods',
  plugins: [
    {
      type: 'bridge',
      bridge: 'cni0',
      isGateway: true,
      ipMasq: true,
      hairpinMode: true,
      ipam: {
        type: 'host-local',
        ranges: [[{ subnet: node.ipv4 }], [{ subnet: node.ipv6 }]],
        routes: [{ dst: '0.0.0.0/0' }, { dst: '::/0' }],
      },
    },
    { type: 'portmap', capabilities: { portMappings: true } },
  ],
};

local config = |||
  version = 3

  [plugins."io.containerd.cri.v1.runtime".cni]
    bin_dirs = ["/opt/cni/bin"]
    conf_dir = "/etc/cni/net.d"
|||;

{ [node.name + '-10-pods.conflist']: std.toString(conflist(node)) for node in nodes } +
{ [node.name + '-config.toml']: config for node in nodes }
