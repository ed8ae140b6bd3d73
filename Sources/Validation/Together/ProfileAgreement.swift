import CNIModel
import Catalogue
import ContainerdConfig
import Diagnostics
import ProfileLanguage

/// Whether a config of containerd and the profile of the same node name the same folders.
enum ProfileAgreement {
  static func check(
    _ node: ConfiguredNode, _ profile: NamedProfile, for target: Target, _ bag: inout DiagnosticBag
  ) {
    let settings = profile.profile.containerd
    // A profile that makes no config leaves the folders to others.
    guard settings.isWanted else { return }
    compare(
      node.values.confDir, settings.folders(.confDir), Setting(key: "conf_dir", word: "confDir"),
      effect: "containerd reads no network from the folder that the profile is made for", node, profile, target, &bag)
    compare(
      node.values.binDirs, settings.folders(.binDirs), Setting(key: "the folder of plugins", word: "binDirs"),
      effect: "plugins that lie in the profile's folder alone are not found when a pod starts", node, profile, target,
      &bag)
  }

  /// A setting by containerd's name and the profile's.
  private struct Setting {
    let key: String
    let word: String
  }

  private static func compare(
    _ inForce: ValuesInForce.Value, _ wanted: (texts: [String], place: SourceRange?), _ setting: Setting,
    effect: String, _ node: ConfiguredNode, _ profile: NamedProfile, _ target: Target, _ bag: inout DiagnosticBag
  ) {
    guard !sameFolders(inForce.texts, wanted.texts) else { return }
    let found = WordList.and(inForce.texts) + (inForce.place == nil ? ", the default" : "")
    let asked = WordList.and(wanted.texts)
    let place = wanted.place ?? profile.profile.containerd.keyRange ?? profile.profile.name?.range
    let owner = wanted.place == nil ? "\(profile.name) has the default, \(asked)" : "\(profile.name) asks for \(asked)"
    bag.warning(
      "config-differs-from-profile",
      "\(setting.key) of containerd \(target.containerd.version) is \(found), and \(owner)",
      at: inForce.place ?? node.values.heading,
      notes: [Diagnostic.Note("the profile", at: place), Diagnostic.Note("effect: \(effect)")],
      help: "write the same in both; in the profile it is containerd: {\(setting.word): …}")
  }

  private static func sameFolders(_ left: [String], _ right: [String]) -> Bool {
    left.map { FilePath($0) } == right.map { FilePath($0) }
  }
}

extension ContainerdSettings {
  /// The folders of a setting, and where the profile has them; the default where it does not.
  fileprivate func folders(_ word: Word) -> (texts: [String], place: SourceRange?) {
    guard let value = self[word]?.value else { return ([Self.defaultFolder(word)], nil) }
    return ((value.array ?? [value]).compactMap(\.string), value.range)
  }
}
