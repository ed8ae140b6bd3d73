import CLinux
import CNIModel
import Diagnostics
import Glibc

/// The containers' device has the settings that tuning and bridge were told to give it.
enum DeviceSettingsProbe: TableProbe {
  private struct Wish {
    let key: Value
    let subject: String
    let expected: String
    let seen: (Devices.Device) -> String
  }

  static func look(at scene: Scene) throws(TrialFault) -> [Finding] {
    var findings: [Finding] = []
    for wish in wishes(scene) {
      var seen: [String] = []
      for attachment in scene.attachments {
        let device = try attachment.container.namespace.inside { () throws(TrialFault) in
          try Devices().named(scene.device)
        }
        seen.append(device.map(wish.seen) ?? "no device")
      }
      findings.append(
        Finding(
          "device", wish.subject, expected: wish.expected, seen: seen.joined(separator: ", "),
          seen.allSatisfy { $0 == wish.expected } ? .held : .failed, at: wish.key.range))
    }
    return findings
  }

  private static func wishes(_ scene: Scene) -> [Wish] {
    scene.chain.list.plugins.flatMap { plugin -> [Wish] in
      var wishes: [Wish] = []
      let flag = { (name: String, words: String, flag: Int32) in
        guard let key = plugin[name], let isWanted = key.bool else { return }
        wishes.append(
          Wish(key: key, subject: words, expected: isWanted ? "on" : "off") {
            $0.flags & UInt32(flag) != 0 ? "on" : "off"
          })
      }
      switch plugin.type {
      case "tuning":
        flag("promisc", "promiscuous", Int32(IFF_PROMISC))
        flag("allmulti", "all multicast", Int32(IFF_ALLMULTI))
        if let key = plugin["txQLen"], let length = key.integer {
          wishes.append(
            Wish(key: key, subject: "length of the sending queue", expected: "\(length)") { "\($0.queueLength)" })
        }
      case "bridge" where plugin.isOn("disableContainerInterface"):
        if let key = plugin["disableContainerInterface"] {
          wishes.append(Wish(key: key, subject: "state", expected: "down") { $0.isUp ? "up" : "down" })
        }
      default: break
      }
      return wishes
    }
  }
}
