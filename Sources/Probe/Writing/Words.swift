import ArtifactIO

extension NodeProbe.Remark {
  /// The remark as a sentence.
  package var words: String {
    switch self {
    case .refusedFolder(let path):
      "\(path) was left out: it holds the system's own programs, and a probe starts everything that it finds"
    case .unreadable(let fault): fault.description
    case .unnameable(let count):
      "\(count) file\(count == 1 ? "" : "s") among the plugins left out: the name is no text that a network could hold"
    case .silentContainerd(let path, let reason): "\(path) does not tell its version: \(reason)"
    case .noContainerd: "no containerd was found; --containerd PATH names one in another place than the usual ones"
    }
  }
}

extension FoundNode {
  /// What did not answer, each in a sentence.
  package var faults: [String] {
    plugins.compactMap { plugin in plugin.fault.map { "\(plugin.path) does not answer VERSION: \($0)" } }
  }

  /// What was found, in a few words.
  package var summary: String {
    let count = plugins.isEmpty ? "no plugins" : "\(plugins.count) plugin\(plugins.count == 1 ? "" : "s")"
    let silent = faults.isEmpty ? "" : " (\(faults.count) of them did not answer)"
    return "\(count)\(silent), \(containerd.map { "containerd \($0.version)" } ?? "no containerd")"
  }
}
