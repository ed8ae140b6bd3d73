import Catalogue
import NetworkTypes
import Testing

/// What is said where versions do not meet.
struct NegotiationTests {
  @Test("A plugin that lacks the version is told of as the facts say, in every libcni")
  func callerTexts() throws {
    let facts = try Fact.spec().at("version_negotiation", "text_seen_by_caller").members.filter { $0.key != "del" }
    for (range, fact) in facts {
      let span = try Ranges.hyphened(range.replacing("libcni_", with: ""))
      for libcni in ["0.4.0"] + libcniReleases where span.contains(libcni) {
        let pattern = try #require(Negotiation.callerText(libcni: libcni), "libcni \(libcni)")
        let values = pattern.hasPrefix("plugin type") ? ["loopback", "1.1.0"] : ["1.1.0"]
        let said = ErrorText(pattern).filled(with: values + [#""0.1.0" ... "1.0.0""#])
        #expect(try said == fact.text, "libcni \(libcni)")
      }
    }
    #expect(Negotiation.callerText(libcni: "0.3.0") == nil)
    let plugin = try Fact.spec().at("version_negotiation", "plugin_error", "skel_v0.4.0_and_up")
    #expect(try Negotiation.pluginError.code == plugin.at("code").int)
    #expect(try Negotiation.pluginError.message == plugin.text("msg"))
    let details = ErrorText(Negotiation.pluginError.details).filled(with: ["1.1.0", #""0.1.0" "0.2.0" ..."#])
    #expect(try details == plugin.text("details"))
  }

  @Test("What verbs and configurations are answered with is that of the facts")
  func pluginErrors() throws {
    let facts = try Fact.spec().at("version_negotiation")
    let verbs = try facts.at("verb_errors")
    let said = Negotiation.verbErrors.flatMap(\.errors)
    for text in verbs.allTexts where !text.hasPrefix("unknown") {
      #expect(said.contains(text.replacing(" (code 1)", with: "")), "\(text)")
    }
    #expect(said.count == 6)
    #expect(
      try verbs.text("unknown_verb").hasPrefix(ErrorText(Negotiation.unknownVerb).filled(with: ["STATUS"])))
    let configs = try facts.at("plugin_config_errors").members
    #expect(
      try configs.map { try $0.value.text } == Negotiation.configErrors.map { "\($0.text) (code \($0.code))" })
  }

  @Test("Results are read and converted as the facts say")
  func results() throws {
    let facts = try Fact.spec().at("version_negotiation")
    let ranges = try facts.at("result_parsing").members.map { try Ranges.hyphened($0.key) }
    #expect(ranges == Negotiation.resultParsing.map(\.span))
    #expect(try facts.text("between_chain_members").contains(Negotiation.mixedVersionsError))
    let cached = try facts.text("check_and_del")
    for error in Negotiation.cachedResultErrors {
      #expect(Quotes.text(error.text, standsIn: cached), "\(error.text)")
    }
    #expect(try facts.at("conversion_losses").members.count == Negotiation.conversionLosses.count)
    let safe = try facts.at("safe_choice").text("version")
    #expect(Negotiation.safeChoice.hasPrefix(safe))
  }
}
