import CNIModel
import TestSupport
import Testing

@testable import Trial

/// A refusal points at what its words speak of. The words are those of plugins, as they were seen.
@Suite struct BlameTests {
  private static let bridge = #"""
    {"cniVersion": "1.0.0", "name": "n", "plugins": [{
      "type": "bridge", "bridge": "br-pool", "mtu": 1200, "hairpinMode": true,
      "ipam": {
        "type": "host-local",
        "ranges": [
          [{"subnet": "10.81.0.0/24", "gateway": "10.81.1.1"}, {"subnet": "10.93.64.0/24"}],
          [{"subnet": "fd61:12::/64"}]
        ],
        "routes": [{"dst": "0.0.0.0/0"}]
      }
    }]}
    """#

  @Test(arguments: [
    // An address that stands in the file, before the subnets that hold it and before the name of the bridge.
    ("failed to add route '{0.0.0.0 00000000} via 10.81.1.1 dev eth0': network is unreachable", "\"10.81.1.1\""),
    // An address of a subnet of the file.
    (
      #"failed to set bridge addr: "br-pool" already has an IP address different from 10.93.64.1/24"#,
      "\"10.93.64.0/24\""
    ),
    ("failed to add IP addr {Address:{IP:fd61:12::2 Mask:ffff} Gateway:fd61:12::1} to \"eth0\"", "\"fd61:12::/64\""),
    // A name.
    (#"could not add "br-pool": numerical result out of range"#, "\"br-pool\""),
    // A key as people write it.
    ("cannot set hairpin mode and promiscuous mode at the same time.", "true"),
    ("invalid MTU -1, must be [0, master MTU(1500)]", "1200"),
    // Nothing that stands there.
    ("no plugin name provided", "\"bridge\""),
    // A part of a longer word is none.
    ("something about br-pool2", "\"bridge\""),
  ])
  func pointsAtTheValue(_ message: String, _ value: String) throws {
    let conflist = try Conflist(Self.bridge)
    let place = Blame.place(of: message, in: conflist.list.plugins[0], list: conflist.list)
    #expect(conflist.text(place) == value)
  }

  @Test func pointsAtTheVersion() throws {
    let conflist = try Conflist(Self.bridge)
    for message in ["incompatible CNI versions; config is \"1.0.0\"", "unsupported CNI result version \"1.0.0\""] {
      let place = Blame.place(of: message, in: conflist.list.plugins[0], list: conflist.list)
      #expect(conflist.text(place) == "\"1.0.0\"")
    }
  }

  @Test(arguments: [
    (
      #"{"type": "tuning", "sysctl": {"net.ipv4.tcp_x": "5"}}"#, "open /proc/sys/net/ipv4/tcp_x: no such file",
      "\"net.ipv4.tcp_x\""
    ),
    (#"{"type": "bandwidth", "ingressRate": 8, "note": "x"}"#, "if rate is set, burst must also be set", "8"),
    // Who was told one thing alone refuses that.
    (#"{"type": "tuning", "mac": "03:00:5e:00:00:01"}"#, "cannot assign requested address", "\"03:00:5e:00:00:01\""),
  ])
  func pointsIntoChainedPlugins(_ plugin: String, _ message: String, _ value: String) throws {
    let conflist = try Conflist(#"{"cniVersion": "1.0.0", "name": "n", "plugins": [\#(plugin)]}"#)
    let place = Blame.place(of: message, in: conflist.list.plugins[0], list: conflist.list)
    #expect(conflist.text(place) == value)
  }
}
