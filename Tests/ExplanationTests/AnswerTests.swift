import Catalogue
import Diagnostics
import Difference
import NetworkTypes
import ProfileLanguage
import Rules
import TestSupport
import Testing

@testable import Explanation

/// What `cnigen explain` answers.
@Suite struct AnswerTests {
  /// The text of an answer; an issue where there is none.
  private func page(_ words: String...) throws -> String {
    guard case .page(let text) = Explanation.answer(words) else {
      throw FactEntries.Missing(description: "no page for \(words)")
    }
    return text
  }

  @Test(arguments: Rule.everyRule.map(\.id)) func everyRuleHasAPage(_ id: String) throws {
    let text = try page(id)
    let rule = try #require(Rule.named(id))
    #expect(text.hasPrefix("\(id): \(rule.severity.rawValue)\n"))
    #expect(text.contains("What happens on a node") && text.contains("Wrong") && text.contains("Right"))
  }

  @Test func everyChangeHasAPage() throws {
    for effect in Effect.allCases {
      let text = try page(effect.word)
      #expect(text.hasPrefix("\(effect.word): a class of changes") && text.contains("\(effect.exitStatus)"))
    }
    for kind in ChangeKind.all {
      #expect(try page(kind.id).hasPrefix("\(kind.id): a change that cnigen diff finds\n"))
      // A name of its own: no key, rule or template has it.
      #expect(Rule.named(kind.id) == nil && KeyPlace.named(kind.id).isEmpty, "\(kind.id)")
    }
  }

  @Test func everyPluginKeyReleaseAndCapabilityHasAPage() throws {
    for type in Catalogue.pluginTypes { #expect(try page(type).hasPrefix("\(type): a reference plugin\n")) }
    for place in KeyPlace.all { #expect(try page(place.path).contains("\(place.path): a key ")) }
    for release in Catalogue.pluginReleases {
      #expect(try page("plugins", "\(release.version)").hasPrefix("plugins \(release.version): "))
    }
    for name in Catalogue.containerdLineNames {
      #expect(try page("containerd \(name)").hasPrefix("containerd \(name): a release line"))
      for release in try #require(Catalogue.containerdLine(named: name)).releases {
        #expect(try page("\(release.version)").contains("containerd \(release.version): a release of containerd"))
      }
    }
    for spec in Catalogue.specVersions { #expect(try page("spec", "\(spec.version)").hasPrefix("cniVersion ")) }
    for capability in Catalogue.capabilities {
      #expect(try page("capability", capability.name).hasPrefix("\(capability.name): a capability\n"))
    }
    for issue in Catalogue.knownIssues { #expect(try page(issue.id).contains("\(issue.id): a known fault")) }
    for key in Catalogue.conflistKeys { #expect(try page(key.name).contains("a key at the top of")) }
    for key in Containerd.cniKeys { #expect(try page(key.name).contains("a key of containerd's CNI table")) }
  }

  @Test func everyKeyOfEverySectionHasAPage() throws {
    for section in Sections.all {
      for field in section.fields {
        let text = try page("key", field.name)
        #expect(text.contains("\(field.name): a key of \(section.name) in "), "\(section.name): \(field.name)")
      }
    }
    for name in TemplateLibrary.names { #expect(try page(name).hasPrefix("\(name): ")) }
  }

  @Test func aKeyTellsWhatTheNodeSaysByRelease() throws {
    let text = try page("bridge", "hairpinMode")
    #expect(try page("bridge.hairpinMode") == text)
    #expect(try page("bridge.hairpin") == text)
    #expect(text.contains("in profiles   hairpin\n"))
    #expect(text.contains("cannot set hairpin mode and promiscous mode"))
    #expect(text.contains("hairpin-with-promiscuous"))
  }

  @Test func aPlainWordLeadsToEveryPluginThatHasIt() throws {
    let text = try page("masquerade")
    #expect(text.contains("bridge.ipMasq: ") && text.contains("ptp.ipMasq: "))
    #expect(!text.contains("macvlan"))
  }

  @Test func aNumberLeadsToEverythingOfThatNumber() throws {
    let text = try page("1.0.0")
    #expect(text.contains("plugins 1.0.0: ") && text.contains("cniVersion 1.0.0: "))
    #expect(try !page("plugins", "1.0.0").contains("cniVersion 1.0.0: "))
    #expect(try page("containerd", "1.6.3").contains("loopback-1.0.0"))
  }

  @Test func aSlipIsAnsweredWithTheNearestWord() {
    for (slip, meant) in [
      ("brigde", "bridge"), ("masqurade", "masquerade"), ("gateway-outside-subent", "gateway-outside-subnet"),
      ("bridge.isGatway", "bridge.isGateway"), ("portMaping", "portMappings"), ("1.6.99", "containerd 1.6.39"),
    ] {
      guard case .unknown(let nearest) = Explanation.answer([slip]) else {
        Issue.record("\(slip) has a page")
        continue
      }
      #expect(nearest == meant)
    }
    guard case .unknown(nil) = Explanation.answer(["qqqqqqqq"]) else {
      Issue.record("qqqqqqqq has a page or a neighbour")
      return
    }
  }

  @Test func linesFitATerminal() throws {
    var texts = [Explanation.overview()]
    texts += try Catalogue.pluginTypes.map { try page($0) }
    texts += try Catalogue.pluginReleases.map { try page("plugins", "\($0.version)") }
    for line in texts.joined(separator: "\n").split(separator: "\n") {
      // A word that is longer than a line, a path for example, has a line of its own.
      #expect(line.count <= Page.width || !line.drop { $0 == " " }.contains(" "), "\(line)")
    }
  }

  @Test func theOverviewNamesEverything() {
    let text = Explanation.overview()
    for rule in Rule.everyRule { #expect(text.contains("\n  \(rule.id) ") || text.contains("\n  \(rule.id)\n")) }
    for type in Catalogue.pluginTypes { #expect(text.contains("\n  \(type) ")) }
  }
}
