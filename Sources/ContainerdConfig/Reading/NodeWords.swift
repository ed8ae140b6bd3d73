import Catalogue
import Diagnostics

/// What a node shows of a fault in a config file, from the catalogue.
enum NodeWords {
  /// The notes about a fault whose description begins with some words, as far as it occurs in a release: what happens,
  /// and what is printed.
  static func notes(_ given: String, in release: ContainerdRelease) -> [Diagnostic.Note] {
    let fault = Containerd.configFaults.first { $0.given.hasPrefix(given) && $0.releases.contain(release.version) }
    guard let fault else { return [] }
    var notes: [Diagnostic.Note] = []
    if !fault.effect.isEmpty {
      notes.append(Diagnostic.Note("effect: \(fault.effect)"))
    } else if fault.exit != 0 {
      notes.append(Diagnostic.Note("effect: containerd does not start"))
    }
    if !fault.error.isEmpty { notes.append(Diagnostic.Note("the node shows: \(fault.error)")) }
    return notes
  }

  /// The notes about a known issue of containerd, where a release has it.
  static func issue(_ id: String, in release: ContainerdRelease) -> [Diagnostic.Note] {
    guard let issue = Catalogue.knownIssue(id), issue.affects(release.version) else { return [] }
    return [Diagnostic.Note("effect: \(issue.effect)")]
  }
}
