import Diagnostics
import Testing

/// The keys of the CNI table and of runtime classes.
@Suite struct KeyCheckTests {
  /// A line of the CNI table with what is due for it, errors and warnings alone.
  struct Row: Sendable, CustomTestStringConvertible {
    let line: String
    let schema: Int
    let release: String
    let told: [String]

    init(_ line: String, _ schema: Int, _ release: String, _ told: String...) {
      self.line = line
      self.schema = schema
      self.release = release
      self.told = told
    }

    var testDescription: String { "\(line) in schema \(schema) on \(release)" }
  }

  static let names = [
    Row("conf_dirr = '/c'", 2, "1.7.34", "error config-unknown-key: conf_dirr"),
    Row("max_conf_number = 1", 3, "2.2.7", "error config-unknown-key: max_conf_number"),
    Row("something = 1", 3, "2.2.7", "warning config-unknown-key: something"),
    Row("setup_serially = true", 2, "1.6.39", "error containerd-key-too-new: setup_serially"),
    Row("setup_serially = true", 2, "1.7.34"),
    Row("ip_pref = 'cni'", 2, "1.5.18", "error containerd-key-too-new: ip_pref"),
    Row("ip_pref = 'cni'", 2, "1.6.20"),
    Row("use_internal_loopback = true", 2, "1.7.34", "error containerd-key-too-new: use_internal_loopback"),
    Row("use_internal_loopback = true", 3, "2.0.11"),
    Row("bin_dirs = ['/a']", 2, "1.7.34", "error containerd-key-too-new: bin_dirs"),
    Row("bin_dirs = ['/a']", 3, "2.0.11", "error containerd-key-too-new: bin_dirs"),
    Row("bin_dirs = ['/a']", 2, "2.1.9", "warning config-key-of-other-schema: bin_dirs"),
    Row("bin_dirs = ['/a', '/b']", 3, "2.1.9"),
    Row("bin_dir = '/a'", 3, "2.0.11"),
    Row("bin_dir = '/a'", 2, "2.2.7"),
    Row("bin_dir = '/a'", 3, "2.1.9", "warning containerd-key-deprecated: bin_dir"),
    Row("bin_dir = '/a'", 4, "2.3.4", "warning containerd-key-deprecated: bin_dir"),
    Row("bin_dir = '/a'\nbin_dirs = ['/b']", 3, "2.3.4", "error bin-dirs-conflict: bin_dirs"),
    Row("bin_dirs = ['/b']\nbin_dir = '/a'", 4, "2.4.0-beta.0", "error bin-dirs-conflict: bin_dirs"),
    Row("bin_dir = '/a'\nbin_dirs = ['/opt/cni/bin']", 3, "2.3.4", "warning bin-dirs-conflict: bin_dirs"),
    Row(
      "bin_dir = '/a'\nbin_dirs = ['/b']", 2, "2.2.7", "warning config-key-of-other-schema: bin_dirs",
      "warning bin-dirs-conflict: bin_dirs"),
    Row("bin_dir = ''\nbin_dirs = ['/b']", 3, "2.3.4"),
  ]

  static let values = [
    Row("conf_dir = 'etc/cni'", 2, "1.7.34", "error path-not-absolute: 'etc/cni'"),
    Row("bin_dir = './bin'", 2, "1.7.34", "error path-not-absolute: './bin'"),
    Row("bin_dirs = ['/a', 'b']", 3, "2.1.9", "error path-not-absolute: 'b'"),
    Row("bin_dirs = []", 3, "2.1.9", "error missing-key: []"),
    Row("ip_pref = 'ipv5'", 2, "1.7.34", "error unknown-value: 'ipv5'"),
    Row("ip_pref = ''", 2, "1.7.34"),
    Row("max_conf_num = '1'", 2, "1.7.34", "error wrong-type: '1'"),
    Row("max_conf_num = 0.5", 2, "1.7.34", "error wrong-type: 0.5"),
    Row("max_conf_num = 0x10", 2, "1.7.34"),
    Row("max_conf_num = -1", 2, "1.7.34"),
    Row("setup_serially = 'yes'", 2, "1.7.34", "error wrong-type: 'yes'"),
    Row("conf_dir = true", 2, "1.7.34", "error wrong-type: true"),
    Row("bin_dir = ['/a']", 2, "1.7.34", "error wrong-type: ['/a']"),
    Row("bin_dirs = '/a'", 3, "2.3.4", "error wrong-type: '/a'"),
    Row("bin_dirs = [1]", 3, "2.3.4", "error wrong-type: 1"),
  ]

