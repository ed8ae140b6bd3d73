import Catalogue
import NetworkTypes
import Testing

/// The capabilities, who reads and who sends them.
struct CapabilityTests {
  @Test("Every capability is that of the facts")
  func capabilities() throws {
    let facts = try Fact.spec().at("capabilities")
    let standard = try facts.members.filter { !["rules", "non_standard", "args_cni"].contains($0.key) }
    let other = try facts.at("non_standard").members
    #expect(standard.map(\.key) + other.map(\.key) == Catalogue.capabilities.map(\.name))
    for (name, fact) in standard {
      let capability = try #require(Catalogue.capability(name))
      #expect(try capability.since == Ranges.version(fact.text("since")), "\(name)")
      #expect(try capability.sentBy == fact["sent_by"]?.texts ?? [], "\(name)")
      let readers = try fact.at("reference_plugins").members
      #expect(readers.map(\.key) == capability.readers.map(\.plugin), "\(name)")
      for ((plugin, since), reader) in zip(readers, capability.readers) where plugin != "static" {
        let release = try since.text.isEmpty ? nil : Ranges.version(since.text)
        #expect(reader.since == release, "\(name) by \(plugin)")
      }
    }
    for (name, _) in other { #expect(Catalogue.capability(name)?.since == nil) }
    #expect(try facts.at("rules").list.count == Catalogue.capabilityRules.count)
    #expect(try facts.at("args_cni").members.count == Catalogue.argumentConventions.count)
  }

  /// The facts about the specification give 0.8.0 for static and `ips`; the plugin's own facts say 0.8.2, as does its
  /// source. So the readers are held against the plugins.
  @Test("Who reads a capability, and since when, the plugin's own entry says too")
  func readers() throws {
    for capability in Catalogue.capabilities {
      let known = capability.readers.filter { Catalogue.plugin($0.plugin) != nil }
      for reader in known {
        let input = Catalogue.plugin(reader.plugin)?.capabilities.first { $0.name == capability.name }
        #expect(input?.span == reader.since.map { .since($0) }, "\(capability.name) by \(reader.plugin)")
      }
      let readers = Catalogue.plugins.filter { $0.capabilities.contains { $0.name == capability.name } }.map(\.type)
      #expect(Set(known.map(\.plugin)) == Set(readers), "\(capability.name)")
    }
    let names = Set(Catalogue.capabilities.map(\.name))
    for plugin in Catalogue.plugins {
      for input in plugin.capabilities { #expect(names.contains(input.name), "\(plugin.type) \(input.name)") }
    }
  }
}
