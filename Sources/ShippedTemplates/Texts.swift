// Made from the files in templates/; do not edit. See ShippedTemplate.

extension ShippedTemplate {
  /// Every template, by name.
  package static var all: [ShippedTemplate] {
    [
      ShippedTemplate(
        "bridge",
        #"""
        # One IPv4 subnet behind a bridge: pods reach each other, the node and, with the node's address, everything else.
        apiVersion: cnigen/v1
        kind: Template
        name: bridge
        summary: IPv4 bridge with masquerade and port mappings
        parameters:
          subnet: {type: cidr, family: ipv4, example: 10.88.0.0/16, summary: the node's subnet of pod addresses}
          bridge: {type: interface, default: cni0, summary: the name of the bridge on the node}
          mtu: {type: integer, minimum: 68, maximum: 65535, optional: true, summary: "the MTU of the pods, where it is not 1500"}
        network:
          bridge: {name: "${bridge}", gateway: true, masquerade: true, hairpin: true, mtu: "${mtu}"}
          addresses:
            ranges: ["${subnet}"]
            routes: [default]
          portMappings: true

        """#),
      ShippedTemplate(
        "dual-stack-bridge",
        #"""
        # Each pod gets an address of every family that subnets has, on one bridge.
        apiVersion: cnigen/v1
        kind: Template
        name: dual-stack-bridge
        summary: Bridge with masquerade and port mappings, one address for each family
        parameters:
          subnets:
            type: list
            of: cidr
            minimum: 1
            maximum: 2
            example: [10.88.0.0/16, "fd00:88::/64"]
            summary: the node's subnets of pod addresses, one for each family
          bridge: {type: interface, default: cni0, summary: the name of the bridge on the node}
          mtu: {type: integer, minimum: 1280, maximum: 65535, optional: true, summary: "the MTU of the pods, where it is not 1500"}
        network:
          bridge: {name: "${bridge}", gateway: true, masquerade: true, hairpin: true, mtu: "${mtu}"}
          addresses: {ranges: "${subnets}", routes: [default]}
          portMappings: true

        """#),
      ShippedTemplate(
        "ipv6-bridge",
        #"""
        # One IPv6 subnet behind a bridge. Give the pods global addresses that are routed to the node, or leave masquerade on
        # and let them leave with the node's address.
        apiVersion: cnigen/v1
        kind: Template
        name: ipv6-bridge
        summary: IPv6 bridge, with masquerade or routed
        parameters:
          subnet: {type: cidr, family: ipv6, example: "fd00:88::/64", summary: the node's subnet of pod addresses}
          bridge: {type: interface, default: cni0, summary: the name of the bridge on the node}
          masquerade: {type: boolean, default: true, summary: "false where the site routes the subnet to the node"}
          mtu: {type: integer, minimum: 1280, maximum: 65535, optional: true, summary: "the MTU of the pods, where it is not 1500"}
        network:
          bridge: {name: "${bridge}", gateway: true, masquerade: "${masquerade}", hairpin: true, mtu: "${mtu}"}
          addresses:
            ranges: ["${subnet}"]
            routes: [default]
          portMappings: true

        """#),
      ShippedTemplate(
        "ipvlan-l3",
        #"""
        # Pods share the node's MAC address and are routed at the node's network device; for sites whose switches or clouds let
        # no further MAC address through. The site routes the subnets to the node.
        apiVersion: cnigen/v1
        kind: Template
        name: ipvlan-l3
        summary: Routed pods behind the node's own MAC address
        parameters:
          subnets:
            type: list
            of: cidr
            minimum: 1
            example: [10.91.0.0/24]
            summary: the subnets that the site routes to this node
          master: {type: interface, default: eth0, summary: the node's network device}
          mtu: {type: integer, minimum: 1280, maximum: 65535, optional: true, summary: "the MTU of the pods, at most the device's"}
        network:
          ipvlan: {master: "${master}", mode: l3, mtu: "${mtu}"}
          addresses: {ranges: "${subnets}", routes: [default]}

        """#),
      ShippedTemplate(
        "isolated-bridge",
        #"""
        # Only pods of the same bridge reach each other: the firewall plugin drops what other bridges of the node send. For
        # several networks on one node, without Kubernetes' policies.
        apiVersion: cnigen/v1
        kind: Template
        name: isolated-bridge
        summary: Bridge whose pods are reached from their own bridge only
        parameters:
          subnets:
            type: list
            of: cidr
            minimum: 1
            maximum: 2
            example: [10.92.0.0/24, "fd00:92::/64"]
            summary: the node's subnets of pod addresses, one for each family
          bridge: {type: interface, example: br-tenant-a, summary: "the name of the bridge, one for each network"}
        network:
          bridge: {name: "${bridge}", gateway: true, masquerade: true, hairpin: true}
          addresses: {ranges: "${subnets}", routes: [default]}
          firewall: {ingressPolicy: same-bridge}
          portMappings: true

        """#),
      ShippedTemplate(
        "kubeadm-node",
        #"""
        # A node of a small kubeadm cluster without a network add-on: the administrator or the cloud routes each node's subnet.
        # The config.toml is whole and can stand as /etc/containerd/config.toml, with the cgroup driver that kubeadm wants.
        apiVersion: cnigen/v1
        kind: Template
        name: kubeadm-node
        summary: Node of a kubeadm cluster without a network add-on, with its containerd config
        parameters:
          subnets:
            type: list
            of: cidr
            minimum: 1
            maximum: 2
            example: [10.244.1.0/24]
            summary: this node's part of the cluster's --pod-network-cidr
          bridge: {type: interface, default: cni0, summary: the name of the bridge on the node}
          mtu: {type: integer, minimum: 1280, maximum: 65535, optional: true, summary: "the MTU of the pods, where it is not 1500"}
        network:
          bridge: {name: "${bridge}", gateway: true, hairpin: true, mtu: "${mtu}"}
          addresses: {ranges: "${subnets}", routes: [default]}
          portMappings: true
        containerd:
          binDirs: [/opt/cni/bin]
          confDir: /etc/cni/net.d

        """#),
      ShippedTemplate(
        "limited-bridge",
        #"""
        # Every pod gets the same limits for what it receives and what it sends, whatever the runtime says.
        apiVersion: cnigen/v1
        kind: Template
        name: limited-bridge
        summary: Bridge with a limit on what each pod sends and receives
        parameters:
          subnets:
            type: list
            of: cidr
            minimum: 1
            maximum: 2
            example: [10.93.0.0/24]
            summary: the node's subnets of pod addresses, one for each family
          bridge: {type: interface, default: cni0, summary: the name of the bridge on the node}
          receive: {type: integer, minimum: 8000, example: 100000000, summary: "bits a second that a pod may receive"}
          send: {type: integer, minimum: 8000, example: 50000000, summary: "bits a second that a pod may send"}
          burst: {type: integer, minimum: 8000, maximum: 34359738360, default: 8000000, summary: "bits in one go above the limit"}
        network:
          bridge: {name: "${bridge}", gateway: true, masquerade: true, hairpin: true}
          addresses: {ranges: "${subnets}", routes: [default]}
          bandwidth:
            ingressRate: "${receive}"
            ingressBurst: "${burst}"
            egressRate: "${send}"
            egressBurst: "${burst}"
          portMappings: true

        """#),
      ShippedTemplate(
        "macvlan-dhcp",
        #"""
        # Pods stand in the network of the site beside its machines, with addresses from its DHCP server. The node must run the
        # dhcp daemon of the plugins, and its switch port must allow more than one MAC address.
        apiVersion: cnigen/v1
        kind: Template
        name: macvlan-dhcp
        summary: Pods beside the machines of the site, with addresses from its DHCP server
        parameters:
          master: {type: interface, default: eth0, summary: the node's network device in that network}
          mode: {type: string, values: [bridge, private, vepa, passthru], default: bridge, summary: how the pods of a node meet}
          mtu: {type: integer, minimum: 68, maximum: 65535, optional: true, summary: "the MTU of the pods, at most the device's"}
        network:
          macvlan: {master: "${master}", mode: "${mode}", mtu: "${mtu}", capabilities: [mac]}
          addresses: {dhcp: {request: [{option: routers}]}}

        """#),
      ShippedTemplate(
        "nerdctl-default",
        #"""
        # The network that nerdctl makes for itself when it is first run, as a file that you own.
        apiVersion: cnigen/v1
        kind: Template
        name: nerdctl-default
        summary: nerdctl's own default network, nerdctl0 with 10.4.0.0/24
        parameters:
          subnet: {type: cidr, family: ipv4, default: 10.4.0.0/24, summary: the subnet of the containers}
          gateway: {type: address, family: ipv4, default: 10.4.0.1, summary: the address of the bridge}
        network:
          name: bridge
          bridge: {name: nerdctl0, gateway: true, masquerade: true, hairpin: true}
          addresses:
            ranges: [{subnet: "${subnet}", gateway: "${gateway}"}]
            routes: [default]
          portMappings: true
          firewall: {ingressPolicy: same-bridge}
          tuning: true
          allow: {bridge-name-of-other-software: "it is nerdctl's own network"}

        """#),
      ShippedTemplate(
        "podman-default",
        #"""
        # The network that podman up to 3 shipped as 87-podman-bridge.conflist, for hosts that still run it with CNI.
        apiVersion: cnigen/v1
        kind: Template
        name: podman-default
        summary: podman's default network for CNI, cni-podman0 with 10.88.0.0/16
        parameters:
          subnet: {type: cidr, family: ipv4, default: 10.88.0.0/16, summary: the subnet of the containers}
          gateway: {type: address, family: ipv4, default: 10.88.0.1, summary: the address of the bridge}
        network:
          name: podman
          file: 87-podman-bridge.conflist
          bridge: {name: cni-podman0, gateway: true, masquerade: true, hairpin: true}
          addresses:
            ranges: [{subnet: "${subnet}", gateway: "${gateway}"}]
            routes: [default]
          portMappings: true
          firewall: true
          tuning: true

        """#),
      ShippedTemplate(
        "routed-ptp",
        #"""
        # Every pod hangs on a pair of interfaces of its own; the site routes the subnets to the node. No bridge, no address
        # translation, so that every pod is seen with its own address.
        apiVersion: cnigen/v1
        kind: Template
        name: routed-ptp
        summary: Point-to-point interfaces with routed subnets, no bridge and no masquerade
        parameters:
          subnets:
            type: list
            of: cidr
            minimum: 1
            example: [10.90.0.0/24, "fd00:90::/64"]
            summary: the subnets that the site routes to this node
          mtu: {type: integer, minimum: 1280, maximum: 65535, default: 1500, summary: the MTU of the pods}
        network:
          ptp: {masquerade: false, mtu: "${mtu}"}
          addresses: {ranges: "${subnets}", routes: [default]}
          portMappings: {snat: true}

        """#),
      ShippedTemplate(
        "sriov-host-device",
        #"""
        # A pod gets a network device of the node for itself, such as a virtual function of an SR-IOV card. The device is named
        # by its PCI address, which stays the same across reboots.
        apiVersion: cnigen/v1
        kind: Template
        name: sriov-host-device
        summary: A device of the node for each pod, such as a virtual function of an SR-IOV card
        parameters:
          pciAddress: {type: string, example: "0000:3b:02.1", summary: "the device's PCI address, as lspci -D shows it"}
          address: {type: string, example: 10.95.0.11/24, summary: the pod's address with its prefix length}
          gateway: {type: address, example: 10.95.0.1, summary: the router of that network}
        network:
          hostDevice: {pciAddress: "${pciAddress}"}
          addresses:
            static: {addresses: [{address: "${address}", gateway: "${gateway}"}]}
            routes: [default]

        """#),
      ShippedTemplate(
        "vlan-trunk",
        #"""
        # Pods stand in one VLAN of the node's trunk port, with addresses of that VLAN's network.
        apiVersion: cnigen/v1
        kind: Template
        name: vlan-trunk
        summary: Pods in a VLAN of the node's trunk port
        parameters:
          vlan: {type: integer, minimum: 1, maximum: 4094, example: 100, summary: the VLAN's number}
          subnet: {type: cidr, example: 192.168.100.0/24, summary: the network of the VLAN}
          start: {type: address, optional: true, example: 192.168.100.200, summary: the first address that pods may have}
          end: {type: address, optional: true, example: 192.168.100.250, summary: the last address that pods may have}
          gateway: {type: address, example: 192.168.100.1, summary: the router of the VLAN}
          master: {type: interface, default: eth0, summary: the node's network device with the trunk}
        network:
          vlan: {master: "${master}", id: "${vlan}"}
          addresses:
            ranges: [{subnet: "${subnet}", start: "${start}", end: "${end}", gateway: "${gateway}"}]
            routes: [default]

        """#),
    ]
  }
}
