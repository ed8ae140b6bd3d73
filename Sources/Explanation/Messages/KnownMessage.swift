import Catalogue
import PlainText

/// A message that the facts have, with who says it and why.
struct KnownMessage {
  let text: String
  /// What brings it about, in one line.
  let cause: String
  /// Who says it, with the releases.
  let speaker: String
  /// What else to know, or what to do; empty where nothing is.
  let remark: String
  /// The plugin that says it; `nil` for what several or others say.
  let plugin: String?
  /// Whether other programs say the same.
  private let isEveryday: Bool
  /// The character in single quotes that tells it from others of the same words; empty where words do.
  private let mark: String

  init(
    _ text: String, _ cause: String, by speaker: String, remark: String = "", plugin: String? = nil,
    isEveryday: Bool = false
  ) {
    self.isEveryday = isEveryday
    let mark = text.firstRange(ofText: "invalid character '").map { text[$0.upperBound...].prefix { $0 != "'" } }
    self.mark = mark.map { "'\($0)'" } ?? ""
    self.text = text
    self.cause = cause
    self.speaker = speaker
    self.remark = remark
    self.plugin = plugin
  }

  /// How many words of a message it accounts for; `nil` where it is another one.
  func accounts(for message: NodeMessage) -> Int? {
    if let plugin, !message.couldBe(of: plugin) { return nil }
    if isEveryday, !message.isAboutCNI { return nil }
    guard !message.text.contains(text: "invalid character '") || message.text.contains(text: mark) else { return nil }
    return MessagePattern(NodeMessage.unframed(text)).accounts(
      for: message.words, isNamed: plugin != nil && plugin == message.plugin)
  }

  /// Every message of the facts.
  static var all: [KnownMessage] { ofPlugins + ofLibcni + ofContainerd }

  private static var ofPlugins: [KnownMessage] {
    let common = CommonKeys.constraints.flatMap { messages($0, of: nil) }
    let own = Catalogue.plugins.flatMap { plugin in plugin.constraints.flatMap { messages($0, of: plugin.type) } }
    let verbs = Negotiation.verbErrors.flatMap { verb, texts in
      texts.map { KnownMessage($0, "cniVersion or plugin too old for \(verb)", by: anyPlugin) }
    }
    let configs = Negotiation.configErrors.map {
      KnownMessage($0.text, "a configuration with \($0.when)", by: anyPlugin)
    }
    return common + own + verbs + configs + [
      KnownMessage(
        Negotiation.mixedVersionsError, "a plugin of the chain answered in another cniVersion than the next one reads",
        by: anyPlugin)
    ]
  }

  private static let anyPlugin = "any plugin"

  /// - Parameter plugin: `nil` for what all of them say.
  private static func messages(_ constraint: Constraint, of plugin: String?) -> [KnownMessage] {
    constraint.errors.map { error in
      let releases = error.span.isAlways ? constraint.span : error.span
      // The two halves of a text, which nobody sees apart.
      let isHalf = ["message", "details"].contains(error.when)
      return KnownMessage(
        error.text, constraint.what,
        by: "\(plugin ?? anyPlugin)\(releases.isAlways ? "" : " of plugins \(releases)")",
        remark: error.when.isEmpty || isHalf ? "" : "in this case: \(error.when)", plugin: plugin)
    }
  }

