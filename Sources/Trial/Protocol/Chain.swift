import CNIModel
import Catalogue
import Diagnostics
import Emission
import NetworkTypes

/// A network list as libcni sends it to its plugins, request by request.
struct Chain {
  let list: NetworkList
  /// The spec version that the runtime takes from the list, as it is sent; empty where the list states none.
  let version: String

  /// - Parameter target: decides which of `cniVersions` the runtime takes, as libcni does from 1.2.0 on.
  init(_ list: NetworkList, for target: Target) {
    self.list = list
    let stated = list.cniVersion?.value ?? ""
    var best = stated.isEmpty ? nil : stated
    if target.containerd.libcni >= "1.2.0", let listed = list.value.member("cniVersions")?.value.array {
      let known = (listed.compactMap(\.string) + [stated]).filter { text in
        Version(text).map { $0 <= target.containerd.specMaximum } ?? false
      }
      best = known.max { (Version($0) ?? "0.1.0") < (Version($1) ?? "0.1.0") } ?? best
    }
    version = best ?? ""
  }

  /// The version by which plugins act: an absent one counts as 0.1.0.
  var effectiveVersion: Version { Version(version) ?? "0.1.0" }

  /// Whether the list lets the runtime send CHECK, which exists from 0.4.0 on.
  var isChecked: Bool { effectiveVersion >= "0.4.0" && !isOn("disableCheck") }

  /// Whether STATUS and GC exist.
  var hasStatus: Bool { effectiveVersion >= "1.1.0" }

  var isCollected: Bool { hasStatus && !isOn("disableGC") }

  private func isOn(_ key: String) -> Bool {
    let value = list.value.member(key)?.value
    return value?.bool == true || value?.string?.lowercased() == "true"
  }

  /// What a plugin reads from standard input: its object, with name and version of the list, what the plugin before it
  /// answered, and those arguments of the runtime whose capability it declares.
  func request(
    to plugin: Plugin, previous: ChainResult?, arguments: RuntimeArguments?, further: [JSON.Member] = []
  ) -> [UInt8] {
    let wanted = arguments?.members(for: plugin) ?? []
    var replaced = ["name", "cniVersion"] + further.map(\.name)
    if previous != nil { replaced.append("prevResult") }
    if !wanted.isEmpty { replaced.append("runtimeConfig") }
    var members = (plugin.value.object ?? []).wireForm.filter { !replaced.contains($0.name) }
    members.append(JSON.Member("name", list.value.member("name")?.value.json ?? .string("")))
    members.append(JSON.Member("cniVersion", .string(version)))
    if let previous { members.append(JSON.Member("prevResult", previous.value.json)) }
    if !wanted.isEmpty { members.append(JSON.Member("runtimeConfig", .object(wanted))) }
    return Array(JSONWriter.line(.object(members + further)).utf8)
  }
}
