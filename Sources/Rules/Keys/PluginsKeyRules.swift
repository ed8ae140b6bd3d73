import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let pluginsMissing = Rule(
    "plugins-missing", .error, "a list without plugins",
    effect: """
      libcni does not load a list without the key, or with an empty one: the node has no network. The configuration of \
      a single plugin is no list: it needs a file named *.conf, or brackets around it.
      """,
    wrong: #"{"cniVersion": "1.0.0", "name": "n", "type": "bridge"}"#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    facts: ["libcni: plugins present", "libcni: plugins not empty"]
  ) { subject, findings in
    guard subject.list.value.object != nil, subject.miscased("plugins") == nil else { return }
    guard let member = subject.list.value.member("plugins") else {
      guard !subject.mayTakePluginsFromFolder else { return }
      let isSingle = subject.list.value.member("type") != nil
      findings.report(
        isSingle ? "this is the configuration of a single plugin, not a list" : "the list has no plugins",
        at: subject.list.value.range,
        notes: [.init("the list is not loaded and the node has no network: \(subject.target.noPluginsText)")],
        help: isSingle ? "move everything but cniVersion and name into \"plugins\": [{…}]" : "add \"plugins\": [{…}]")
      return
    }
    guard member.value.array?.isEmpty ?? false else { return }
    findings.report(
      "plugins is empty", at: member.value.range,
      notes: [
        .init(
          "the list is not loaded and the node has no network: error parsing configuration list: no plugins in list")
      ],
      help: "add a plugin")
  }

  static let pluginsFromFolder = Rule(
    "plugins-from-folder", .warning, "a list that has no plugins but those of a folder",
    effect: """
      From libcni 1.3.0 on (containerd 2.1) a list may leave plugins out; every *.conf of the folder named like the \
      network is then its chain. Where the folder is missing or empty the list is not loaded: no plugin configs found. \
      Changes in the folder are not noticed until containerd reads the list again.
      """,
    wrong: #"{"cniVersion": "1.0.0", "name": "n"}"#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#,
    facts: ["libcni: plugins required_by_libcni", "containerd: libcni_1_3_extras"]
  ) { subject, findings in
    guard subject.list.value.object != nil, subject.miscased("plugins") == nil,
      subject.list.value.member("plugins") == nil, subject.mayTakePluginsFromFolder
    else { return }
    let name = subject.list.name?.value ?? "<name>"
    findings.report(
      "the list has no plugins, all must come from \(name)/*.conf beside it", at: subject.list.value.range,
      notes: [.init("without them the list is not loaded: no plugin configs found")], help: "add \"plugins\": [{…}]")
  }

  static let pluginWithoutType = Rule(
    "plugin-without-type", .error, "a plugin without type",
    effect: "libcni does not load the list and the node has no network, in every release that containerd has.",
    wrong: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"bridge": "cni0"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge", "bridge": "cni0"}]}"#,
    facts: ["libcni: each plugin has a non-empty type"]
  ) { subject, findings in
    for plugin in subject.list.plugins where plugin.type.isEmpty {
      let value = plugin.value["type"]
      guard value == nil || value?.string != nil else { continue }
      findings.report(
        value == nil ? "plugin \(plugin.index) has no type" : "type of plugin \(plugin.index) is empty",
        at: plugin.typeRange,
        notes: [
          .init(
            """
            the list is not loaded: failed to parse plugin config \(plugin.index): error parsing configuration: missing \
            'type'
            """)
        ],
        help: "add \"type\"")
    }
  }

  static let disableCheckTooEarly = Rule(
    "disable-check-too-early", .warning, "disableCheck with a spec version that has no CHECK",
    effect: """
      libcni looks at the version first: below 0.4.0 every CHECK is an error, disableCheck or not. containerd never \
      sends CHECK.
      """,
    wrong: #"{"cniVersion": "0.3.1", "disableCheck": true, "name": "n", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "0.4.0", "disableCheck": true, "name": "n", "plugins": [{"type": "bridge"}]}"#,
    facts: ["libcni: disableCheck caveat", "common: CHECK with cniVersion below 0.4.0"]
  ) { subject, findings in
    guard let member = subject.list.value.member("disableCheck"), member.value.bool == true,
      let version = subject.selectedVersion, subject.isReleased(version.value), subject.effectiveVersion < "0.4.0"
    else { return }
    findings.report(
      "disableCheck does nothing at cniVersion \(version.value)", at: member.value.range,
      notes: [
        .init(
          "CHECK fails all the same: configuration version \"\(version.value)\" does not support the CHECK command",
          at: version.range)
      ],
      help: "leave it out, or write \"cniVersion\": \"0.4.0\"")
  }
}

extension Subject {
  /// Whether a list without `plugins` may have its plugins in the folder of its name.
  fileprivate var mayTakePluginsFromFolder: Bool {
    target.containerd.libcni >= "1.3.0" && list.value.member("loadOnlyInlinedPlugins")?.value.bool != true
      && list.value.member("type") == nil
  }
}
