import Diagnostics
import NetworkTypes
import Testing

/// Two networks of one node. What is due is what two pods of a node met, one in each network.
@Suite struct AddressesNetworksTests {
  static func net(_ name: String, _ plugin: String) -> String { #"{"name": "\#(name)", "plugins": [\#(plugin)]}"# }

  static func bridge(_ name: String, _ range: String, isGateway: Bool = true) -> String {
    #"{"type": "bridge", "bridge": "\#(name)", "isGateway": \#(isGateway), "ipam": {\#(Chains.ranges(range))}}"#
  }

  static func macvlan(_ master: String, _ range: String) -> String {
    #"{"type": "macvlan", "master": "\#(master)", "ipam": {\#(Chains.ranges(range))}}"#
  }

  static func ptp(_ range: String) -> String { Chains.ptp(Chains.ranges(range)) }

  static let whole = #"{"subnet": "10.1.0.0/24"}"#
  static let low = #"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.99"}"#
  static let high = #"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.100"}"#
  static let wide = #"{"subnet": "10.1.0.0/16", "rangeEnd": "10.1.3.255"}"#
  static let inner = #"{"subnet": "10.1.4.0/24"}"#

  static let overlap = ["networks-overlap /ranges/0/0"]
  static let twoBridges = ["subnet-on-two-bridges /ranges/0/0/subnet"]
  static let inside = ["subnet-inside-other-network /ranges/0/0/subnet"]

  @Test(
    arguments: [
      (bridge("br-a", whole), bridge("br-b", whole), overlap),
      (bridge("br-a", low), bridge("br-b", high), twoBridges),
      (bridge("br-a", low), bridge("br-a", high), []),
      (bridge("br-a", whole), bridge("br-a", whole), overlap),
      (bridge("br-a", wide), bridge("br-b", inner), inside),
      (bridge("br-a", inner), bridge("br-b", wide), inside),
      (ptp(whole), ptp(whole), overlap),
      (ptp(low), ptp(high), []),
      (bridge("br-a", whole), ptp(whole), overlap),
      (bridge("br-a", low), ptp(high), inside),
      (ptp(wide), bridge("br-b", inner), []),
      (bridge("br-a", whole), macvlan("eno1", whole), []),
      (macvlan("eno1", whole), macvlan("eno1", whole), overlap),
      (macvlan("eno1", whole), macvlan("eno2", whole), []),
      (bridge("br-a", whole, isGateway: false), bridge("br-b", whole, isGateway: false), []),
      (bridge("br-a", whole, isGateway: false), bridge("br-a", whole, isGateway: false), overlap),
      (bridge("br-a", whole), bridge("br-b", #"{"subnet": "10.2.0.0/24"}"#), []),
      (bridge("br-a", whole), bridge("br-b", #"{"subnet": "fd00::/64"}"#), []),
      (
        bridge("br-a", low),
        bridge("br-b", #"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.1", "rangeEnd": "10.1.0.2"}"#), overlap
      ),
    ] as [(String, String, [String])])
  func twoNetworks(_ first: String, _ second: String, _ due: [String]) throws {
    let run = try AddressesRun("[\(Self.net("a", first)), \(Self.net("b", second))]")
    #expect(run.found == due)
    #expect(run.run.diagnostics.allSatisfy { $0.range?.file.index == 1 && $0.notes.first?.range?.file.index == 0 })
  }

  @Test func gatewaysThatBothSkipAreNotHandedOutTwice() throws {
    let first = Self.bridge("br-a", #"{"subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.50"}"#)
    let second = Self.bridge("br-a", #"{"subnet": "10.1.0.0/24", "rangeStart": "10.1.0.1", "rangeEnd": "10.1.0.1"}"#)
    let run = try AddressesRun("[\(Self.net("a", first)), \(Self.net("b", second))]")
    #expect(run.found == ["range-holds-only-gateway /ranges/0/0"])
  }

  @Test func networksOfOneNameShareWhatTheyHandedOut() throws {
    let same = "[\(Self.net("a", Self.ptp(Self.whole))), \(Self.net("a", Self.ptp(Self.whole)))]"
    #expect(try AddressesRun(same).found == [])
    let elsewhere = #"{"type": "ptp", "ipam": {"dataDir": "/run/b", \#(Chains.ranges(Self.whole))}}"#
    let apart = "[\(Self.net("a", Self.ptp(Self.whole))), \(Self.net("a", elsewhere))]"
    #expect(try AddressesRun(apart).found == Self.overlap)
  }

  @Test func theThirdNetworkIsComparedWithBoth() throws {
    let third = Self.ptp(Self.whole)
    let text = """
      [\(Self.net("a", Self.bridge("br-a", Self.low))), \(Self.net("b", Self.ptp(Self.high))), \(Self.net("c", third))]
      """
    let run = try AddressesRun(text)
    #expect(
      run.run.findings(of: "networks-overlap").map(\.message).sorted() == [
        "range 10.1.0.1-10.1.0.254 overlaps with range 10.1.0.1-10.1.0.99 of network a",
        "range 10.1.0.1-10.1.0.254 overlaps with range 10.1.0.100-10.1.0.254 of network b",
      ])
  }
}
