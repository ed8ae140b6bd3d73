import Catalogue
import PlainText
import Rules
import TestSupport
import Testing

@testable import Explanation

/// What `cnigen explain` says of messages, held to those that the real programs gave.
@Suite struct MessageTests {
  /// A trap with the message that the plugins or libcni gave for it.
  struct Measured: Sendable, CustomTestStringConvertible {
    let id: String
    let rule: String
    let message: String

    var testDescription: String { id }

    /// The traps whose effect quotes a message behind `fails:`, or behind what is left over from the try.
    static func all() throws -> [Measured] {
      try TSV(TestFiles.text("Cases/traps/expected.tsv")).rows.compactMap { row in
        let effect = try row.cell("effect")
        guard let verb = effect.firstRange(ofText: "fails"), let start = effect[verb.upperBound...].firstIndex(of: ":")
        else { return nil }
        var message = effect[effect.index(after: start)...].drop { $0 == " " }
        if message.hasPrefix("interface and address"), let next = message.firstIndex(of: ":") {
          message = message[message.index(after: next)...]
        }
        return Measured(id: try row.cell("id"), rule: try row.cell("rule"), message: String(message))
      }
    }
  }

  private func page(_ message: String) throws -> String {
    guard case .page(let text) = Explanation.answer([message]) else {
      throw FactEntries.Missing(description: "no page for \(message)")
    }
    return text
  }

  /// Whether a page has a rule in its table.
  private func names(_ rule: String, _ page: String) -> Bool {
    page.split(separator: "\n").contains { $0.hasPrefix("  \(rule) ") || $0 == "  \(rule)" }
  }

  @Test func thereAreManyMeasuredMessages() throws { #expect(try Measured.all().count > 140) }

  @Test(arguments: try Measured.all()) func aMeasuredMessageNamesTheRule(_ trap: Measured) throws {
    #expect(try names(trap.rule, page(trap.message)), "\(trap.message)")
    // As the kubelet shows it, one argument a word, as a shell without quotes hands it over.
    let event = "Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "
    let words = "\(event)\"5e1fd0\": \(trap.message)".split(separator: " ").map(String.init)
    guard case .page(let text) = Explanation.answer(words) else {
      Issue.record("no page for \(words)")
      return
    }
    #expect(names(trap.rule, text), "\(words)")
  }

  @Test func whatLibcniSaysAtALoadIsKnown() throws {
    let rows = try TSV(TestFiles.text("Cases/libcni/expected.tsv")).rows
    let texts = try rows.filter { try $0.cell("libcni_1.3.0") == "error" }.map { try $0.cell("text") }
    #expect(texts.count > 30)
    for text in texts {
      let known = try page(
        "failed to load CNI config list file /etc/cni/net.d/10-a.conflist: \(text): invalid cni config")
      #expect(known.contains(text: "What brings it about\n") && known.contains(text: "Rules that find it"), "\(text)")
    }
  }

  @Test(arguments: KnownMessage.all.map(\.text)) func everyMessageOfTheFactsIsFound(_ text: String) throws {
    guard MessagePattern(text).pieces.joined().count > 1 else { return }
    #expect(try page(text).contains(text: "What brings it about\n"), "\(text)")
  }

  @Test func everyRuleThatIsNamedExists() {
    for line in MessageAdvice.all {
      for rule in line.rules { #expect(Rule.named(rule) != nil, "\(rule), for \(line.pattern)") }
      #expect(!line.rules.isEmpty || !line.advice.isEmpty, "\(line.pattern)")
    }
  }

  @Test func aPluginThatTheMessageNamesIsTheOneThatIsTold() throws {
    let text = try page(#"plugin type="bandwidth" failed (add): must be called as chained plugin"#)
    #expect(text.contains(text: "bandwidth of plugins 0.8.0 and later: must") && !text.contains(text: "portmap"))
    let route = try page("invalid CIDR address: 10.0.0.0")
    #expect(route.contains(text: "a route's dst must be a network") && route.contains(text: "in this case: bad dst"))
    // host-local is called by bridge, and libcni names bridge alone.
    let address = try page(#"plugin type="bridge" failed (add): no IP ranges specified"#)
    #expect(address.contains(text: "host-local: no IP ranges"))
  }

  @Test(arguments: [
    "", " ", "\u{7}", "no such thing", "gatway-outside-subnet", "the", "12 34", "%s %d", "\"\"", "plugin type=\"",
    "hello world of clusters",
  ])
  func whatIsNoMessageHasNoPage(_ text: String) {
    guard case .unknown = Explanation.answer([text]) else {
      Issue.record("\(text) has a page")
      return
    }
  }

  @Test func aLongPasteIsReadOnlySoFar() throws {
    let noise = String(repeating: "level=info msg=\"nothing\" ", count: 20_000)
    #expect(MessageWords(noise).words.count == MessageWords.maximum)
    #expect(try page("no IP ranges specified \(noise)").contains(text: "no-ranges"))
  }
}
