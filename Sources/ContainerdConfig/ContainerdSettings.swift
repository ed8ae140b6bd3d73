package import CNIModel
package import Diagnostics

/// What a profile asks of the containerd config that goes with its network.
package struct ContainerdSettings: Sendable {
  /// Whether a config is wanted at all; `containerd: false` leaves it out.
  package var isWanted = true
  /// Settings of the CNI table, in the order of the file.
  package var settings: [Setting] = []
  /// The schema asked for; `nil` for the release's own.
  package var schema: Located<Int>?
  /// The file name of a drop-in to write in place of a whole config.
  package var dropIn: Located<String>?
  /// Further settings, as a tree from the root of the file; always an object.
  package var extra: Value?
  /// The place of the section's key; `nil` where there is none.
  package var keyRange: SourceRange?

  package init() {}

  /// A setting of the CNI table.
  package struct Setting: Sendable {
    package let word: Word
    package let keyRange: SourceRange
    package let value: Value

    package init(_ word: Word, at keyRange: SourceRange, _ value: Value) {
      self.word = word
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// The words of the profile for the keys of the CNI table, in the order in which they are written.
  package enum Word: String, Sendable, CaseIterable {
    case binDirs
    case confDir
    case maxConfNum
    case setupSerially
    case confTemplate
    case ipPreference
    case internalLoopback

    /// containerd's own name; of `binDirs` the one for releases that take a list.
    package var key: String {
      switch self {
      case .binDirs: "bin_dirs"
      case .confDir: "conf_dir"
      case .maxConfNum: "max_conf_num"
      case .setupSerially: "setup_serially"
      case .confTemplate: "conf_template"
      case .ipPreference: "ip_pref"
      case .internalLoopback: "use_internal_loopback"
      }
    }
  }

  /// The folder that containerd reads networks from: the profile's, or containerd's own.
  package var confDirPath: String { self[.confDir]?.value.string ?? SettingCheck.defaultConfDir }

  /// Where a config of some name belongs on a node. A drop-in lies in the folder that containerd's own default
  /// config imports from, 2.2 and later.
  package func path(ofConfig name: String) -> String {
    dropIn == nil ? "/etc/containerd/\(name)" : "/etc/containerd/conf.d/\(name)"
  }

  /// The folder that a word stands for where the profile does not have it.
  package static func defaultFolder(_ word: Word) -> String {
    word == .confDir ? SettingCheck.defaultConfDir : SettingCheck.defaultBinDir
  }

  /// The setting of a word, where the profile has it.
  package subscript(word: Word) -> Setting? { settings.first { $0.word == word } }
}
