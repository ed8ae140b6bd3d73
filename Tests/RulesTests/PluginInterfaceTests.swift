import CNIModel
import Diagnostics
import NetworkTypes
import Testing

/// Interface plugins: numbers, addresses and names that a device cannot have.
@Suite struct PluginInterfaceTests {
  @Test(arguments: [
    ("bridge", -5, "ADD succeeds; the value is dropped without a word"),
    (
      "bridge", 60,
      #"ADD fails: plugin type="bridge" failed (add): failed to create bridge "cni0": could not add "cni0": invalid argument"#
    ),
    ("macvlan", -1, #"ADD fails: plugin type="macvlan" failed (add): invalid MTU -1, must be [0, master MTU(…)]"#),
    ("macvlan", 60, #"ADD fails: plugin type="macvlan" failed (add): failed to create macvlan: invalid argument"#),
    ("vlan", 65536, #"ADD fails: plugin type="vlan" failed (add): invalid MTU 65536, must be [0, master MTU(…)]"#),
    ("ipvlan", -1, "ADD succeeds; the value is dropped without a word"),
  ])
  func theEffectOfAnMTUIsThatOfThePlugin(_ type: String, _ mtu: Int, _ effect: String) throws {
    let run = try PluginRun(#"{"type": "\#(type)", "master": "eno1", "vlanId": 5, "mtu": \#(mtu)}"#)
    #expect(run.effect(of: "mtu-out-of-range") == effect)
    #expect(run.pointers(of: "mtu-out-of-range") == ["/plugins/0/mtu"])
  }

  @Test func olderMacvlanDoesNotLookAtTheMTU() throws {
    let chain = #"{"type": "macvlan", "master": "eno1", "mtu": -1}"#
    let old = try PluginRun(chain, plugins: "0.8.2")
    #expect(old.effect(of: "mtu-out-of-range") == "ADD succeeds; the value is dropped without a word")
  }

  @Test(arguments: [
    ("1.6.2", #"failed to add IP addr … to "eth0": invalid argument"#),
    ("1.9.0", "the kernel takes no IPv6 address"),
    (
      "1.9.1",
      #"failed to enable keep_addr_on_down for interface "eth0": open /proc/sys/net/ipv6/conf/eth0/keep_addr_on_down: no such file or directory"#
    ),
  ])
  func theTextOfASmallMTUIsThatOfTheRelease(_ release: String, _ text: String) throws {
    let chain = #"{"type": "bridge", "mtu": 1279, "ipam": {"type": "host-local", "subnet": "fd00::/64"}}"#
    let run = try PluginRun(chain, plugins: try #require(Version(release)))
    #expect(run.effect(of: "mtu-below-ipv6-minimum")?.hasSuffix(text) == true)
  }

  @Test func tuningTakesIPv6AwayFromAnInterface() throws {
    let run = try PluginRun(
      #"""
      [{"type": "bridge", "ipam": {"type": "static", "addresses": [{"address": "fd00::5/64"}]}},
       {"type": "tuning", "mtu": 1200}]
      """#)
    #expect(run.pointers(of: "mtu-below-ipv6-minimum") == ["/plugins/1/mtu"])
    #expect(
      run.effect(of: "mtu-below-ipv6-minimum") == "ADD succeeds; the kernel takes the IPv6 addresses off the interface")
  }

  @Test func anMTUBelow68IsToldOnce() throws {
    let run = try PluginRun(#"{"type": "bridge", "mtu": 60, "ipam": {"type": "host-local", "subnet": "fd00::/64"}}"#)
    #expect(run.rules.contains("mtu-out-of-range") && !run.rules.contains("mtu-below-ipv6-minimum"))
  }

  @Test(arguments: [
    (#"{"type": "bridge", "mtu": 1500}"#, 9000, true), (#"{"type": "bridge", "mtu": 9000}"#, 1500, true),
    (#"{"type": "bridge"}"#, 1400, true), (#"{"type": "ptp"}"#, 1500, false),
    (#"{"type": "bridge", "mtu": 9000}"#, 9000, false), (#"{"type": "macvlan", "master": "e0"}"#, 1400, false),
  ])
  func twoEndsOfAPairHaveOneMTU(_ interface: String, _ mtu: Int, _ differs: Bool) throws {
    let run = try PluginRun(#"[\#(interface), {"type": "tuning", "mtu": \#(mtu)}]"#)
    #expect(run.pointers(of: "mtu-mismatch") == (differs ? ["/plugins/1/mtu"] : []))
  }

  @Test func oneBridgeHasOneMTU() throws {
    func list(_ mtu: Int) -> String {
      #"{"name": "n\#(mtu)", "plugins": [{"type": "bridge", "bridge": "br-a", "mtu": \#(mtu)}]}"#
    }
    let differ = try PluginRun("[\(list(1500)), \(list(9000))]", only: ["mtu-mismatch"])
    #expect(differ.diagnostics.map { $0.range?.file.index } == [1])
    #expect(differ.pointers(of: "mtu-mismatch") == ["/plugins/0/mtu"])
    #expect(try PluginRun("[\(list(1500)), \(list(1500))]", only: ["mtu-mismatch"]).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("tuning", "random", "invalid args random for MAC addr: address random: invalid MAC address"),
    (
      "macvlan", "02:5e:10:00:22",
      "invalid args 02:5e:10:00:22 for MAC addr: address 02:5e:10:00:22: invalid MAC address"
    ),
    ("tuning", "01:5e:10:00:00:21", "cannot assign requested address"),
    ("macvlan", "ff:ff:ff:ff:ff:ff", "failed to create macvlan: cannot assign requested address"),
    ("macvlan", "00:00:00:00:00:00", "failed to create macvlan: cannot assign requested address"),
    ("macvlan", "02:00:5e:10:00:00:00:01", "failed to create macvlan: invalid argument"),
    ("tuning", "02:00:5e:10:00:00:00:01", "ADD succeeds; the interface gets another address"),
    ("tap", "zz", #""zz" is invalid lladdr.: exit status 1"#),
  ])
  func addressesThatNoInterfaceHas(_ type: String, _ mac: String, _ text: String) throws {
    let run = try PluginRun(#"{"type": "\#(type)", "master": "eno1", "mac": "\#(mac)"}"#)
    #expect(run.pointers(of: "mac-invalid") == ["/plugins/0/mac"])
    #expect(run.effect(of: "mac-invalid")?.hasSuffix(text) == true)
  }

  @Test(arguments: ["02:5e:10:00:00:20", "02-5E-10-00-00-20", "025e.1000.0020", "FE:FF:FF:FF:FF:FF", ""])
  func addressesThatAnInterfaceMayHave(_ mac: String) throws {
    #expect(try !PluginRun(#"{"type": "tuning", "mac": "\#(mac)"}"#).rules.contains("mac-invalid"))
  }

  @Test func aMACAddressThatTapIgnoresIsNotJudged() throws {
    let run = try PluginRun(#"{"type": "tap", "owner": 0, "group": 0, "mac": "random"}"#)
    #expect(!run.rules.contains("mac-invalid"))
    #expect(run.pointers(of: "key-without-effect") == ["/plugins/0/mac"])
  }

  @Test(arguments: [
    ("macvlan", "master"), ("ipvlan", "master"), ("vlan", "master"), ("host-device", "device"), ("vrf", "vrfname"),
    ("tap", "bridge"),
  ])
  func everyKeyThatNamesADeviceIsJudged(_ type: String, _ key: String) throws {
    for name in ["sixteen-bytes-xx", "a-name-of-some-more-bytes"] {
      let run = try PluginRun(#"{"type": "\#(type)", "\#(key)": "\#(name)"}"#)
      #expect(run.pointers(of: "interface-name-too-long") == ["/plugins/0/\(key)"])
      #expect(!run.rules.contains("interface-name-invalid"))
    }
    for name in ["lo", "all", "a/b", "..", "eth 0"] {
      let run = try PluginRun(#"{"type": "\#(type)", "\#(key)": "\#(name)"}"#)
      #expect(run.pointers(of: "interface-name-invalid") == ["/plugins/0/\(key)"])
      #expect(!run.rules.contains("interface-name-too-long"))
    }
    for name in ["fifteen-bytes-x", "eth0.100", "br@1"] {
      let run = try PluginRun(#"{"type": "\#(type)", "\#(key)": "\#(name)"}"#)
      #expect(run.rules.isDisjoint(with: ["interface-name-too-long", "interface-name-invalid"]))
    }
  }

  @Test func ofSeveralSelectorsTheFirstOneDecides() throws {
    let run = try PluginRun(
      #"{"type": "host-device", "pciBusID": "0000:3b:00.1", "kernelpath": "/sys/class/net/e", "hwaddr": "x", "device": "eno3"}"#
    )
    #expect(
      run.pointers(of: "host-device-several-selectors") == [
        "/plugins/0/pciBusID", "/plugins/0/kernelpath", "/plugins/0/hwaddr",
      ])
    // What does not decide is not looked at, but for a PCI address.
    #expect(!run.rules.contains("host-device-selector-invalid"))
  }

  @Test(arguments: [
    ("kernelpath", "/sys/class/net/eno3"), ("kernelpath", "devices/pci0000:00"), ("kernelpath", "/sys/devices"),
    ("hwaddr", "01:00:5e:00:00:01"), ("hwaddr", "02:00:00:00:00"), ("pciBusID", "0000:3B:00.1"),
    ("pciBusID", "3b:00.1"),
    ("pciBusID", "0000:3b:00.8"), ("pciBusID", "0000:3b.00.1"),
  ])
  func selectorsThatNothingAnswersTo(_ key: String, _ text: String) throws {
    let run = try PluginRun(#"{"type": "host-device", "\#(key)": "\#(text)"}"#)
    #expect(run.pointers(of: "host-device-selector-invalid") == ["/plugins/0/\(key)"])
  }

  @Test(arguments: ["0000:3b:00.1", "10000:e1:00.0"])
  func pciAddresses(_ text: String) throws {
    #expect(
      try PluginRun(#"{"type": "host-device", "pciBusID": "\#(text)"}"#, only: ["host-device-selector-invalid"]).rules
        .isEmpty)
  }

  @Test func aSelectorOfAnotherTypeIsNotCalledMissing() throws {
    let run = try PluginRun(#"{"type": "host-device", "device": ["eno3"]}"#)
    #expect(run.rules.contains("wrong-type") && !run.rules.contains("host-device-selector-missing"))
  }

  @Test func ipvlanLendsNoMACAddress() throws {
    let run = try PluginRun(
      #"""
      [{"type": "ipvlan", "master": "eno1"},
       {"type": "tuning", "mac": "02:00:00:00:00:01", "capabilities": {"mac": true}}]
      """#)
    #expect(
      Set(run.pointers(of: "ipvlan-with-tuning-mac")) == ["/plugins/1/mac", "/plugins/1/capabilities/mac"])
  }

  @Test(arguments: [
    (#"{"option": "hostname"}"#, "/option"), (#"{"option": "+42"}"#, "/option"), (#"{"option": ""}"#, "/option"),
    (#"{"value": "x"}"#, ""),
  ])
  func optionsThatTheDHCPDaemonRefuses(_ element: String, _ place: String) throws {
    let run = try PluginRun(#"{"type": "bridge", "ipam": {"type": "dhcp", "provide": [\#(element)]}}"#)
    #expect(run.pointers(of: "dhcp-option-invalid") == ["/plugins/0/ipam/provide/0\(place)"])
  }

  @Test(arguments: [(255, false), (256, true)])
  func aValueForDHCPHasItsLimit(_ count: Int, _ isTooLong: Bool) throws {
    let value = String(repeating: "v", count: count)
    let provide = #"[{"option": "60", "value": "\#(value)"}]"#
    let run = try PluginRun(#"{"type": "bridge", "ipam": {"type": "dhcp", "provide": \#(provide)}}"#)
    #expect(run.pointers(of: "dhcp-option-invalid") == (isTooLong ? ["/plugins/0/ipam/provide/0/value"] : []))
  }
}
