import Catalogue
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Rules

extension Explanation {
  /// The words that a question can go on with, for a shell that completes it: everything that has a page, or, behind a
  /// word that says what the next one is (`plugins`, `rule`), what there is of that.
  ///
  /// - Parameter realm: the word before; `nil` for the first word of a question.
  package static func words(after realm: String?) -> [String] {
    switch realm {
    case nil: realms + Vocabulary.all
    case "plugin": Catalogue.pluginTypes
    case "plugins": Catalogue.pluginReleases.map { "\($0.version)" }
    case "containerd": Catalogue.containerdLines.flatMap(\.releases).map { "\($0.version)" }
    case "spec", "cni", "cniVersion": Catalogue.specVersions.map { "\($0.version)" }
    case "rule": Rule.everyRule.map(\.id)
    case "template": TemplateLibrary.names
    case "capability": Catalogue.capabilities.map(\.name)
    default: []
    }
  }

  private static let realms = ["capability", "containerd", "plugin", "plugins", "rule", "spec", "template"]
}
