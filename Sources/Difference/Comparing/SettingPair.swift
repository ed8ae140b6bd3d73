import CNIModel

/// A setting of containerd that is another one.
struct SettingPair: Sendable {
  let key: String
  let old: RuntimeSettings.Setting?
  let new: RuntimeSettings.Setting?

  /// The settings that differ; none where one side says nothing of containerd.
  static func all(of pair: NodePair) -> [SettingPair] {
    guard let old = pair.old.runtime.settings, let new = pair.new.runtime.settings else { return [] }
    var keys = old.settings.map(\.key)
    keys += new.settings.map(\.key).filter { !keys.contains($0) }
    return keys.sorted().compactMap { key in
      let setting = SettingPair(key: key, old: old[key], new: new[key])
      return CanonicalText.of(setting.old?.value) == CanonicalText.of(setting.new?.value) ? nil : setting
    }
  }

  func found(_ effect: Effect, _ reason: String, help: String?) -> Found {
    let located = { (setting: RuntimeSettings.Setting) in
      Found.Located(CanonicalText.shown(setting.value), at: setting.place)
    }
    return Found(
      "containerd.\(key)", word: (new ?? old)?.word, old: old.map(located), new: new.map(located), effect, reason,
      help: help)
  }
}
