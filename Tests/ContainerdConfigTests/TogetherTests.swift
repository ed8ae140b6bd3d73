import Diagnostics
import NetworkTypes
import Testing

@testable import ContainerdConfig

/// Configs that one containerd reads together. What 1.6 makes of such files is held against the real one in
/// `MergedConfigTests` of the live tests; other releases stand by the facts.
@Suite struct TogetherTests {
  private static let imports = "imports = ['/etc/containerd/conf.d/*.toml']\n"
  private static let old = "[plugins.'io.containerd.grpc.v1.cri'.cni]\n"
  private static let new = "[plugins.'io.containerd.cri.v1.runtime'.cni]\n"

  private func run(_ root: String, _ dropIn: String, on release: String) throws -> SetRun {
    try SetRun(["config.toml": Self.imports + root, "conf.d/10.toml": dropIn], on: release)
  }

  @Test func aDropInOfOneReplacesTheSectionAndTellsWhatIsLost() throws {
    let root = """
      version = 2
      [plugins.'io.containerd.grpc.v1.cri']
      sandbox_image = 'x'
      [plugins.'io.containerd.grpc.v1.cri'.cni]
      bin_dir = '/b'
      conf_dir = '/c'

      """
    let dropIn = "version = 2\n" + Self.old + "conf_dir = '/d'\n"
    for release in ["1.3.10", "1.6.20", "1.7.34"] {
      let run = try run(root, dropIn, on: release)
      #expect(run.told == ["error dropin-replaces-cri: 'io.containerd.grpc.v1.cri'"])
      #expect(
        run.notes("dropin-replaces-cri") == [
          "sandbox_image of config.toml is lost @ config.toml: sandbox_image",
          "cni.bin_dir of config.toml is lost @ config.toml: bin_dir",
        ])
      #expect(run.values[0].confDir.text == "/d" && run.values[0].binDirs.place == nil)
    }
    let merged = try run(root, dropIn, on: "2.0.11")
    #expect(merged.told == ["note config-value-overridden: conf_dir"])
    #expect(merged.values[0].confDir.text == "/d" && merged.values[0].binDirs.texts == ["/b"])
  }

  @Test func aDropInThatRepeatsEverythingLosesNothing() throws {
    let root = "version = 2\n" + Self.old + "bin_dir = '/b'\nconf_dir = '/c'\n"
    let whole = Self.old + "conf_dir = '/d'\nbin_dir = '/b'\nmax_conf_num = 1\n"
    #expect(try run(root, whole, on: "1.6.20").told.isEmpty)
    #expect(try run("version = 2\n[debug]\nlevel = 'info'\n", whole, on: "1.6.20").told.isEmpty)
    #expect(try run(root, "[debug]\nlevel = 'info'\n", on: "1.6.20").told.isEmpty)
  }

  @Test(
    arguments: [
      // The last version that is not zero counts for all on 1.x ...
      (
        "version = 2\n" + old, "version = 1\n[debug]\n", "1.6.20",
        ["error dropin-schema: 'io.containerd.grpc.v1.cri'", "warning config-schema-deprecated: 1"]
      ),
      ("version = 2\n" + old, "version = 0\n[debug]\n", "1.6.20", []),
      ("version = 2\n" + old, "[debug]\n", "1.6.20", []),
      ("[plugins.cri.cni]\n", "version = 2\n[debug]\n", "1.6.20", ["error dropin-schema: cri"]),
      // ... and on 2.0 to 2.2,
      ("version = 2\n" + old, "version = 3\n" + new, "2.1.9", ["error dropin-schema: 'io.containerd.grpc.v1.cri'"]),
      ("version = 3\n" + new, "version = 2\n" + old, "2.1.9", ["warning dropin-schema: 2"]),
      ("version = 3\n" + new, "version = 3\n" + new, "2.1.9", []), ("version = 3\n" + new, new, "2.1.9", []),
      ("version = 3\n" + new, old, "2.1.9", ["error dropin-schema: 'io.containerd.grpc.v1.cri'"]),
      ("version = 2\n" + old, old, "2.1.9", []),
      // while 2.3 reads each file by its own, and refuses one that is ahead.
      ("version = 2\n" + old, "version = 3\n" + new, "2.3.4", ["error dropin-schema: 3"]),
      ("version = 3\n" + new, "version = 2\n" + old, "2.3.4", []), ("version = 3\n" + new, old, "2.3.4", []),
      ("version = 4\n" + new, "version = 3\n" + new, "2.3.4", []),
    ])
  func versions(_ root: String, _ dropIn: String, _ release: String, _ told: [String]) throws {
    #expect(try run(root, dropIn, on: release).told == told)
  }

  @Test(
    arguments: [
      (
        "version = 3\n" + new + "bin_dirs = ['/b']\n", "version = 3\n" + new + "bin_dir = '/c'\n", "2.1.9", "error",
        ["/c"]
      ),
      (
        "version = 3\n" + new + "bin_dirs = ['/b']\n", "version = 3\n" + new + "bin_dir = '/c'\n", "2.3.4", "error",
        ["/c"]
      ),
      (
        "version = 3\n" + new + "bin_dirs = ['/opt/cni/bin']\n", "version = 3\n" + new + "bin_dir = '/c'\n", "2.3.4",
        "warning", ["/c"]
      ),
      // 2.3 turns the one folder of schema 2 into a list before it puts the files together.
      ("version = 3\n" + new + "bin_dirs = ['/b']\n", "version = 2\n" + old + "bin_dir = '/c'\n", "2.3.4", "", ["/c"]),
      ("version = 2\n" + old + "bin_dir = '/b'\n", "version = 2\n" + old + "bin_dir = '/c'\n", "2.1.9", "", ["/c"]),
      (
        "version = 3\n" + new + "bin_dirs = ['/b']\n", "version = 3\n" + new + "bin_dirs = ['/c', '/d']\n", "2.1.9", "",
        ["/c", "/d"]
      ),
      ("version = 2\n" + old + "bin_dir = '/b'\n", "version = 2\n[debug]\n", "1.7.34", "", ["/b"]),
    ])
  func foldersOfPlugins(
    _ root: String, _ dropIn: String, _ release: String, _ severity: String, _ folders: [String]
  ) throws {
    let run = try run(root, dropIn, on: release)
    #expect(
      run.findings.filter { $0.rule == "bin-dirs-conflict" }.map { "\($0.severity)" }
        == (severity.isEmpty ? [] : [severity]))
    #expect(run.values[0].binDirs.texts == folders)
  }

  @Test func onTwoOneTheRootWinsOverWhatIsMovedToItsTable() throws {
    let root = "version = 3\n" + Self.new + "conf_dir = '/r'\n"
    let run = try run(root, "version = 2\n" + Self.old + "conf_dir = '/d'\n", on: "2.1.9")
    #expect(run.values[0].confDir.text == "/r")
    #expect(run.told == ["warning dropin-schema: 2", "note config-value-overridden: conf_dir"])
  }

  @Test func aDropInThatNobodyImportsIsNotRead() throws {
    let root = "version = 2\n" + Self.old + "conf_dir = '/r'\n"
    let run = try SetRun(
      ["a/config.toml": root, "a/conf.d/10.toml": "version = 2\n" + Self.old + "conf_dir = '/d'\n"], on: "1.7.34")
    #expect(run.told == ["warning dropin-not-imported: version"])
    #expect(run.values.map(\.confDir.text) == ["/r"])
  }

  @Test func filesOfDifferentNodesAreKeptApart() throws {
    let root = Self.imports + "version = 2\n" + Self.old + "conf_dir = '/r'\n"
    let dropIn = "version = 2\n" + Self.old + "bin_dir = '/d'\n"
    let run = try SetRun(
      ["a/config.toml": root, "b/config.toml": root, "b/conf.d/10.toml": dropIn, "c/conf.d/10.toml": dropIn],
      on: "1.7.34")
    #expect(run.told == ["error dropin-replaces-cri: 'io.containerd.grpc.v1.cri'"])
    #expect(run.values.map(\.confDir.text) == ["/r", "/etc/cni/net.d"])
    #expect(run.alone == ["c/conf.d/10.toml"])
  }

  @Test func importsAreFollowedLevelByLevelAndOnce() throws {
    let run = try SetRun(
      [
        "/x/z.toml": Self.old + "conf_dir = '/z'\n",
        "/etc/containerd/config.toml": "version = 2\nimports = ['/x/b.toml', '/x/a*.toml']\n" + Self.old
          + "conf_dir = '/r'\n",
        "/x/a2.toml": Self.old + "conf_dir = '/a2'\n", "/x/a1.toml": Self.old + "conf_dir = '/a1'\n",
        "/x/b.toml": "imports = ['z.toml', '/etc/containerd/config.toml']\n" + Self.old + "conf_dir = '/b'\n",
      ], on: "2.0.11")
    #expect(run.values.isEmpty, "a cycle has no root file")
    let straight = try SetRun(
      [
        "/x/z.toml": Self.old + "conf_dir = '/z'\n",
        "/etc/containerd/config.toml": "version = 2\nimports = ['/x/b.toml', '/x/a*.toml']\n" + Self.old
          + "conf_dir = '/r'\n",
        "/x/a2.toml": Self.old + "conf_dir = '/a2'\n", "/x/a1.toml": Self.old + "conf_dir = '/a1'\n",
        "/x/b.toml": "imports = ['z.toml']\n" + Self.old + "conf_dir = '/b'\n",
      ], on: "2.0.11")
    #expect(straight.values.map(\.confDir.text) == ["/z"])
    #expect(straight.told == Array(repeating: "note config-value-overridden: conf_dir", count: 4))
  }

  @Test(
    arguments: [
      ("/etc/containerd/conf.d/*.toml", "conf.d/a.toml", true),
      ("/etc/containerd/conf.d/*.toml", "conf.d/a.conf", false),
      ("/etc/containerd/conf.d/*.toml", "conf.d/x/a.toml", false), ("conf.d/*.toml", "conf.d/a.toml", true),
      ("./conf.d/../conf.d/a*b*.toml", "conf.d/axxbyy.toml", true), ("conf.d/a*b*.toml", "conf.d/abba.toml", true),
      ("conf.d/a*b.toml", "conf.d/abba.toml", false), ("*.toml", "b.toml", true), ("/b.toml", "b.toml", false),
    ])
  func patterns(_ line: String, _ name: String, _ matches: Bool) throws {
    let run = try SetRun(
      ["config.toml": "version = 2\nimports = ['\(line)']\n", name: "version = 2\n[debug]\n"], on: "1.7.34")
    #expect((run.values.count == 1 && run.alone.isEmpty && run.told.isEmpty) == matches, "\(run.told)")
  }
}
