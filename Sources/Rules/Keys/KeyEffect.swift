/// What a network is like when a plugin reads past a key, as seen on nodes.
enum KeyEffect {
  /// The effect of a key that is not read: one that the release does not know, or one that somebody misspelt.
  /// - Parameter key: the key from its reader on, `routes.priority`.
  static func missing(_ key: String, in reader: String) -> String? {
    switch reader {
    case "bridge": bridge(key)
    case "ptp": key == "ipMasqBackend" ? "the rules go to iptables all the same" : addresses(key)
    case "portmap": portmap(key)
    case "tuning": tuning(key)
    case "firewall": firewall(key)
    case "bandwidth": key.hasSuffix("Subnets") ? "all traffic is shaped" : nil
    case "macvlan", "ipvlan", "vlan": child(key)
    default: addresses(key)
    }
  }

  private static func bridge(_ key: String) -> String? {
    switch key {
    case "bridge": "the bridge is cni0"
    case "isGateway": "the bridge gets no gateway address and the pod reaches nothing beyond its subnet"
    case "isDefaultGateway": "the pod gets no default route from it"
    case "hairpinMode": "a pod cannot reach itself through its own host port"
    case "ipMasq": "traffic leaves with the pod's address"
    case "ipMasqBackend": "the rules go to iptables all the same"
    case "portIsolation": "pods of the bridge still reach each other"
    case "macspoofchk": "no rule is installed, a pod may use any MAC address"
    case "vlanTrunk": "the port carries no tagged VLAN"
    case "vlan": "the port is in no VLAN of its own"
    case "disableContainerInterface": "the container's end is up"
    case "preserveDefaultVlan": "the port keeps its default VLAN"
    default: addresses(key)
    }
  }

  private static func portmap(_ key: String) -> String? {
    switch key {
    case "backend": "the mappings go to iptables all the same"
    case "masqAll": "mapped connections keep the client's address"
    default: nil
    }
  }

  private static func tuning(_ key: String) -> String? {
    switch key {
    case "txQLen": "the queue's length stays as it is"
    case "allmulti": "the interface does not receive all multicast"
    case "mac": "the interface keeps its MAC address"
    default: nil
    }
  }

  private static func firewall(_ key: String) -> String? {
    switch key {
    case "ingressPolicy": "no rule of isolation is installed, the network stays open"
    default: nil
    }
  }

  /// Interfaces on an interface of the node.
  private static func child(_ key: String) -> String? {
    switch key {
    case "master": "the interface sits on the node's interface of the default route, if it is made at all"
    case "mac": "the interface gets a MAC address of its own choice"
    case "linkInContainer": "the master is looked up on the node"
    default: addresses(key)
    }
  }

  /// IPAM plugins, and the key that leads to them.
  private static func addresses(_ key: String) -> String? {
    switch key {
    case "ipam": "no IPAM plugin is run and the interface has no address"
    case "subnet", "ranges": "there is no range from it to take addresses from"
    case "ranges.rangeStart": "addresses are handed out from the beginning of the subnet on"
    case "ranges.rangeEnd": "addresses are handed out up to the end of the subnet"
    case "ranges.gateway": "the gateway is the first address of the subnet"
    case "routes": "the pod gets no route from it"
    case "routes.gw": "the route goes through the subnet's own gateway"
    case "routes.priority": "the route is set without a metric"
    case "routes.table": "the route goes into the main table"
    default: nil
    }
  }
}
