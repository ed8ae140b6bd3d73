import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

extension Rule {
  static let burstBelowMTU = Rule(
    "burst-below-mtu", .error, "a burst that is smaller than one packet",
    effect: """
      The shaper (tbf) drops every packet that is larger than the burst: small ones pass, and whatever fills its \
      packets hangs. The key counts in bits; a packet is as large as the MTU and 14 bytes of Ethernet header. 1.5.0 \
      and 1.5.1 use another shaper (htb), which lets them pass.
      """,
    wrong: #"{"type": "bandwidth", "egressRate": 10000000, "egressBurst": 8000}"#,
    right: #"{"type": "bandwidth", "egressRate": 10000000, "egressBurst": 1600000}"#,
    facts: ["bandwidth: uses htb qdiscs", "215-burst-of-1000-bytes"]
  ) { subject, findings in
    let htb = ReleaseSpan.from("1.5.0", to: "1.5.1")
    for shaping in Shaping.all(in: subject) where !htb.contains(shaping.plugin.release) {
      guard let burst = shaping.burst, shaping.rate != nil else { continue }
      let stated = subject.statedMTU(before: shaping.plugin)
      let packet = UInt64(stated?.value ?? 1500) + 14
      guard burst.value < packet * 8 else { continue }
      let bytes = burst.value / 8
      var notes: [Diagnostic.Note] = [.init("ADD succeeds; every packet of more than \(bytes) bytes is dropped")]
      if let stated { notes.append(.init("the MTU", at: stated.range)) }
      findings.report(
        "\(shaping.plugin.word(shaping.burstKey)) \(burst.value) bits are \(bytes) bytes, less than one packet of "
          + "\(packet) bytes",
        at: burst.range, notes: notes, help: "use \(packet * 8 * 10) or more")
    }
  }
}

extension Subject {
  /// The MTU that the interface has when a plugin comes to it, where the file states one: tuning's, else that of the
  /// interface plugin.
  fileprivate func statedMTU(before plugin: InstalledPlugin) -> Located<Int>? {
    let tuned = installed("tuning").last {
      $0.plugin.index < plugin.plugin.index && ($0.integer("mtu")?.value ?? 0) > 0
    }
    guard let mtu = (tuned ?? interface(before: plugin))?.integer("mtu"), (68...65535).contains(mtu.value) else {
      return nil
    }
    return mtu
  }
}
