import Diagnostics
import Testing

/// The version line, and tables in the names of other schemas.
@Suite struct SchemaCheckTests {
  private static let old = "[plugins.\"io.containerd.grpc.v1.cri\".cni]\nconf_dir = '/c'\n"
  private static let new = "[plugins.'io.containerd.cri.v1.runtime'.cni]\nconf_dir = '/c'\n"

  @Test(
    "A schema that the release does not take is an error at its number",
    arguments: [
      ("version = 3\n", "1.6.20", "ignored in silence|read as schema 2"),
      ("version = 3\n", "1.7.34", "unsupported config version `3`"),
      ("version = 4\n", "1.7.34", "unsupported config version `4`"),
      ("version = 4\n", "2.1.9", "equal to or less than `3`, got `4`"),
      ("version = 7\n", "2.1.9", "equal to or less than `3`, got `7`"),
      ("version = 5\n", "2.3.4", "equal to or less than `4`, got `5`"),
      ("version = 1\n[plugins.cri.cni]\nconf_dir = '/c'\n", "2.2.7", "the whole CRI section"),
    ])
  func unsupported(_ text: String, _ release: String, _ words: String) throws {
    let run = try ConfigRun(text, on: release)
    let number = text.dropFirst("version = ".count).prefix(1)
    #expect(run.told(.error) == ["error config-schema-unsupported: \(number)"])
    let notes = run.notes("config-schema-unsupported")
    #expect(words.split(separator: "|").contains { notes.contains($0) }, "\(notes)")
  }

  @Test(
    "Files without a version line",
    arguments: [
      (old, "1.3.10", ["error config-schema-missing-version: \"io.containerd.grpc.v1.cri\""]),
      (old, "1.7.34", ["error config-schema-missing-version: \"io.containerd.grpc.v1.cri\""]),
      (new, "1.7.34", ["error config-schema-missing-version: 'io.containerd.cri.v1.runtime'"]),
      (old, "2.0.11", ["error config-table-ignored: \"io.containerd.grpc.v1.cri\""]),
      (old, "2.1.9", ["error config-table-ignored: \"io.containerd.grpc.v1.cri\""]),
      (new, "2.1.9", ["warning config-schema-missing-version: 'io.containerd.cri.v1.runtime'"]),
      (old, "2.3.4", ["warning config-schema-missing-version: \"io.containerd.grpc.v1.cri\""]),
      ("[plugins.cri.cni]\n", "1.4.13", []),
      ("[plugins.cri.cni]\n", "1.7.34", ["warning config-schema-deprecated: cri"]),
      ("[plugins.cri.cni]\n", "2.0.11", ["error config-schema-unsupported: cri"]),
      ("[plugins.cri.cni]\n", "2.3.4", ["warning config-schema-deprecated: cri"]),
      ("[grpc]\naddress = '/run/x'\n", "2.2.7", []),
    ])
  func unversioned(_ text: String, _ release: String, _ told: [String]) throws {
    let run = try ConfigRun(text, on: release)
    #expect(run.told.filter { !$0.hasPrefix("note") } == told)
  }

  @Test(
    "Tables in the name of another schema",
    arguments: [
      ("version = 2\n" + new, "1.7.34", ["error config-table-ignored: 'io.containerd.cri.v1.runtime'"]),
      ("version = 2\n" + new, "2.1.9", ["warning config-table-moved: 'io.containerd.cri.v1.runtime'"]),
      ("version = 3\n" + old, "2.0.11", ["error config-table-ignored: \"io.containerd.grpc.v1.cri\""]),
      ("version = 3\n" + old, "2.3.4", ["warning config-table-moved: \"io.containerd.grpc.v1.cri\""]),
      ("version = 4\n" + old, "2.3.4", ["error config-table-ignored: \"io.containerd.grpc.v1.cri\""]),
      ("version = 2\n[plugins.cri.cni]\n", "2.1.9", ["error config-table-ignored: cri"]),
      ("version = 2\n[plugins.cri.cni]\n", "1.7.34", ["error config-plugin-no-uri: cri"]),
      ("version = 2\n[plugins.linux]\n", "1.7.34", ["error config-plugin-no-uri: linux"]),
      ("version = 2\n[plugins.linux]\n", "2.1.9", []),
      ("version = 3\n[plugins.'io.containerd.grpc.v1.cri']\nstream_server_port = '0'\n", "2.1.9", []),
      (
        "version = 1\n" + old, "1.7.34",
        [
          "warning config-schema-deprecated: 1", "error config-table-ignored: \"io.containerd.grpc.v1.cri\"",
        ]
      ),
    ])
  func ofOtherSchemas(_ text: String, _ release: String, _ told: [String]) throws {
    let run = try ConfigRun(text, on: release)
    #expect(run.told.filter { !$0.hasPrefix("note") } == told)
  }

  @Test func theNodesWordsAreQuoted() throws {
    let ignored = try ConfigRun("version = 3\n" + Self.old, on: "2.1.9").notes("config-table-ignored")
    #expect(ignored.contains("defaults are used") && ignored.contains("Ignoring unknown key in TOML for plugin"))
    let refused = try ConfigRun("version = 2\n[plugins.linux]\n", on: "1.6.20").notes("config-plugin-no-uri")
    #expect(refused.contains(#"invalid plugin key URI "linux" expect io.containerd.x.vx"#))
  }

  @Test func aVersionThatIsNoNumberIsOfTheWrongType() throws {
    #expect(try ConfigRun("version = '2'\n", on: "1.7.34").told == ["error wrong-type: '2'"])
    #expect(try ConfigRun("version = 2.0\n", on: "1.7.34").told == ["error wrong-type: 2.0"])
    #expect(try ConfigRun("version = 0x2\n", on: "1.7.34").told.isEmpty)
  }
}
