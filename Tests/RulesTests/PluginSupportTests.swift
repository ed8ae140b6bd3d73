import CNIModel
import Diagnostics
import Testing

@testable import Rules

/// The readers of names and addresses that the rules about single plugins share.
@Suite struct PluginSupportTests {
  @Test(arguments: [
    ("02:5e:10:00:00:20", 6), ("02-5e-10-00-00-20", 6), ("025e.1000.0020", 6), ("02:00:5e:10:00:00:00:01", 8),
    ("0200.5e10.0000.0001", 8), ("80:00:00:48:fe:80:00:00:00:00:00:00:00:02:c9:03:00:00:0f:91", 20),
    ("02:5e:10:00:00", nil), ("02:5e-10:00:00:20", nil), ("025e10000020", nil), ("2:5e:10:00:00:20", nil),
    ("02:5e:10:00:00:2g", nil), ("", nil), (":", nil), ("0:1", nil), ("02:5e:10:00:00:20:", nil),
    ("025e.1000.002", nil),
  ])
  func hardwareAddressesAsGoReadsThem(_ text: String, _ count: Int?) {
    #expect(HardwareAddressText.byteCount(text) == count)
  }

  @Test(arguments: [
    ("SITE", nil), ("CNI-ADMIN", nil), (String(repeating: "A", count: 28), nil),
    (String(repeating: "A", count: 29), ChainName.Fault.tooLong(29)), ("", .empty), ("-A", .sign("-")),
    ("!A", .sign("!")), ("A B", .space), ("DROP", .target), ("INPUT", .builtIn),
  ])
  func namesOfChains(_ text: String, _ fault: ChainName.Fault?) {
    #expect(ChainName.fault(of: text) == fault)
  }

  @Test(arguments: [
    ("eth0", nil), ("lo", "is the loopback device"), ("", "is empty"),
    ("a b", "holds a space, which no device name can"),
  ])
  func namesOfDevices(_ text: String, _ words: String?) {
    #expect(DeviceNameFault.of(text)?.words == words)
  }

  @Test(arguments: [
    ("42", true), ("0", true), ("255", true), ("007", true), ("256", false), ("-1", false), ("+1", false),
    ("host-name", true), ("", false),
  ])
  func optionsOfDHCP(_ text: String, _ isOne: Bool) {
    #expect(DHCPFault.isOption(text) == isOne)
  }
}
