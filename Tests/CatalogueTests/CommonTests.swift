import Catalogue
import NetworkTypes
import Testing

/// What holds for all plugins.
struct CommonTests {
  @Test("Exceptions from the rule about unknown keys have the releases and texts of the facts")
  func unknownKeyExceptions() throws {
    let facts = try Fact.plugins().at("common", "unknownKeyExceptions").texts
    #expect(facts.count == CommonKeys.unknownKeyExceptions.count)
    let said = CommonKeys.unknownKeyExceptions.map(\.what).joined(separator: "\n")
    for quote in facts.flatMap(Quotes.texts) { #expect(Quotes.text(quote, standsIn: said), "\(quote)") }
    for fact in facts {
      guard let bracket = fact.firstIndex(of: "[") else { continue }
      let plugin = String(fact[..<bracket].dropLast())
      guard Catalogue.plugin(plugin) != nil else { continue }
      let span = try Ranges.ofRule(String(fact[bracket...]))
      let entry = try #require(CommonKeys.unknownKeyExceptions.first { $0.what.hasPrefix(plugin) })
      for release in Catalogue.pluginReleases where Catalogue.plugin(plugin)?.span.contains(release.version) == true {
        #expect(entry.span.contains(release.version) == span.contains(release.version), "\(plugin)")
      }
    }
    #expect(!CommonKeys.unknownKeys.isEmpty)
  }

  @Test("DNS settings of the IPAM plugin are kept as the facts say, in every release")
  func dnsPropagation() throws {
    let facts = try Fact.plugins().at("common", "dnsPropagation").members
    for (type, fact) in facts {
      let propagation = try #require(DNSPropagation.of(type), "\(type)")
      let since = try fact["since"].map { try Ranges.version($0.text) }
      #expect(since != nil || (try? fact.text) == "never", "\(type)")
      for release in Catalogue.pluginReleases.map(\.version) {
        #expect(propagation.isKept(in: release) == since.map { release >= $0 } ?? false, "\(type) \(release)")
      }
    }
    let known = Catalogue.plugins.filter { DNSPropagation.of($0.type) != nil }.map(\.type)
    #expect(known == facts.map(\.key).sorted())
  }
}
