import CNIModel
import Diagnostics
import Difference
import NetworkTypes
import ProfileLanguage
import Testing

@testable import Plan

/// How files come to a node, by what the new side is.
@Suite struct FileDeliveryTests {
  private func state(_ overrides: TargetOverrides = TargetOverrides(), isKnown: Bool = true) throws -> NodeState {
    var bag = DiagnosticBag()
    let target = try #require(TargetResolution.standIn(overrides, into: &bag))
    return NodeState(target: target, knowsTarget: isKnown, networks: [], runtime: .none)
  }

  private func side(_ title: String, _ origin: Side.Origin, _ node: String = "n-1") throws -> Side {
    Side.listed(title, origin, [(node, try state())])
  }

  private let file = FilePlacement(name: "10-a b.conflist", path: "/etc/cni/net.d/10-a b.conflist", isRemoved: false)

  @Test func aRevisionIsCheckedOutFirst() throws {
    let delivery = FileDelivery(try side("git:HEAD~1:sites/my fleet.yaml", .fleet))
    let releases = TargetOverrides(containerd: Version("2.1.9"), plugins: Version("1.7.1"))
    #expect(
      delivery.apply(for: try state(releases), pluginsComeLater: true)
        == "cnigen apply 'sites/my fleet.yaml' --node \"$NODE\" --containerd 2.1.9 --plugins 1.7.1")
    #expect(delivery.preparation?.contains("git worktree add --detach FOLDER 'HEAD~1'") == true)
  }

  @Test func nothingIsStatedThatNobodyKnows() throws {
    let delivery = FileDelivery(try side("site.yaml", .profile, ""))
    #expect(delivery.apply(for: try state(isKnown: false), pluginsComeLater: false) == "cnigen apply site.yaml")
    #expect(delivery.preparation == nil)
  }

  @Test(arguments: [
    (Side.Origin.build, "my out", "n-1", "'my out'/\"$NODE\"/"), (.build, "x/out.tar", "n-1", "x/out/\"$NODE\"/"),
    (.folder, "net.d", "", "net.d/"), (.network, "a/10-a b.conflist", "", "a/"),
    (.network, "git:main:10-a b.conflist", "", "./"),
  ])
  func otherSidesAreCopied(_ origin: Side.Origin, _ title: String, _ node: String, _ start: String) throws {
    let delivery = FileDelivery(try side(title, origin, node))
    #expect(delivery.apply(for: try state(), pluginsComeLater: false) == nil)
    let temporary = "'/etc/cni/net.d/.10-a b.conflist.cnigen-new'"
    #expect(
      delivery.copies(of: [file]).last
        == "install -D -m 0644 \(start)'10-a b.conflist' \(temporary) && mv -f \(temporary) '\(file.path)'")
    #expect(delivery.copies(of: [FilePlacement(name: "x", path: "/x", isRemoved: true)]).last == "rm -f /x")
  }
}
