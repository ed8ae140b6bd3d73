import Catalogue
import NetworkTypes
import Testing

/// The programs that call libcni.
struct RuntimeTests {
  @Test("nerdctl and go-cni have the libcni of the facts inside")
  func libcni() throws {
    let facts = try Fact.spec().at("runtimes")
    let nerdctl = try facts.at("libcni_by_nerdctl").members
    #expect(nerdctl.count == Runtimes.nerdctl.count)
    for (range, libcni) in nerdctl {
      let span = try Ranges.hyphened(range)
      let expected = try Ranges.version(libcni.text.replacing(".x", with: ""))
      for version in [span.since, span.until].compactMap({ $0 }) {
        #expect(Runtimes.libcni(nerdctl: version) == expected, "nerdctl \(version)")
      }
    }
    let goCNI = try facts.at("libcni_by_go_cni").members
    #expect(goCNI.count == Runtimes.goCNI.count)
    for (range, libcni) in goCNI {
      let span = try Ranges.hyphened(range)
      for version in [span.since, span.until].compactMap({ $0 }) {
        #expect(try Runtimes.libcni(goCNI: version) == Ranges.version(libcni.text), "go-cni \(version)")
      }
    }
    #expect(Runtimes.libcni(nerdctl: "0.4") == nil)
    #expect(Runtimes.libcni(goCNI: "0.9.0") == nil)
  }

  @Test("containerd never has an older libcni inside than its go-cni asks for")
  func containerd() throws {
    for release in containerdReleases {
      guard let goCNI = Version(release.goCNI), goCNI >= "1.0.0" else { continue }
      let asked = try #require(Runtimes.libcni(goCNI: goCNI), "go-cni \(goCNI)")
      #expect(release.libcni >= asked, "\(release.version)")
    }
  }

  @Test("Defaults and behaviour of the runtimes are those of the facts")
  func behaviour() throws {
    let facts = try Fact.spec().at("runtimes")
    let defaults = try facts.at("go_cni", "defaults")
    #expect(try Runtimes.goCNIDefaults.confDir == defaults.text("conf_dir"))
    #expect(try Runtimes.goCNIDefaults.binDir == defaults.text("bin_dir"))
    #expect(try Runtimes.goCNIDefaults.maxConfNum == defaults.at("max_conf_num").int)
    #expect(try Runtimes.goCNIDefaults.interfacePrefix == defaults.text("ifname_prefix"))
    let tool = try facts.at("cnitool").members
    #expect(tool.map(\.key) == Runtimes.cnitool.map(\.what))
    #expect(
      tool.map { $0.value.allTexts.joined(separator: ", ") } == Runtimes.cnitool.map(\.from))

    let nerdctl = try facts.at("nerdctl")
    #expect(try Nerdctl.topLevelKeys == nerdctl.at("writes", "keys_in_order").texts)
    #expect(try Nerdctl.bridgeChain == nerdctl.at("bridge_chain").texts)
    #expect(try Nerdctl.internalBridgeChain == nerdctl.at("bridge_chain_internal").texts)
    #expect(try nerdctl.at("bridge_keys").text("bridge").hasPrefix(Nerdctl.defaultBridge))
    #expect(try Nerdctl.defaultSubnet == nerdctl.at("ipam").text("default_subnet"))
    #expect(try Nerdctl.firstFreeSubnet == nerdctl.at("ipam").text("first_free_from"))
    #expect(Nerdctl.specVersion(in: "0.17.1") == "0.4.0")
    #expect(Nerdctl.specVersion(in: "0.18.0") == "1.0.0")
    #expect(try nerdctl.at("writes").text("file").contains(Nerdctl.fileName(ofNetwork: "<name>")))
  }
}
