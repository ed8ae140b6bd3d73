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
    // Some of them any program could say.
    if NodeMessage(trap.message).isAboutCNI {
      #expect(try names(trap.rule, page(trap.message)), "\(trap.message)")
    }
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
    // By themselves these are the kernel's words, and tell nothing.
    let everyday = [
      "...: network is unreachable", "open %s: no such file or directory", "Link not found",
      "Chain '%s' does not exist",
      "invalid argument",
    ]
    guard !everyday.contains(text) else {
      whatIsNoMessageHasNoPage(text)
      return
    }
    let isJSON = Libcni.jsonErrors.contains { $0.text == text }
    #expect(
      try page(isJSON ? "cni config load failed: \(text)" : text).contains(text: "What brings it about\n"), "\(text)")
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
    "hello world of clusters", "dial tcp 10.96.0.1:443: connect: network is unreachable",
    "open /var/lib/kubelet/config.yaml: no such file or directory", #"The user "bob" does not exist"#,
    #"level=fatal msg="Failed to run the thing""#, "write /sys/fs/cgroup/memory.max: invalid argument",
    "listen tcp 192.168.1.9:8080: bind: cannot assign requested address", "RTNETLINK answers: File exists",
    "json: cannot unmarshal string into Go struct field Config.port of type int", "file name too long",
    "unmarshal: unexpected end of JSON input", #"device "eth0" does not exist"#, "no space left on device",
  ])
  func whatIsNoMessageHasNoPage(_ text: String) {
    guard case .unknown = Explanation.answer([text]) else {
      Issue.record("\(text) has a page")
      return
    }
  }

  /// As logs have it: quoted in a quoted text, with a plugin that calls others, cut off, or for a program of others.
  @Test(
    arguments: [
      (#"desc = \"plugin type=\\\"bridge\\\" failed (add): no IP ranges specified\""#, "no-ranges", ""),
      (
        #"plugin type="flannel" failed (add): failed to delegate add: failed to set bridge addr: "cni0" already has an IP address different from 10.244.2.1/24"#,
        "bridge-of-two-gateways", "isGateway fails where the bridge has another"
      ),
      (#"plugin type="bridge" failed (add): incompatible CNI versions; config is "1.0.0""#, "version-unsupported", ""),
      (
        #"plugin type="loopback" failed (add): incompatible CNI versions; config is "1.0.0""#, "loopback-too-old",
        "1.6.3"
      ),
      ("netplugin failed with no error message: signal: killed", "plugin-does-not-answer", "was killed"),
      (#"open /run/flannel/subnet.env: no such file or directory"#, "", "flanneld has not got a subnet"),
      (#"cni.go:157] Unable to update cni config: No networks found in /etc/cni/net.d"#, "no-network-config", ""),
      (
        #"plugin type="calico" failed (add): stat /var/lib/calico/nodename: no such file"#, "",
        "none of the reference plugins"
      ),
      (#"failed to setup network for sandbox "5e1fd0""#, "", "The cause is in the rest of the line"),
      (
        #"plugin type="bridge" failed (add): failed to Statfs "/proc/4711/ns/net": no such file or directory"#, "",
        "network namespace of the pod is gone"
      ),
      (
        #"error loading /etc/kube/net.d/10-a.conf: error parsing configuration: missing 'type'"#, "list-in-conf",
        "/etc/kube/net.d "
      ),
    ])
  func messagesAsTheyArePasted(_ message: String, _ rule: String, _ words: String) throws {
    let text = try page(message)
    #expect(rule.isEmpty || names(rule, text), "\(text)")
    let flat = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") + " "
    #expect(flat.contains(text: words), "\(text)")
  }

  @Test func anotherPluginsFaultIsNotTold() throws {
    let text = try page(#"plugin type="bridge" failed (add): incompatible CNI versions; config is "1.0.0""#)
    #expect(!text.contains(text: "loopback-too-old") && !text.contains(text: "1.6.3"), "\(text)")
  }

  @Test func aLongPasteIsReadOnlySoFar() throws {
    let noise = String(repeating: "level=info msg=\"nothing\" ", count: 20_000)
    #expect(MessageWords(noise).words.count == MessageWords.maximum)
    #expect(try page("no IP ranges specified \(noise)").contains(text: "no-ranges"))
  }
}
