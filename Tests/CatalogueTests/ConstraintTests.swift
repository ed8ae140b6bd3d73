import Catalogue
import NetworkTypes
import Testing

/// Every rule of the facts has a constraint with its releases and its error texts.
struct ConstraintTests {
  @Test("Every rule of a plugin is a constraint, in the order of the facts")
  func plugins() throws {
    for (type, fact) in try Fact.plugins().at("plugins").members {
      let plugin = try #require(Catalogue.plugin(type))
      try expect(plugin.constraints, match: fact.at("rules").texts, in: type)
    }
  }

  @Test("Every rule for all plugins is a constraint")
  func common() throws {
    try expect(CommonKeys.constraints, match: Fact.plugins().at("common", "rules").texts, in: "common")
  }

  private func expect(_ constraints: [Constraint], match rules: [String], in place: String) throws {
    #expect(constraints.count == rules.count, "\(place)")
    for (constraint, rule) in zip(constraints, rules) {
      #expect(try constraint.span == Ranges.ofRule(rule), "\(place): \(rule)")
      #expect((constraint.evidence == .source) == rule.contains("(src)"), "\(place): \(rule)")
      let said = ([constraint.what] + constraint.errors.map(\.text)).joined(separator: "\n")
      for quote in Quotes.texts(in: rule) {
        #expect(Quotes.text(quote, standsIn: said), "\(place): \(quote) is not in \(said)")
      }
      // The other way round, nothing is said that nobody measured.
      let quoted = Quotes.texts(in: rule).joined(separator: "\n")
      for error in constraint.errors {
        let tail = Quotes.tail(of: error.text)
        #expect(Quotes.text(tail, standsIn: quoted), "\(place): \(error.text) is not in \(rule)")
        expect(error.span, standsIn: rule, in: place)
      }
    }
  }

  /// The bounds of a wording are those that the rule names, or the releases next to them: "from 1.3.0" ends the older
  /// wording with 1.2.0.
  private func expect(_ span: ReleaseSpan, standsIn rule: String, in place: String) {
    let words = rule.split(whereSeparator: { " [](),:;-".contains($0) }).flatMap { $0.split(separator: "..") }
    let named = Set(words.compactMap { Version($0) })
    let releases = Catalogue.pluginReleases.map(\.version)
    for (release, next) in zip(releases, releases.dropFirst()) {
      if span.until == release {
        #expect(named.contains(release) || named.contains(next), "\(place): \(span), \(rule)")
      }
      if span.since == next { #expect(named.contains(next) || named.contains(release), "\(place): \(span), \(rule)") }
    }
  }

  @Test("A constraint names keys that exist, or sections of the configuration that do")
  func keys() {
    let sections = CommonKeys.all.map(\.name) + ["runtimeConfig.portMappings"]
    for plugin in Catalogue.plugins {
      for name in plugin.constraints.flatMap(\.keys) {
        let parts = name.split(separator: ".").map(String.init)
        let key = plugin.key(parts[0])
        let isKey = parts.count == 1 ? key != nil : key?.field(parts[1]) != nil
        #expect(isKey || sections.contains(name) || plugin.notKey(name) != nil, "\(plugin.type): \(name)")
      }
    }
  }

  @Test("The wording of a release is found where it changed")
  func wordings() throws {
    let bridge = try #require(Catalogue.plugin("bridge"))
    func hairpin(_ release: Version) -> [String] {
      bridge.constraints(on: "hairpinMode", in: release).flatMap { $0.errors(in: release) }.map(\.text)
    }
    #expect(hairpin("0.6.0") == ["cannot set hairpin mode and promiscous mode at the same time."])
    #expect(hairpin("0.9.1") == ["cannot set hairpin mode and promiscous mode at the same time."])
    #expect(hairpin("1.0.0") == ["cannot set hairpin mode and promiscuous mode at the same time."])
    #expect(hairpin("1.2.0") == ["cannot set hairpin mode and promiscuous mode at the same time."])
    #expect(hairpin("1.3.0") == ["cannot set hairpin mode and promiscuous mode at the same time"])

    let device = try #require(Catalogue.plugin("host-device"))
    func selector(_ release: Version) -> [String] {
      device.constraints(on: "hwaddr", in: release).flatMap { $0.errors(in: release) }.map(\.text)
        .filter { $0.hasPrefix("specify") }
    }
    #expect(selector("0.8.0") == [#"specify either "device", "hwaddr" or "kernelpath""#])
    #expect(selector("0.8.1") == [#"specify either "device", "hwaddr", "kernelpath" or "pciBusID""#])

    #expect(bridge.constraints(on: "vlanTrunk", in: "1.8.0").allSatisfy { !$0.keys.contains("vlan") })
    #expect(bridge.constraints(on: "vlanTrunk", in: "1.7.1").contains { $0.keys.contains("vlan") })
  }

  @Test("Placeholders are filled from left to right")
  func filling() {
    let error = ErrorText("invalid MTU %d, must be [0, master MTU(%d)] on %q; %s, %x, 100%")
    #expect(
      error.filled(with: ["9000", "1500", "eth1"])
        == "invalid MTU 9000, must be [0, master MTU(1500)] on \"eth1\"; %s, %x, 100%")
    #expect(ErrorText("no values").filled(with: ["1"]) == "no values")
    #expect(ErrorText("%q").filled(with: ["a%s"]) == "\"a%s\"")
  }
}
