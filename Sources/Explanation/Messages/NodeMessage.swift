import Catalogue
import PlainText

/// A message as somebody pasted it: with whatever kubelet, containerd and a log put around it.
struct NodeMessage {
  let text: String
  /// Its words, without those that stand around every message.
  let words: MessageWords
  /// Whether there was something around it.
  let isFramed: Bool
  /// The plugin that says it, the innermost where one calls another; `nil` where none is named.
  let plugin: String?

  init(_ pasted: String) {
    // Logs quote a message that has quotes itself, some of them twice.
    text = pasted.replacing(text: "\\", with: "")
    var words = MessageWords(text)
    var isFramed = false
    for frame in Self.frames where words.remove(frame) { isFramed = true }
    self.words = words
    self.isFramed = isFramed
    plugin = text.split(atText: "plugin type=\"").dropFirst().last.map { String($0.prefix { $0 != "\"" }) }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a plugin could have said it, itself or by its IPAM plugin. Of a plugin that calls others nobody knows.
  func couldBe(of type: String) -> Bool {
    guard let plugin, plugin != "flannel", Catalogue.plugin(plugin) != nil else { return true }
    return type == plugin || Catalogue.plugin(type)?.role == .ipam
  }

  /// Whether it says that CNI is what it is about: words that any program may say are known in such company only.
  var isAboutCNI: Bool {
    let lower = text.lowercased()
    return isFramed || plugin != nil || Self.company.contains { lower.contains(text: $0) }
  }

  /// The folder of networks that it names; the usual one where it names none.
  var folder: String {
    let paths = text.split { " \"'`:;,()[]".contains($0) }.filter { $0.hasPrefix("/") && $0.contains(text: "net.d") }
    guard let path = paths.first, let end = path.firstRange(ofText: "net.d")?.upperBound else {
      return "/etc/cni/net.d"
    }
    return String(path[..<end])
  }

  private static let company = [
    "cni", "netconf", "pluginconf", "mapconf", "ipam", "net.d", "containerd", "conflist", "sandbox",
  ]

  /// What stands around a message, whatever it says.
  private static let frames: [[String]] = [
    "rpc error code unknown desc", "failed to create pod sandbox", "failed create pod sandbox",
    "failed to setup network for sandbox", "failed to destroy network for sandbox",
    "NetworkPlugin cni failed to set up pod", "NetworkPlugin cni failed to teardown pod",
    "RunPodSandbox from runtime service failed", "StopPodSandbox from runtime service failed",
  ].map { MessageWords($0).words }

  /// A pattern without what stands around it.
  static func unframed(_ text: String) -> String {
    text.split(atText: "for sandbox \"ID\": ").last.map(String.init) ?? text
  }
}
