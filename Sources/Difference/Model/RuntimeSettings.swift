package import CNIModel
import Catalogue
package import ContainerdConfig
package import Diagnostics

/// What containerd is told, setting by setting: the same for a profile and for a file of any schema.
package struct RuntimeSettings: Sendable {
  /// A setting by containerd's name for it: `bin_dirs`, `conf_dir`; others by the path of their table, where the table
  /// of the CRI plugin is `cri` in every schema.
  package struct Setting: Sendable {
    package let key: String
    package let value: Value
    /// The profile's word for it, where it has one.
    package let word: String?
    /// The place; `nil` for a default.
    package let place: SourceRange?
  }

  /// What is set, and the defaults of what counts in any case.
  package let settings: [Setting]
  /// The name of the file.
  package let fileName: String
  /// The schema of the file.
  package let schema: Int

  /// So many files of its folder containerd takes for networks where nobody says more.
  package static let defaultMaximumNetworks = 1

  /// What some settings come to.
  ///
  /// - Parameters:
  ///   - settings: what a profile asks for, or what was read from a file.
  ///   - place: stands for the defaults.
  package init(_ settings: ContainerdSettings, fileName: String, for target: Target, at place: SourceRange) {
    var found = settings.settings.map { setting in
      Setting(key: setting.word.key, value: setting.value, word: setting.word.rawValue, place: setting.value.range)
    }
    for member in Self.flattened(settings.extra?.object ?? [], "") {
      let key = Self.named(member.key)
      if !found.contains(where: { $0.key == key }) {
        found.append(Setting(key: key, value: member.value, word: nil, place: member.value.range))
      }
    }
    for (word, value) in Self.defaults where !found.contains(where: { $0.key == word.key }) {
      found.append(Setting(key: word.key, value: Value(value, at: place), word: word.rawValue, place: nil))
    }
    self.settings = found.sorted { $0.key < $1.key }
    self.fileName = fileName
    schema = settings.schema?.value ?? target.containerd.nativeSchema
  }

  /// The setting of a key.
  package subscript(key: String) -> Setting? { settings.first { $0.key == key } }

  private static let defaults: [(ContainerdSettings.Word, Value.Content)] = [
    (
      .binDirs,
      .array([Value(.string(ContainerdSettings.defaultFolder(.binDirs)), at: nowhere)])
    ),
    (.confDir, .string(ContainerdSettings.defaultFolder(.confDir))),
    (.maxConfNum, .number("\(defaultMaximumNetworks)")),
    (.setupSerially, .bool(false)),
    (.internalLoopback, .bool(false)),
  ]

  /// Elements of a default stand nowhere; nobody asks for their places.
  private static let nowhere = SourceRange(file: FileID(index: 0), start: 0, end: 0)

  /// The leaves of a tree of tables, by their paths.
  private static func flattened(_ members: [Value.Member], _ path: String) -> [(key: String, value: Value)] {
    members.flatMap { member -> [(key: String, value: Value)] in
      let key = path.isEmpty ? member.name : "\(path)\u{0}\(member.name)"
      if let inner = member.value.object { return flattened(inner, key) }
      return [(key, member.value)]
    }
  }

  /// The name under which settings are held against each other. Tables of the CRI plugin have other names from schema
  /// to schema and mean the same.
  private static func named(_ path: String) -> String {
    var parts = path.split(separator: "\u{0}").map(String.init)
    let tables = Catalogue.configSchemas.compactMap { $0.tablePath.dropFirst().first }
    if parts.count > 2, parts[0] == "plugins", tables.contains(parts[1]) {
      parts.removeFirst(2)
      if parts.first == "cni", parts.count == 2 { return parts[1] }
      return "cri." + parts.joined(separator: ".")
    }
    return parts.joined(separator: ".")
  }
}
