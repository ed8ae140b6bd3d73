local cniVersion = '1.0.0';
local nodes = {
  'worker-0': ['10.88.0.0/24', 'fd00:88::/64'],
  'worker-1': ['10.88.1.0/24', 'fd00:88:0:1::/64'],
  'worker-2': ['10.88.2.0/24', 'fd00:88:0:2::/64'],
};
local conflist(subnets) = {
  cniVersion: cniVersion,
  name: 'containerd-net',
  plugins: [
    {
      type: 'bridge',
      bridge: 'cni0',
      isGateway: true,
      ipMasq: true,
      hairpinMode: true,
      ipam: {
        type: 'host-local',
        ranges: [[{ subnet: subnet }] for subnet in subnets],
        routes: [{ dst: '0.0.0.0/0' }, { dst: '::/0' }],
      },
    },
    { type: 'portmap', capabilities: { portMappings: true } },
  ],
};
local config = |||
  version = 2

  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/opt/cni/bin"
    conf_dir = "/etc/cni/net.d"
|||;
{ [name + '/10-containerd-net.conflist']: std.manifestJson(conflist(nodes[name])) for name in std.objectFields(nodes) }
+ { [name + '/config.toml']: config for name in std.objectFields(nodes) }
