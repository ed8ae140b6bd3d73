import Apply
import ArtifactIO
import Testing

/// Which files of ours stay for a containerd that has not been restarted.
@Suite struct ConfigInForceTests {
  private func file(_ path: String) -> AppliedSet.File { AppliedSet.File(path: path, bytes: Array(path.utf8)) }

  private func stay(
    _ old: [String], _ new: [String], confDir: String, template: String? = nil, isOutdated: Bool = false
  ) -> [String] {
    ConfigInForce(confDir: confDir, confTemplate: template)
      .stillNeeded(of: AppliedSet(old.map(file)), beside: AppliedSet(new.map(file))) { isOutdated }.map(\.path)
  }

  @Test func aNetworkStaysInTheFolderInForce() {
    #expect(stay(["/a/1.conflist"], ["/b/1.conflist"], confDir: "/a/") == ["/a/1.conflist"])
    #expect(stay(["/a/1.conflist"], ["/b/1.conflist"], confDir: "/b") == [])
    #expect(stay(["/a/1.conflist"], ["/b/1.conflist"], confDir: "/b", isOutdated: true) == ["/a/1.conflist"])
    #expect(stay(["/c.toml", "/a/1.conflist"], ["/b/1.conflist"], confDir: "/a") == ["/a/1.conflist"])
  }

  @Test func aNetworkWithAnotherInItsFolderGoes() {
    #expect(stay(["/a/1.conflist", "/a/2.conf"], ["/a/3.conflist"], confDir: "/a", isOutdated: true) == [])
  }

  @Test func aTemplateTakesOverOnceItIsKnown() {
    let (old, new) = (["/a/1.conflist"], ["/t.template"])
    #expect(stay(old, new, confDir: "/a") == old)
    #expect(stay(old, new, confDir: "/a", template: "/t.template", isOutdated: true) == old)
    #expect(stay(old, new, confDir: "/a", template: "/t.template") == [])
    #expect(stay(new, old, confDir: "/a", template: "/t.template") == new)
    #expect(stay(new, old, confDir: "/a") == [])
  }
}
