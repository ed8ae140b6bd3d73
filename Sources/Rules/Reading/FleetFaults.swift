import Diagnostics

extension Rule {
  /// Faults of fleets: of their inventories, their lock and their address plan.
  static let fleetRules: [Rule] = [
    Rule(
      reading: "inventory-invalid", .error, "an inventory that cannot be read",
      effect: """
        Nodes that are left out would go without files, or with those of another; so nothing is built until every row \
        can be read.
        """,
      wrong: "name,subnet\nedge-1,10.244.1.0/24", right: "name,subnets\nedge-1,10.244.1.0/24"),
    Rule(
      reading: "too-many-nodes", .error, "a fleet of more than a million nodes",
      effect: "Most likely a range has a digit too many, or the inventory is a file of something else.",
      wrong: "nodes: [edge-[1-900000], site-[1-900000]]", right: "nodes: [edge-[1-900], site-[1-900]]"),
    Rule(
      reading: "fleet-subnet-overlap", .error, "two nodes that share addresses",
      effect: """
        host-local on each node knows only its own leases, so pods of both nodes get the same addresses, and answers \
        go to whichever node the routes name.
        """,
      wrong: "nodes:\n  - {name: a, subnets: [10.244.1.0/24]}\n  - {name: b, subnets: [10.244.1.0/24]}",
      right: "nodes:\n  - {name: a, subnets: [10.244.1.0/24]}\n  - {name: b, subnets: [10.244.2.0/24]}"),
    Rule(
      reading: "node-without-subnet", .error, "a node of a cluster that nobody gives a subnet",
      effect: """
        every such node hands out the addresses that stand in the profile, so pods on different nodes get the same ones. \
        The cluster does not allocate pod CIDRs (kube-controller-manager's --allocate-node-cidrs), or not yet.
        """,
      wrong: "nodes: [{from: nodes.json}]",
      right: "allocate: [{from: 10.244.0.0/16, prefix: 24}]\nnodes: [{from: nodes.json}]"),
    Rule(
      reading: "fleet-subnets-shared", .warning, "nodes that all hand out the subnet of the profile",
      effect: """
        pods on different nodes get the same addresses; a pod reaches none of another node. Where every node is by \
        itself, behind its own masquerade, that is as it should be: allow it with a reason.
        """,
      wrong: "profile: {network: {addresses: {ranges: [10.88.0.0/16]}}}\nnodes: [\"n-[1-3]\"]",
      right: "allocate: [{from: 10.88.0.0/16, prefix: 24}]\nnodes: [\"n-[1-3]\"]"),
    Rule(
      reading: "fleet-subnet-reserved", .error, "a node's subnet that meets a reserved network",
      effect: "Pods would get the addresses of services, hosts or whatever the network is reserved for.",
      wrong: "reserved: {hosts: [10.244.9.0/24]}\nnodes: [{name: a, subnets: [10.244.9.0/24]}]",
      right: "reserved: {hosts: [10.244.9.0/24]}\nnodes: [{name: a, subnets: [10.244.8.0/24]}]"),
    Rule(
      reading: "subnet-outside-block", .error, "a node's subnet that lies in no block of the fleet",
      effect: "Routes and firewalls of the site are made for the blocks; nothing leads to a subnet beside them.",
      wrong: "allocate: [{from: 10.244.0.0/16, prefix: 24}]\nnodes: [{name: a, subnets: [10.245.1.0/24]}]",
      right: "allocate: [{from: 10.244.0.0/16, prefix: 24}]\nnodes: [{name: a, subnets: [10.244.1.0/24]}]"),
    Rule(
      reading: "block-exhausted", .error, "more nodes than a block has subnets",
      effect: "The last nodes would get no addresses for their pods.",
      wrong: "allocate: [{from: 10.244.0.0/24, prefix: 25}]\nnodes: [edge-[1-3]]",
      right: "allocate: [{from: 10.244.0.0/24, prefix: 26}]\nnodes: [edge-[1-3]]"),
    Rule(
      reading: "lock-outside-block", .error, "a line of the lock that fits no block any more",
      effect: "The node would be renumbered, and pods that run there would keep addresses that lead nowhere.",
      wrong: "edge-001 10.99.0.0/24", right: "edge-001 10.244.0.0/24"),
    Rule(
      reading: "lock-line-invalid", .error, "a line of the lock that is none",
      effect: "A lock that was cut off or edited by hand could renumber every node behind that line.",
      wrong: "edge-001 10.244.0", right: "edge-001 10.244.0.0/24"),
    Rule(
      reading: "lock-unmerged", .error, "a lock with the marks of an unfinished merge",
      effect: "Both sides of the merge gave subnets away; which of them hold is for a person to say.",
      wrong: "<<<<<<< HEAD\nedge-001 10.244.0.0/24", right: "edge-001 10.244.0.0/24"),
  ]
}

extension Rule {
  /// Faults of a fleet's document.
  static let fleetDocumentRules: [Rule] = [
    Rule(
      reading: "invalid-node-name", .error, "a node with a name that none can have",
      effect: "Kubernetes takes DNS names alone, and every node's files go into a folder of its name.",
      wrong: "nodes: [Edge_1]", right: "nodes: [edge-1]"),
    Rule(
      reading: "invalid-node-pattern", .error, "a pattern of names that makes no sense",
      effect: "Which nodes are meant nobody can tell.", wrong: "nodes:\n  - edge-[100-001]",
      right: "nodes:\n  - edge-[001-100]"),
    Rule(
      reading: "invalid-network", .error, "a network that is none",
      effect: "Nothing can be cut from it, or held against it.", wrong: "allocate: [{from: 10.244.0.1/16, prefix: 24}]",
      right: "allocate: [{from: 10.244.0.0/16, prefix: 24}]"),
    Rule(
      reading: "invalid-label", .error, "a label that no node can have",
      effect: "Kubernetes refuses it, so no node ever has it, and a pool that asks for it stays empty.",
      wrong: "labels: {\"rack number\": r7}", right: "labels: {rack-number: r7}"),
    Rule(
      reading: "block-invalid", .error, "a block that cannot be cut, or overlaps another one",
      effect: "Nodes would get no subnet from it, or two nodes the same addresses.",
      wrong: "allocate: [{from: 10.244.0.0/16, prefix: 8}]", right: "allocate: [{from: 10.244.0.0/16, prefix: 24}]"),
    Rule(
      reading: "unknown-node", .error, "a node that the fleet does not have",
      effect: "Nothing says which addresses and which target it has, so there is nothing to build.",
      wrong: "cnigen build fleet.yaml --node egde-001", right: "cnigen build fleet.yaml --node edge-001"),
    Rule(
      reading: "unknown-pool", .error, "a node in a pool that is not there",
      effect: "The node would get the plain profile, without what its pool was to bring.",
      wrong: "nodes: [{name: gpu-a1, pools: [gpus]}]\npools: [{name: gpu, match: {names: [\"gpu-*\"]}}]",
      right: "nodes: [{name: gpu-a1, pools: [gpu]}]\npools: [{name: gpu, match: {names: [\"gpu-*\"]}}]"),
    Rule(
      reading: "pool-without-nodes", .warning, "a pool that no node is in",
      effect: "What it brings reaches nobody; most often a slip in a name or a label.",
      wrong: "nodes: [gpu-1]\npools: [{name: gpu, match: {names: [\"gpux-*\"]}}]",
      right: "nodes: [gpu-1]\npools: [{name: gpu, match: {names: [\"gpu-*\"]}}]"),
  ]
}
