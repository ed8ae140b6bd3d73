import CNIModel
import Catalogue
import Diagnostics

extension Rule {
  static let vlanTrunkInvalid = Rule(
    "vlan-trunk-invalid", .error, "an element of vlanTrunk that the bridge plugin refuses",
    effect: """
      Each element names one VLAN by id, or a range by minID and maxID together, all of 1 to 4094. The plugin checks \
      that from 1.3.0 on, where the key begins: ADD of every pod fails. An element that is null crashes it.
      """,
    wrong: #"{"type": "bridge", "vlanTrunk": [{"minID": 120, "maxID": 110}]}"#,
    right: #"{"type": "bridge", "vlanTrunk": [{"minID": 110, "maxID": 120}]}"#,
    facts: [
      "bridge: vlanTrunk minID, maxID and id in 1..4094", "bridge: vlanTrunk minID above maxID",
      "bridge: vlanTrunk minID without maxID or the reverse", "bridge: a null element in vlanTrunk",
    ]
  ) { subject, findings in
    for bridge in subject.installed("bridge") {
      for element in bridge["vlanTrunk"]?.array ?? [] {
        guard let fault = TrunkFault.of(element, in: bridge) else { continue }
        let effect = fault.refusal.map { subject.target.addFails("bridge", $0) } ?? "ADD fails: the plugin crashes"
        findings.report(fault.message, at: fault.range, notes: [.init(effect)])
      }
    }
  }
}

/// What is wrong with an element of `vlanTrunk`. The plugin stops at the first fault, in this order.
private struct TrunkFault {
  let message: String
  let range: SourceRange
  /// The plugin's error; `nil` where it crashes.
  let refusal: String?

  static func of(_ element: Value, in bridge: InstalledPlugin) -> TrunkFault? {
    if element.isNull {
      return TrunkFault(
        message: "an element of \(bridge.word("vlanTrunk")) is null", range: element.range, refusal: nil)
    }
    guard element.object != nil else { return nil }
    let from = bridge.word("vlanTrunk", "minID")
    let to = bridge.word("vlanTrunk", "maxID")
    switch (element["minID"], element["maxID"]) {
    case (let minimum?, let maximum?):
      if let fault = outOfRange(minimum, from, "incorrect trunk minID parameter") { return fault }
      if let fault = outOfRange(maximum, to, "incorrect trunk maxID parameter") { return fault }
      if let first = minimum.integer, let last = maximum.integer, first > last {
        return TrunkFault(
          message: "\(from) \(first) is greater than \(to) \(last)", range: element.range,
          refusal: "minID is greater than maxID in trunk parameter")
      }
    case (_?, nil): return lonely(element, given: from, missing: to, "maxID is missing")
    case (nil, _?): return lonely(element, given: to, missing: from, "minID is missing")
    case (nil, nil): break
    }
    return element["id"].flatMap {
      outOfRange($0, bridge.word("vlanTrunk", "id"), "incorrect trunk id parameter")
    }
  }

  private static func outOfRange(_ value: Value, _ word: String, _ refusal: String) -> TrunkFault? {
    guard let id = value.integer, !(1...4094).contains(id) else { return nil }
    return TrunkFault(message: "\(word) \(id) is out of range: 1 to 4094", range: value.range, refusal: refusal)
  }

  private static func lonely(_ element: Value, given: String, missing: String, _ end: String) -> TrunkFault {
    TrunkFault(
      message: "\(given) needs \(missing) beside it", range: element.range,
      refusal: "minID and maxID should be configured simultaneously, \(end)")
  }
}
