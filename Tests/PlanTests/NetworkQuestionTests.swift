import CNIModel
import ContainerdConfig
import Diagnostics
import Difference
import NetworkTypes
import ProfileLanguage
import Testing

@testable import Plan

/// What containerd is asked after a change, by what it is told and can tell.
@Suite struct NetworkQuestionTests {
  private func question(
    _ names: [String], config: String? = nil, containerd: String = "1.7.34", kind: String = "conflist"
  ) throws -> NetworkQuestion? {
    var bag = DiagnosticBag()
    let releases = TargetOverrides(containerd: Version(containerd))
    let target = try #require(TargetResolution.standIn(releases, into: &bag))
    var files = names.enumerated().map { number, name in
      let plugin = #""type": "bridge", "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.0.0.0/24"}]]}"#
      let text =
        kind == "conflist"
        ? #"{"cniVersion": "0.4.0", "name": "\#(name)", "plugins": [{\#(plugin)}]}"#
        : #"{"cniVersion": "0.4.0", "name": "\#(name)", \#(plugin)}"#
      return ("\(10 + number)-x.\(kind)", text)
    }
    if let config { files.append(("config.toml", config)) }
    let sources = files.enumerated().map { number, file in
      NodeFiles.Source(SourceFile(name: file.0, bytes: Array(file.1.utf8)), FileID(index: UInt32(number)))
    }
    return NetworkQuestion(
      NodeFiles.state(
        of: sources, paths: files.map(\.0), for: target, knowsTarget: true, isWhole: true, into: &bag))
  }

  private static func config(_ maximum: Int) -> String {
    """
    version = 2
    [plugins."io.containerd.grpc.v1.cri".cni]
    conf_dir = "/srv/my net.d"
    max_conf_num = \(maximum)

    """
  }

  @Test func asksForAllThatAreInForce() throws {
    let found = try #require(try question(["a.b", "c", "d"], config: Self.config(2)))
    #expect(found.isLoaded.hasSuffix(#"grep -E "NetworkReady=true ([^ ]*=[^ ]* )*OK( cni-loopback)? a[.]b c$""#))
    #expect(found.held.map(\.path) == ["/srv/my net.d/10-x.conflist", "/srv/my net.d/11-x.conflist"])
    #expect(found.commands.count == 3)
    // The folder's quotes stand in quotes.
    #expect(found.commands[1].contains(#"until test -s '\''/srv/my net.d/10-x.conflist'\'' && test"#))
  }

  @Test func nobodyKnowsHowManyWithoutAConfig() throws {
    #expect(try #require(try question(["a"])).isLoaded.hasSuffix(#" a( |$)""#))
    #expect(try #require(try question(["a"], config: Self.config(1))).isLoaded.hasSuffix(#" a$""#))
  }

  @Test func olderReleasesTellNothingOfTheLoad() throws {
    let found = try #require(try question(["a"], containerd: "1.3.10"))
    #expect(!found.isLoaded.contains("lastCNILoadStatus") && found.isLoaded.contains(")*( cni-loopback)? a"))
    #expect(try #require(try question(["a"], containerd: "1.4.13")).isLoaded.contains("{{.lastCNILoadStatus}}"))
  }

  @Test func aSinglePluginIsHeldAsAList() throws {
    let found = try #require(try question(["a"], kind: "conf"))
    #expect(found.held.isEmpty && found.commands.count == 1)
  }

  @Test(arguments: [[], ["a\"; reboot; \""], ["$(reboot)"], ["a", "b c"]])
  func nothingIsAskedThatNoCommandCanHold(_ names: [String]) throws {
    #expect(try question(names, config: Self.config(0)) == nil)
  }
}