  private static var ofLibcni: [KnownMessage] {
    let checks = Libcni.loadChecks.flatMap { check in
      check.errors.map {
        KnownMessage($0.text, "wanted: \(check.what)", by: libcni($0, "when it loads a list"), remark: check.note)
      }
    }
    let slips = Libcni.jsonErrors.map {
      KnownMessage($0.text, "JSON with a slip: \($0.slip)", by: "libcni", isEveryday: true)
    }
    let validators = Libcni.validators.flatMap { validator in
      validator.errors.map {
        KnownMessage($0.text, "\(validator.what): \($0.when)", by: libcni($0, "before it calls a plugin"))
      }
    }
    let searches = (Libcni.Folder.errors + Libcni.Folder.pluginFolderErrors).map {
      KnownMessage($0.text, "a folder of networks: \($0.when)", by: libcni($0, "when it looks for a network"))
    }
    let finding = Libcni.findPluginErrors.map {
      KnownMessage($0.text, "the type of a plugin: \($0.when)", by: libcni($0, "when it looks for a plugin"))
    }
    let deleting = Libcni.EmptyVersion.delErrors.map {
      KnownMessage($0.text, "a list without cniVersion, when a pod is stopped", by: libcni($0, "on DEL"))
    }
    let cached = Negotiation.cachedResultErrors.map {
      KnownMessage(
        $0.text, "the network got another cniVersion while the pod was running", by: libcni($0, "on CHECK and DEL"))
    }
    let versions = Libcni.versionErrors.map {
      KnownMessage($0.text, "a cniVersion that is no version", by: libcni($0, "on DEL and CHECK"))
    }
    return checks + slips + validators + searches + finding + deleting + cached + versions + [
      KnownMessage(
        Libcni.unsupportedResult, "a plugin answered in a version that the runtime's libcni does not know",
        by: "libcni on ADD")
    ]
  }

  private static func libcni(_ error: ErrorText, _ occasion: String) -> String {
    "libcni\(error.span.isAlways ? "" : " \(error.span)"), \(occasion)"
  }

  private static var ofContainerd: [KnownMessage] {
    typealias Status = Containerd.NodeStatus
    let pods = Status.podErrors.flatMap { pod in
      pod.errors.map {
        KnownMessage($0.text, pod.cause, by: containerd($0.span, "in a pod's events"), remark: pod.note)
      }
    }
    let loads = Containerd.Loading.errors.map {
      KnownMessage($0.error, $0.cause, by: containerd($0.span, "when it loads the folder of networks"))
    }
    let renderings = Containerd.Template.faults.filter { !$0.error.isEmpty }.map {
      KnownMessage($0.error, "conf_template: \($0.cause)", by: "containerd", remark: "file left behind: \($0.file)")
    }
    let configs = Containerd.configFaults.filter { !$0.error.isEmpty }.map { fault in
      let releases = fault.releases.map(\.description).joined(separator: ", ")
      return KnownMessage(
        fault.error, "config.toml: \(fault.given)", by: "containerd \(releases)",
        remark: fault.effect.isEmpty ? "containerd does not start" : fault.effect)
    }
    let issues = Catalogue.knownIssues.flatMap { issue in
      issue.errors.map {
        KnownMessage(
          $0.text, "\(issue.with.isEmpty ? issue.effect : issue.with) (cnigen explain \(issue.id))",
          by: "containerd \(issue.affected.map(\.description).joined(separator: ", "))", remark: issue.remedy,
          plugin: issue.id.hasPrefix("loopback") ? "loopback" : nil)
      }
    }
    return pods + loads + renderings + configs + issues + [
      KnownMessage(
        "\(Status.notReadyReason): \(Status.notReadyMessage)", "no file of the folder of networks loads",
        by: "the node's status",
        remark:
          "crictl info has the reason: \(Status.detail.map { "\($0.what) (containerd \($0.span))" }.joined(separator: "; "))"
      ),
      KnownMessage(Status.logAtStart, "no file of the folder of networks loads", by: "containerd's log at start"),
      KnownMessage(Status.logOnReload, "a changed file of the folder does not load", by: "containerd's log"),
      KnownMessage(Containerd.Loading.errorFrame, "a file of the folder does not load", by: "containerd's log"),
    ]
  }

  private static func containerd(_ span: ReleaseSpan, _ occasion: String) -> String {
    "containerd\(span.isAlways ? "" : " \(span)"), \(occasion)"
  }
}
