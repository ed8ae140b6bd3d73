import Catalogue
import Diagnostics
import Difference
import NetworkTypes
import ProfileLanguage
import Rules

/// What somebody wants to know. A word may name several things: `mac` is a capability and a key of three plugins.
struct Question {
  /// What the first word says of the others: `plugins 1.1.1`, `rule name-missing`.
  enum Realm: String {
    case any
    case rule
    case plugin
    case plugins
    case key
    case containerd
    case spec
    case capability
    case template
    case change
  }

  let realm: Realm
  let subject: String

  init(_ words: [String]) {
    let parts = words.flatMap { $0.split(separator: " ").map(String.init) }
    if parts.count > 1, let first = parts.first, let realm = Self.realm(first, parts[1]) {
      self.realm = realm
      subject = parts.dropFirst().joined(separator: ".")
    } else {
      realm = .any
      subject = parts.joined(separator: ".")
    }
  }

  /// `spec` is a word of this command alone; `containerd bin_dir` is a key, `containerd 1.6` a release.
  private static func realm(_ first: String, _ second: String) -> Realm? {
    switch first {
    case "cni", "cniVersion", "spec": .spec
    case "plugins" where !isNumber(second): .plugin
    default: Realm(rawValue: first) == .any ? nil : Realm(rawValue: first)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    Version(text) != nil || text.first?.isNumber == true || text.hasPrefix("v")
  }

  /// The pages that answer, the nearest first.
  func pages() -> [Page] {
    if asks(.rule), let rule = Rule.named(subject) { return [RulePage.make(rule)] + issuePages() }
    if asks(.plugin), let plugin = Catalogue.plugin(subject) ?? plugin(folded: subject) {
      return [PluginPage.make(plugin)]
    }
    if asks(.template), let template = TemplateLibrary.named(subject)?.template { return [TemplatePage.page(template)] }
    if asks(.change), let effect = Effect(word: subject) { return [ChangePage.make(effect)] }
    if asks(.change), let kind = ChangeKind.named(subject) { return [ChangePage.make(kind)] }
    let releases = releasePages()
    if !releases.isEmpty { return releases }
    return capabilityPages() + keyPages() + issuePages()
  }

  private func asks(_ realm: Realm) -> Bool { self.realm == .any || self.realm == realm }

  /// `hostDevice` and `Host-Local` name plugins too.
  private func plugin(folded word: String) -> PluginFacts? {
    let type =
      switch word.lowercased() {
      case "sourcerouting": "sbr"
      default: Catalogue.pluginTypes.first { Vocabulary.fold($0) == Vocabulary.fold(word) }
      }
    return type.flatMap(Catalogue.plugin)
  }

  private func releasePages() -> [Page] {
    guard let version = Version(subject.hasPrefix("v") ? String(subject.dropFirst()) : subject) else { return [] }
    var pages: [Page] = []
    if asks(.plugins), let release = Catalogue.pluginRelease(version) { pages.append(PluginReleasePage.make(release)) }
    if asks(.containerd) {
      if let release = Catalogue.containerdRelease(version), let line = Catalogue.containerdLine(version) {
        pages.append(ContainerdPage.make(release, in: line))
      } else if !version.isComplete, let line = Catalogue.containerdLine(version) {
        pages.append(ContainerdPage.make(line))
      }
    }
    if asks(.spec), let spec = Catalogue.specVersion(version) { pages.append(SpecPage.make(spec)) }
    return pages
  }

  private func capabilityPages() -> [Page] {
    guard asks(.capability) else { return [] }
    return Catalogue.capability(subject).map { [CapabilityPage.make($0)] } ?? []
  }

  private func keyPages() -> [Page] {
    var pages: [Page] = []
    if asks(.key) {
      pages += SectionKeyPage.named(subject)
      pages += KeyPlace.named(subject).map(KeyPage.make)
      if let key = Catalogue.conflistKey(subject) { pages.append(ConflistKeyPage.make(key)) }
    }
    if asks(.key) || realm == .containerd, let key = Containerd.cniKey(subject) {
      pages.append(ContainerdKeyPage.make(key))
    }
    return pages
  }

  private func issuePages() -> [Page] {
    guard asks(.containerd) else { return [] }
    return Catalogue.knownIssue(subject).map { [IssuePage.make($0)] } ?? []
  }
}
