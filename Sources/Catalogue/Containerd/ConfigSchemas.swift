package import NetworkTypes

/// A schema of containerd's config file, as far as the CNI table is concerned.
package struct ConfigSchema: Sendable, Hashable {
  /// What a release does with a file of a schema.
  package enum Outcome: String, Sendable, Hashable {
    /// The CNI table takes effect.
    case works
    /// The file is accepted, and the CNI table is dropped: defaults are in force.
    case ignored
    /// containerd does not start.
    case refused
  }

  package let number: Int
  /// The first containerd that knows the schema.
  package let minimumContainerd: Version
  /// The dotted name of the CNI table, without brackets.
  package let table: String
  /// The line of a file that sets the schema; empty where it is set by leaving it out.
  package let versionLine: String
  /// Releases in which the CNI table takes effect.
  package let worksOn: [ReleaseSpan]
  /// Releases that accept the file and drop its CNI table although they know the schema.
  package let brokenOn: [ReleaseSpan]
  /// What else there is to know, in one line.
  package let note: String

  package init(
    _ number: Int, minimumContainerd: Version, table: String, versionLine: String, worksOn: [ReleaseSpan],
    brokenOn: [ReleaseSpan] = [], note: String
  ) {
    self.number = number
    self.minimumContainerd = minimumContainerd
    self.table = table
    self.versionLine = versionLine
    self.worksOn = worksOn
    self.brokenOn = brokenOn
    self.note = note
  }

  /// The line that opens the CNI table in TOML.
  package var heading: String { "[\(table)]" }

  /// The names of the tables that lead to the CNI table, unquoted: `plugins`, the plugin's id, `cni`.
  package var tablePath: [String] {
    guard let first = table.firstIndex(of: "."), let last = table.lastIndex(of: "."), first < last else { return [] }
    let plugin = table[table.index(after: first)..<last].filter { $0 != "\"" && $0 != "'" }
    return [String(table[..<first]), plugin, String(table[table.index(after: last)...])]
  }

  /// What a release does with a file of this schema.
  package func outcome(in release: ContainerdRelease) -> Outcome {
    if worksOn.contain(release.version) { return .works }
    if brokenOn.contain(release.version) { return .ignored }
    return release.newerSchema == .error ? .refused : .ignored
  }
}

extension Catalogue {
  /// The schemas of containerd's config file, oldest first.
  package static let configSchemas: [ConfigSchema] = [
    ConfigSchema(
      1, minimumContainerd: "1.0.0", table: "plugins.cri.cni", versionLine: "",
      worksOn: [.from("1.3.0", to: "1.7"), .since("2.3.0")], brokenOn: [.from("2.0.0", to: "2.2")],
      note: """
        set by no version line, or by 0 or 1. A warning since 1.5.0. 2.0 to 2.2 accept the file and drop the whole CRI \
        section, with one warning for each key at its top
        """),
    ConfigSchema(
      2, minimumContainerd: "1.3.0", table: #"plugins."io.containerd.grpc.v1.cri".cni"#, versionLine: "version = 2",
      worksOn: [.since("1.3.0")],
      note: """
        the only one that every release takes. Without the version line 1.x does not read the table. 2.1 and later \
        turn bin_dir into bin_dirs, without a warning
        """),
    ConfigSchema(
      3, minimumContainerd: "2.0.0", table: "plugins.'io.containerd.cri.v1.runtime'.cni", versionLine: "version = 3",
      worksOn: [.since("2.0.0")],
      note: "bin_dir on 2.0, bin_dirs from 2.1 on; 2.3 and later turn it into schema 4 in memory at each start"),
    ConfigSchema(
      4, minimumContainerd: "2.3.0", table: "plugins.'io.containerd.cri.v1.runtime'.cni", versionLine: "version = 4",
      worksOn: [.since("2.3.0")],
      note: "the CNI table is that of schema 3; settings of the server moved to plugins io.containerd.server.v1.*"),
  ]

  /// The schema of a number.
  package static func configSchema(_ number: Int) -> ConfigSchema? { configSchemas.first { $0.number == number } }

  /// The newest schema that a release reads.
  package static func newestSchema(in release: ContainerdRelease) -> ConfigSchema? {
    configSchemas.last { release.schemas.contains($0.number) }
  }
}
