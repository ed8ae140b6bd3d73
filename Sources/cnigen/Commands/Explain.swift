import ArgumentParser
import Diagnostics
import Explanation

/// `cnigen explain`: what a rule, a plugin, a key or a release means, from what the program carries with it.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a rule, a plugin, a key, a release or a node's message means.",
    discussion: """
      Words are rules (gateway-outside-subnet), plugins (bridge), keys by CNI's name or the plain word \
      (bridge.isGateway, masquerade), keys of profiles (addresses, maxConfNum), releases (plugins 1.1.1, \
      containerd 1.6.20, spec 1.0.0), capabilities, templates, and classes and kinds of changes (drain, mtu-changed). \
      A message of a plugin, of libcni or of containerd, pasted from a pod's events or a log, is told with what brings \
      it about and the rules that find it: cnigen explain 'cni plugin not initialized'. \
      Without a word everything that can be asked for is listed.
      """)

  @Argument(
    help: ArgumentHelp(
      "What to explain, or - for a message on standard input; nothing lists what there is.", valueName: "word"),
    completion: .explainedWords)
  var words: [String] = []

  func run() throws {
    guard !words.isEmpty else { return try show(Explanation.overview()) }
    let words = words == ["-"] ? [try standardInput()] : words
    switch Explanation.answer(words) {
    case .page(let text): try show(text)
    case .unknown(let nearest):
      // Whoever types a sentence has a message of a plugin or of containerd at hand.
      let isMessage = words.joined(separator: " ").split(separator: " " as Character).count > 2
      let advice =
        nearest.map { "did you mean \($0)?" }
        ?? (isMessage
          ? "to find what a message of a node comes from: cnigen validate /etc/cni/net.d /etc/containerd/config.toml"
          : "cnigen explain alone lists what there is")
      Console.say("nothing is known about \(ShownText.of(words.joined(separator: " ").utf8)); \(advice)")
      throw ExitStatus.faultyInput
    }
  }

  /// A message that comes through a pipe.
  private func standardInput() throws -> String {
    var input = Input()
    return String(decoding: try input.read("-").1.bytes, as: UTF8.self)
  }

  /// A reader that wants no more of it, such as `head`, is no fault.
  private func show(_ text: String) throws { try Console.print(text) }
}
