import CNIModel
import Diagnostics
import NetworkTypes

/// Writes out what an absent key would mean differently in different releases, so that a profile means the same
/// everywhere.
enum MovedDefaults {
  /// The members to add to an intent for a release of its plugin.
  static func members(for spec: IntentSpec, release: Version) -> [Value.Member] {
    guard spec.intent == .bridge, release >= "1.3.0",
      !spec.members.contains(where: { $0.name == "preserveDefaultVlan" }),
      let vlan = spec.members.first(where: { $0.name == "vlan" || $0.name == "vlanTrunk" }), isSet(vlan.value)
    else { return [] }
    // Absent means true in 1.3.0 to 1.7.1 and false from 1.8.0 on; the language takes the newer meaning.
    return [Value.Member("preserveDefaultVlan", at: vlan.nameRange, Value(.bool(false), at: vlan.nameRange))]
  }

  private static func isSet(_ value: Value) -> Bool {
    value.array.map { !$0.isEmpty } ?? (value.integer ?? 0 > 0)
  }
}
