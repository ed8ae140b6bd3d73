import CNIModel
import Diagnostics

extension InstalledPlugin {
  /// Keys of a bridge that nothing looks at.
  var idleBridgeKeys: [IdleKey] {
    idleMasqueradeKeys + [idleDefaultVLAN, overruledGateway, idleForceAddress].compactMap { $0 } + emptyTrunkElements
  }

  /// `ipMasqBackend` where nothing is masqueraded; of bridge and ptp.
  var idleMasqueradeKeys: [IdleKey] {
    guard let backend = member("ipMasqBackend"), isOff("ipMasq") else { return [] }
    return [
      IdleKey(
        word(backend.name), at: backend.nameRange, "\(word("ipMasq")) is off",
        help: "leave it out, or set \(word("ipMasq")) to true")
    ]
  }

  private var idleDefaultVLAN: IdleKey? {
    guard let key = member("preserveDefaultVlan"), key.value.bool == true,
      self["vlan"].map({ $0.integer == 0 }) ?? true,
      self["vlanTrunk"]?.array?.isEmpty ?? true
    else { return nil }
    return IdleKey(
      word("preserveDefaultVlan"), at: key.nameRange, "the port has neither \(word("vlan")) nor \(word("vlanTrunk"))",
      help: "leave it out")
  }

  private var overruledGateway: IdleKey? {
    guard let off = off("isGateway"), let implied = on("isDefaultGateway") else { return nil }
    return IdleKey(
      "\(word("isGateway")) false", at: off.range, "\(word("isDefaultGateway")) implies it",
      place: .init("\(word("isDefaultGateway")) is on here", at: implied.range), help: "leave one of them out")
  }

  private var idleForceAddress: IdleKey? {
    guard let key = member("forceAddress"), key.value.bool == true, isNoGateway else { return nil }
    return IdleKey(
      word("forceAddress"), at: key.nameRange, "the bridge gets no address while \(word("isGateway")) is off",
      help: "leave it out, or set \(word("isGateway")) to true")
  }

  private var emptyTrunkElements: [IdleKey] {
    (self["vlanTrunk"]?.array ?? []).filter { element in
      element.object != nil && ["id", "minID", "maxID"].allSatisfy { element[$0] == nil }
    }.map { element in
      IdleKey(
        "an element of \(word("vlanTrunk"))", at: element.range, "it names no VLAN",
        help: "give it \(word("vlanTrunk", "id")), or \(word("vlanTrunk", "minID")) and \(word("vlanTrunk", "maxID"))")
    }
  }
}
