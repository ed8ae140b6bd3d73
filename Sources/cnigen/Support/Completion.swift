import ArgumentParser
import Catalogue
import Explanation
import Fleet
import NetworkTypes
import ProfileLanguage

/// What a shell offers behind TAB where it has to ask this program: the scripts in `Packaging/completions` call it with
/// the words of the line. It is asked while somebody types, so it says nothing of what is wrong, and is quick.
extension CompletionKind {
  /// Releases of containerd.
  static var containerdReleases: CompletionKind { .custom { _, _, _ in Explanation.words(after: "containerd") } }

  /// Releases of the reference plugins.
  static var pluginReleases: CompletionKind { .custom { _, _, _ in Explanation.words(after: "plugins") } }

  /// Minor versions of Kubernetes.
  static var kubernetesVersions: CompletionKind {
    .custom { _, _, _ in KubernetesSupport.rows.map { "\($0.kubernetes)" } }
  }

  /// Names of the shipped templates.
  static var templates: CompletionKind { .custom { _, _, _ in TemplateLibrary.names } }

  /// Words that `explain` has a page for; behind `plugins`, `rule` and their like those of that sort.
  static var explainedWords: CompletionKind {
    .custom { words, index, _ in
      guard let start = words.firstIndex(of: "explain"), index > start, index <= words.count else { return [] }
      let before = words[(start + 1)..<index].filter { !$0.hasPrefix("-") }
      return Explanation.words(after: before.last)
    }
  }

  /// Names of the nodes of the fleet that stands on the line, or of `cnigen.yaml`.
  static var nodes: CompletionKind {
    .custom { words, index, prefix in
      FleetOnLine.read(words, but: index)?.nodes(beginningWith: prefix.utf8, limit: 300) ?? []
    }
  }

  /// Names of the pools of that fleet.
  static var pools: CompletionKind {
    .custom { words, index, _ in FleetOnLine.read(words, but: index)?.pools ?? [] }
  }
}
