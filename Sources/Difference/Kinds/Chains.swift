import CNIModel
import NetworkTypes

/// Plugins that come into the chain, leave it, or stand elsewhere in it.
extension ChangeKind {
  static let chains = [pluginAdded, pluginRemoved, pluginMoved, capabilityAdded, capabilityRemoved]

  private static let pluginAdded = ChangeKind(
    "chain-plugin-added", "a plugin is new in the chain",
    """
    Pods that start from now on go through it. When a running pod is detached, the plugin is called for something that \
    it has not made; the reference plugins take that without complaint.
    """,
    .network { pair in
      let interface = pair.changesInterface ? pair.new.list.interfacePlugin?.index : nil
      return pair.added.filter { $0.index != interface }.map { plugin in
        Found(
          "plugins[\(plugin.index)]", new: Found.Located(plugin.type, at: plugin.typeRange), .newPods,
          added(plugin.type), help: plugin.facts == nil ? "try it: cnigen try" : nil)
      }
    })

  private static func added(_ type: String) -> String {
    switch type {
    case "portmap": "host ports lead to pods that start from now on; running pods have none until they are restarted"
    case "firewall": "the node's firewall lets new pods through; for running ones nothing is added"
    case "bandwidth": "limits are set when a pod is attached; running pods go on without"
    case "tuning": "settings are made in the pods that start from now on"
    default: "pods that start from now on go through it; it is also called when running pods are detached"
    }
  }

  private static let pluginRemoved = ChangeKind(
    "chain-plugin-removed", "a plugin is gone from the chain",
    """
    containerd detaches pods with the list that is loaded then, so a plugin that is gone from it is not called: what it \
    made for running pods stays on the node. portmap leaves ports that lead to an address which the next pod gets, \
    firewall its accepting rules, bandwidth a device for each limited pod. What tuning, sbr and vrf did lies in the pod \
    and ends with it.
    """,
    .network { pair in
      let interface = pair.changesInterface ? pair.old.list.interfacePlugin?.index : nil
      return pair.removed.filter { $0.index != interface }.map { plugin in
        let (effect, reason) = removed(plugin.type)
        return Found(
          "plugins[\(plugin.index)]", old: Found.Located(plugin.type, at: plugin.typeRange), effect, reason,
          help: effect >= .drain ? "drain the node first, so that \(plugin.type) removes what it made" : nil)
      }
    })

  private static func removed(_ type: String) -> (Effect, String) {
    switch type {
    case "portmap":
      (
        .losesPortMappings,
        """
        new pods have no host ports; portmap is not called when running pods are detached, so their ports go on leading \
        to addresses that other pods get next
        """
      )
    case "firewall":
      (.drain, "firewall is not called when running pods are detached; its rules for their addresses stay on the node")
    case "bandwidth":
      (.drain, "bandwidth is not called when running pods are detached; the device of each limited pod stays")
    case "tuning", "sbr", "vrf", "loopback":
      (.newPods, "what \(type) did lies in the pod and ends with it; new pods are without")
    default:
      (.drain, "\(type) is not called when running pods are detached; what it made for them on the node stays")
    }
  }

  private static let pluginMoved = ChangeKind(
    "chain-plugin-moved", "plugins stand in another order",
    "Pods are attached in the order of the list and detached in the reverse one; running pods in one that is not theirs.",
    .network { pair in
      let old = pair.plugins.map(\.old.index)
      let new = pair.plugins.sorted { $0.new.index < $1.new.index }.map(\.old.index)
      guard old != new else { return [] }
      let types = { (plugins: [Plugin]) in plugins.map(\.type).joined(separator: ", ") }
      return [
        Found(
          "plugins", old: Found.Located(types(pair.old.list.plugins), at: pair.old.list.plugins.first?.typeRange),
          new: Found.Located(types(pair.new.list.plugins), at: pair.new.list.plugins.first?.typeRange), .newPods,
          "pods that start from now on go through the plugins in the new order; running pods are detached in it too")
      ]
    })

  private static let capabilityAdded = ChangeKind(
    "capability-added", "the runtime hands a plugin more",
    "It is handed over when a pod is attached, and when it is detached. Running pods were attached without.",
    .key { difference in
      guard difference.name.hasPrefix("capabilities."), difference.isOn else { return nil }
      let name = difference.name.dropFirst("capabilities.".count)
      return Verdict(.newPods, "\(difference.type) gets \(name) of the pods that start from now on")
    })

  private static let capabilityRemoved = ChangeKind(
    "capability-removed", "the runtime hands a plugin less",
    """
    It is handed over when a pod is attached, and when it is detached. portmap, from 1.0.0 on, does nothing at the end \
    where it is handed no ports, so those of running pods go on leading to addresses that other pods get next.
    """,
    .key { difference in
      guard difference.name.hasPrefix("capabilities."), !difference.isOn else { return nil }
      let name = String(difference.name.dropFirst("capabilities.".count))
      guard difference.type == "portmap", name == "portMappings" else {
        return Verdict(.newPods, "\(difference.type) gets no \(name) any more; new pods are without")
      }
      return Verdict(
        .losesPortMappings,
        difference.newRelease >= "1.0.0"
          ? """
          new pods have no host ports; portmap removes nothing where it is handed no ports, so those of running pods go on \
          leading to addresses that other pods get next
          """ : "new pods have no host ports",
        help: "drain the node first")
    })
}
