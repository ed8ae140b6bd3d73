import Diagnostics
import Catalogue
import NetworkTypes
import Testing

/// Every key of the catalogue, in every release: unknown before it came, known while it lived, gone after.
@Suite struct KeyAgeTests {
  /// A key under a plugin or under `ipam`, with a value that asks for something.
  struct Sample: Sendable, CustomTestStringConvertible {
    let type: String
    let isIPAM: Bool
    let key: KeyFacts
    let value: String

    var testDescription: String { "\(type).\(key.name)" }

    var chain: String {
      if isIPAM { return #"{"type": "bridge", "ipam": {"type": "\#(type)", "\#(key.name)": \#(value)}}"# }
      return #"[{"type": "bridge"}, {"type": "\#(type)", "\#(key.name)": \#(value)}]"#
    }

    var pointer: String { isIPAM ? "/plugins/0/ipam/\(key.name)" : "/plugins/1/\(key.name)" }
  }

  static let samples: [Sample] = Catalogue.plugins.flatMap { facts in
    facts.keys.map { Sample(type: facts.type, isIPAM: facts.role == .ipam, key: $0, value: value(of: $0.type, $0)) }
  }

  /// A value of a type that differs from what an absent key means.
  static func value(of type: ValueType, _ key: KeyFacts) -> String {
    switch type {
    case .bool: key.absent == "true" ? "false" : "true"
    case .integer, .unsigned: "7"
    case .string, .cidr, .address, .addressWithPrefix, .mac, .interface, .path:
      "\"\(key.values.last?.text ?? "x")\""
    case .object, .map: "{}"
    case .list(let element): "[\(value(of: element, key))]"
    case .any: "1"
    }
  }

  private static let rules: Set = ["key-too-new", "key-removed", "unknown-key", "unused-key", "key-case"]

  @Test(arguments: samples)
  func theRulesFollowTheSpanOfAKey(_ sample: Sample) throws {
    let facts = try #require(Catalogue.plugin(sample.type))
    for release in Catalogue.pluginReleases.map(\.version) where facts.span.contains(release) {
      let run = try ListRun(sample.chain, plugins: release, rules: Self.rules)
      let due: String? =
        if sample.key.span.isAhead(of: release) {
          "key-too-new"
        } else if sample.key.span.isOver(at: release) {
          "key-removed"
        } else {
          nil
        }
      for rule in Self.rules {
        let found = run.pointers(of: rule).contains(sample.pointer)
        #expect(found == (rule == due), "\(rule) for \(sample.chain) in \(release)")
      }
    }
  }

  @Test(arguments: samples)
  func valuesOfTheRightTypePassAndOthersDoNot(_ sample: Sample) throws {
    let facts = try #require(Catalogue.plugin(sample.type))
    let wrong: String
    switch sample.key.type {
    case .any: return
    case .object, .map: wrong = "[]"
    default: wrong = "{}"
    }
    let broken = Sample(type: sample.type, isIPAM: sample.isIPAM, key: sample.key, value: wrong)
    for release in Catalogue.pluginReleases.map(\.version)
    where facts.span.contains(release) && sample.key.span.contains(release) {
      let right = try ListRun(sample.chain, plugins: release, rules: ["wrong-type"])
      #expect(right.pointers(of: "wrong-type") == [])
      let run = try ListRun(broken.chain, plugins: release, rules: ["wrong-type"])
      #expect(run.pointers(of: "wrong-type") == [sample.pointer], "\(broken.chain) in \(release)")
    }
  }

  @Test func theEffectOfAKeyThatIsReadPastIsTold() throws {
    let run = try ListRun(#"{"type": "bridge", "portIsolation": true}"#, plugins: "1.6.2")
    let finding = try #require(run.findings(of: "key-too-new").first)
    #expect(finding.message == "portIsolation needs plugins 1.7.0 or later, and bridge is of 1.6.2")
    #expect(finding.notes.first?.message == "ADD succeeds; pods of the bridge still reach each other")
  }

  @Test(arguments: [
    #"{"type": "bridge", "portIsolation": false}"#, #"{"type": "bridge", "macspoofchk": null}"#,
    #"[{"type": "bridge"}, {"type": "firewall", "ingressPolicy": "open"}]"#,
  ])
  func aKeyThatAsksForNothingIsNoFault(_ chain: String) throws {
    #expect(try ListRun(chain, plugins: "1.0.1").pointers(of: "key-too-new") == [])
  }

  /// What an absent preserveDefaultVlan means has changed, so a written one always asks for something.
  @Test func aKeyWhoseDefaultMovedIsTooNewWhateverItSays() throws {
    let run = try ListRun(#"{"type": "bridge", "preserveDefaultVlan": false, "vlan": 5}"#, plugins: "1.2.0")
    #expect(run.pointers(of: "key-too-new") == ["/plugins/0/preserveDefaultVlan"])
  }

  @Test func aPluginOfAnotherReleaseIsJudgedByItsOwn() throws {
    let chain = #"[{"type": "bridge", "portIsolation": true}, {"type": "firewall", "ingressPolicy": "isolated"}]"#
    let run = try ListRun(chain, plugins: "1.6.2", overrides: ["bridge": "1.7.0"])
    #expect(run.pointers(of: "key-too-new") == [])
    #expect(run.pointers(of: "value-too-new") == ["/plugins/1/ingressPolicy"])
  }

  @Test func hostDeviceRanNoIPAMBefore080() throws {
    let chain = #"{"type": "host-device", "device": "eno2", "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}}"#
    #expect(try ListRun.releases(of: "key-too-new", in: chain) == ListRun.span("0.7.0", "0.7.6"))
  }
}
