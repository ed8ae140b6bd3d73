/// The pages of `docs/reference`, made from the field tables and the catalogue.
package enum ReferencePage: String, Sendable, CaseIterable {
  case profile
  case plugins
  case containerd
  case releases

  /// The file in `docs/reference`.
  package var fileName: String { "\(rawValue).md" }

  /// The page, as Markdown.
  package func markdown() -> String {
    let lines =
      switch self {
      case .profile: LanguageReference.lines()
      case .plugins: PluginReference.lines()
      case .containerd: ContainerdReference.lines()
      case .releases: ReleaseReference.lines()
      }
    var head: [String] = ["# \(title)", ""]
    head += Page.wrap("Made from the code: `CNIGEN_UPDATE=1 swift test --filter ExplanationTests` writes it again.")
    return (head + [""] + lines).joined(separator: "\n").trimmed + "\n"
  }

  private var title: String {
    switch self {
    case .profile: "The language, key by key"
    case .plugins: "The reference plugins, key by key"
    case .containerd: "containerd's CNI settings"
    case .releases: "Releases"
    }
  }
}

extension String {
  /// Without the line ends at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
