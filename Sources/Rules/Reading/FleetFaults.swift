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
      reading: "fleet-subnet-overlap", .error, "two nodes that share addresses",
      effect: """
        host-local on each node knows only its own leases, so pods of both nodes get the same addresses, and answers \
        go to whichever node the routes name.
        """,
      wrong: "nodes:\n  - {name: a, subnets: [10.244.1.0/24]}\n  - {name: b, subnets: [10.244.1.0/24]}",
      right: "nodes:\n  - {name: a, subnets: [10.244.1.0/24]}\n  - {name: b, subnets: [10.244.2.0/24]}"),
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
