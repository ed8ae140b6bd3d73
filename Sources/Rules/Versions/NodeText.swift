import Catalogue
import CNIModel
import NetworkTypes

/// How the runtime of a target words the errors that plugins give it.
extension Target {
  /// Whether libcni names the plugin in front of its error; it does from 1.0.0 on.
  private var namesFailedPlugin: Bool { containerd.libcni >= "1.0.0" }

  /// The text that a node shows where a plugin refuses ADD.
  func addFailure(of type: String, _ text: String) -> String {
    namesFailedPlugin ? "plugin type=\"\(type)\" failed (add): \(text)" : text
  }

  /// A note on an ADD that a plugin refuses, with the text that the node shows.
  func addFails(_ type: String, _ text: String) -> String { "ADD fails: \(addFailure(of: type, text))" }

  /// A plugin and the release that it comes from: `bridge of plugins 1.1.1`, `whereabouts 0.9.0` where it has releases
  /// of its own, and the name alone where nobody knows them.
  func named(_ type: String) -> String {
    if facts(of: type)?.isReference ?? false { return "\(type) of plugins \(release(of: type).version)" }
    return overrides[type].map { "\(type) \($0.version)" } ?? type
  }

  /// Whose releases decide about a plugin: `plugins`, or the plugin itself.
  func series(of type: String) -> String { facts(of: type)?.series ?? PluginFacts.referenceSeries }
}