  @Test(arguments: names + values)
  func everyKeyIsToldOfAtItsPlace(_ row: Row) throws {
    let run = try ConfigRun(Config.schema(row.schema, row.line), on: row.release)
    #expect(run.told.filter { !$0.hasPrefix("note") } == row.told)
  }

  @Test(
    "What the node shows stands in a note",
    arguments: [
      ("bin_dir = ['/a']", 2, "1.4.13", "wrong-type", "into a Go string"),
      ("bin_dir = ['/a']", 2, "1.7.34", "wrong-type", "to a slice"),
      ("bin_dir = ['/a']", 2, "2.0.11", "wrong-type", "NetworkPluginBinDir of type string"),
      ("bin_dir = ['/a']", 2, "2.2.7", "wrong-type", "panic: interface conversion"),
      ("bin_dirs = '/a'", 3, "2.3.4", "wrong-type", "NetworkPluginBinDirs of type []string"),
      ("bin_dirs = ['/a']", 3, "2.0.11", "containerd-key-too-new", #"key="cni bin_dirs""#),
      ("conf_dirx = '/a'", 3, "2.2.7", "config-unknown-key", #"key="cni conf_dirx""#),
      ("conf_dirx = '/a'", 2, "1.7.34", "config-unknown-key", "ignored without any message"),
      ("bin_dir = '/a'\nbin_dirs = ['/b']", 3, "2.3.4", "bin-dirs-conflict", "cannot be set at the same time"),
      ("bin_dir = '/a'", 3, "2.3.4", "containerd-key-deprecated", "please use `bin_dirs` instead"),
    ])
  func effects(_ line: String, _ schema: Int, _ release: String, _ rule: String, _ words: String) throws {
    let notes = try ConfigRun(Config.schema(schema, line), on: release).notes(rule)
    #expect(notes.contains(words), "\(notes)")
  }

  @Test func adviceNamesWhatToWrite() throws {
    #expect(
      try ConfigRun(Config.schema(2, "conf_dirr = '/c'"), on: "1.7.34").help("config-unknown-key").contains(
        "write conf_dir"))
    let deprecated = try ConfigRun(Config.schema(3, "bin_dir = '/a'"), on: "2.1.9")
    #expect(deprecated.help("containerd-key-deprecated") == "write bin_dirs = [\"/a\"]")
  }

  @Test func aTemplateIsNoted() throws {
    let run = try ConfigRun(Config.schema(2, "conf_template = '/t'"), on: "1.7.34")
    #expect(run.told == ["note conf-template: conf_template"])
    #expect(try ConfigRun(Config.schema(2, "conf_template = ''"), on: "1.7.34").told.isEmpty)
  }

  @Test func aTableThatIsNoneIsOfTheWrongType() throws {
    let text = "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\"]\ncni = '/etc/cni/net.d'\n"
    #expect(try ConfigRun(text, on: "1.7.34").told == ["error wrong-type: '/etc/cni/net.d'"])
  }

  @Test func runtimeClassesHaveFoldersSince16() throws {
    let text = """
      version = 2
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.kata]
        runtime_type = "io.containerd.kata.v2"
        cni_conf_dir = "cni/kata"
        cni_max_conf_num = "1"
      """
    #expect(
      try ConfigRun(text, on: "1.5.18").told == [
        "error containerd-key-too-new: cni_conf_dir", "error containerd-key-too-new: cni_max_conf_num",
      ])
    #expect(
      try ConfigRun(text, on: "1.6.20").told == ["error path-not-absolute: \"cni/kata\"", "error wrong-type: \"1\""])
  }

  @Test func settingsOfOthersPass() throws {
    let text = """
      version = 2
      root = "relative/is/not/ours"
      disabled_plugins = ["x"]
      [plugins."io.containerd.grpc.v1.cri"]
        sandbox_imag = "typo"
      [plugins."io.containerd.grpc.v1.cri".containerd]
        snapshotter = 7
      [debug]
        level = "loud"
      """
    for release in ["1.3.10", "1.7.34", "2.0.11", "2.3.4"] {
      #expect(try ConfigRun(text, on: release).told.isEmpty)
    }
  }
}
