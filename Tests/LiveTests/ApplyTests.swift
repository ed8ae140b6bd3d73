import Foundation
import TestSupport
import Testing

/// Files that are put on a node, a folder with plugins and containerd in it.
@Suite("Files on a node", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5)))
struct ApplyTests {
  @Test("Forward, back, and forward again") func thereAndBack() async throws {
    try await withNodeStage(isWhole: true) { stage in
      let first = try stage.apply(stage.profile(1), "--check")
      #expect(first.end == .exited(1) && first.output == "would write /etc/cni/net.d/10-pods.conflist\n", "\(first)")
      #expect(stage.networks.isEmpty && !FileManager.default.fileExists(atPath: stage.scratch("root/var")))
      try stage.apply(stage.profile(1)).required()
      #expect(stage.subnet() == 1 && stage.networks == ["10-pods.conflist"])
      #expect(try stage.apply(stage.profile(1), "--check").succeeded)
      let none = try stage.rollback()
      #expect(none.end == .exited(1) && none.errors.contains("nothing before"), "\(none)")
      // A network of another name takes the old one's place.
      try stage.apply(stage.profile(2, name: "apps")).required()
      #expect(stage.networks == ["10-apps.conflist"] && stage.subnet("10-apps.conflist") == 2)
      try stage.rollback().required()
      #expect(stage.networks == ["10-pods.conflist"] && stage.subnet() == 1)
      try stage.rollback().required()
      #expect(stage.networks == ["10-apps.conflist"])
      let mode = try FileManager.default.attributesOfItem(atPath: stage.scratch("root/etc/cni/net.d/10-apps.conflist"))
      #expect(mode[.posixPermissions] as? Int == 0o644)
    }
  }

  @Test("What was changed by hand is kept, unless it is to go, and comes back then") func edited() async throws {
    try await withNodeStage { stage in
      try stage.apply(stage.profile(1)).required()
      let file = stage.scratch("root/etc/cni/net.d/10-pods.conflist")
      let mine = try String(contentsOfFile: file, encoding: .utf8).replacing("10.9.1.", with: "10.9.77.")
      try stage.put("10-pods.conflist", mine)
      for refused in [try stage.apply(stage.profile(2)), try stage.apply(stage.profile(1))] {
        #expect(refused.end == .exited(1) && refused.errors.contains("[applied-file-edited]"), "\(refused)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == mine)
      }
      try stage.apply(stage.profile(2), "--force").required()
      #expect(stage.subnet() == 2)
      try stage.rollback().required()
      #expect(try String(contentsOfFile: file, encoding: .utf8) == mine)
    }
  }

  @Test("What came back by a rollback is still somebody else's") func cameBack() async throws {
    try await withNodeStage { stage in
      let theirs = #"{"cniVersion": "1.0.0", "name": "pods", "plugins": [{"type": "loopback"}]}"# + "\n"
      try stage.put("10-pods.conflist", theirs)
      let file = { stage.text("etc/cni/net.d/10-pods.conflist") }
      try stage.apply(stage.profile(1), "--force").required()
      try stage.rollback().required()
      #expect(file() == theirs)
      for check in [["--check"], []] {
        let refused = try cnigen(
          ["apply", stage.profile(1), "--root", stage.root] + check, in: stage.scratch.path)
        #expect(refused.end == .exited(1) && refused.errors.contains("[foreign-file-in-place]"), "\(refused)")
        #expect(file() == theirs)
      }
      // Forward again needs no leave: it can be had back once more.
      try stage.rollback().required()
      #expect(stage.subnet() == 1)
      try stage.rollback().required()
      #expect(file() == theirs)
      // A network of another name leaves it where it is, then and on the way back, whatever its owner does with it.
      try stage.apply(stage.profile(2, name: "apps")).required()
      #expect(stage.networks == ["10-apps.conflist", "10-pods.conflist"] && file() == theirs)
      try stage.put("10-pods.conflist", theirs + " \n")
      try stage.apply(stage.profile(3, name: "apps")).required()
      try stage.rollback().required()
      #expect(stage.subnet("10-apps.conflist") == 2 && file() == theirs + " \n")
    }
  }

  @Test("An edit that came back is an edit again") func editCameBack() async throws {
    try await withNodeStage { stage in
      let config = "containerd: {maxConfNum: 1}"
      try stage.apply(stage.profile(1, config)).required()
      for path in ["etc/cni/net.d/10-pods.conflist", "etc/containerd/config.toml"] {
        let mine = try #require(stage.text(path)) + " \n"
        try stage.scratch.file("root/\(path)", mine)
        try stage.apply(stage.profile(2, config), "--force").required()
        try stage.rollback().required()
        #expect(stage.text(path) == mine)
        let refused = try stage.apply(stage.profile(2, config))
        #expect(refused.end == .exited(1) && refused.errors.contains("[applied-file-edited]"), "\(refused)")
        #expect(stage.text(path) == mine)
        try stage.apply(stage.profile(2, config), "--force").required()
        #expect(stage.subnet() == 2 && stage.text(path) != mine)
        try stage.rollback().required()
        #expect(stage.text(path) == mine)
        try stage.apply(stage.profile(1, config), "--force").required()
      }
    }
  }

  @Test("A file of somebody else that would win, or breaks the load, is named") func foreign() async throws {
    try await withNodeStage { stage in
      try stage.put("05-old.conflist", #"{"cniVersion": "1.0.0", "name": "old", "plugins": [{"type": "loopback"}]}"#)
      let wins = try stage.apply(stage.profile(1))
      #expect(wins.end == .exited(1) && wins.errors.contains("[foreign-network-wins]"), "\(wins)")
      #expect(wins.errors.contains("mv /etc/cni/net.d/05-old.conflist /etc/cni/net.d/05-old.conflist.off"))
      try stage.put("05-old.conflist", "{")
      #expect(try stage.apply(stage.profile(1)).errors.contains("no network at all"))
      #expect(stage.networks == ["05-old.conflist"], "nothing of ours is there")
      try FileManager.default.removeItem(atPath: stage.scratch("root/etc/cni/net.d/05-old.conflist"))
      // Behind ours it is never opened, whatever it holds.
      try stage.put("90-other.conflist", "{")
      try stage.apply(stage.profile(1)).required()
      #expect(stage.networks == ["10-pods.conflist", "90-other.conflist"])
      // With two files opened it counts.
      let two = try stage.profile(1, "containerd: {maxConfNum: 2}")
      #expect(try stage.apply(two).errors.contains("[foreign-network-wins]"))
      try stage.put("10-pods.conf", "{}")
      #expect(try stage.apply(stage.profile(3)).end == .exited(1), "10-pods.conf comes before 10-pods.conflist")
    }
  }

  @Test("A config of somebody else is not replaced, and a link is not followed") func configs() async throws {
    try await withNodeStage { stage in
      try stage.scratch.file("root/etc/containerd/config.toml", "version = 2\n")
      let refused = try stage.apply(stage.profile(1, "containerd: {maxConfNum: 1}"))
      #expect(refused.end == .exited(1) && refused.errors.contains("[foreign-file-in-place]"), "\(refused)")
      #expect(
        refused.errors.contains("dropIn") && refused.errors.contains("conf_dir = \"/etc/cni/net.d\""), "\(refused)")
      let forced = try stage.apply(stage.profile(1, "containerd: {maxConfNum: 1}"), "--force")
      #expect(forced.end == .exited(1) && stage.text("etc/containerd/config.toml") == "version = 2\n", "\(forced)")
      try stage.scratch.folder("elsewhere")
      try stage.scratch.file("elsewhere/target", "kept\n")
      try stage.scratch.folder("root/etc/cni/net.d")
      try FileManager.default.createSymbolicLink(
        atPath: stage.scratch("root/etc/cni/net.d/10-pods.conflist"),
        withDestinationPath: stage.scratch("elsewhere/target"))
      #expect(try stage.apply(stage.profile(1)).end == .exited(1))
      try stage.apply(stage.profile(1), "--force").required()
      #expect(try String(contentsOfFile: stage.scratch("elsewhere/target"), encoding: .utf8) == "kept\n")
      #expect(stage.subnet() == 1)
    }
  }

  @Test("Two at once: the second says so and touches nothing") func busy() async throws {
    try await withNodeStage { stage in
      try stage.apply(stage.profile(1)).required()
      let holder = try Child.start(
        Machine.program("flock"), [stage.scratch("root/var/lib/cnigen/lock"), "/bin/sleep", "30"])
      defer { holder.terminate() }
      try await Task.sleep(for: .milliseconds(300))
      let second = try stage.apply(stage.profile(2))
      #expect(second.end == .exited(73) && second.errors.contains("another cnigen"), "\(second)")
      #expect(stage.subnet() == 1)
    }
  }

  @Test("A link in the place of a file of ours is an edit, and what it leads to is kept") func link() async throws {
    try await withNodeStage { stage in
      try stage.apply(stage.profile(1)).required()
      let target = try stage.scratch.file("elsewhere", try #require(stage.text("etc/cni/net.d/10-pods.conflist")))
      let path = stage.scratch("root/etc/cni/net.d/10-pods.conflist")
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
      for refused in [try stage.apply(stage.profile(2)), try stage.rollback()] {
        #expect(refused.end == .exited(1), "\(refused)")
      }
      let refused = try stage.apply(stage.profile(2))
      #expect(refused.errors.contains("replaced by a symbolic link"), "\(refused)")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == target)
      try stage.apply(stage.profile(2), "--force").required()
      #expect(stage.subnet() == 2)
      #expect(try String(contentsOfFile: target, encoding: .utf8).contains("10.9.1.0/24"))
    }
  }

  @Test("Looking takes no lock, writes nothing, and is for everybody") func looking() async throws {
    try await withNodeStage { stage in
      try stage.apply(stage.profile(1)).required()
      try run("/bin/chmod", ["755", stage.scratch.path, stage.scratch("root/etc/cni/net.d")]).required()
      let binary = stage.scratch("cnigen")
      try run("/bin/cp", [Machine.cnigen(), binary]).required()
      let before = try run("/bin/sh", ["-c", "find \(stage.scratch("root")) -printf '%p %T@ %C@\n' | sort"]).required()
      let holder = try Child.start(
        Machine.program("flock"), [stage.scratch("root/var/lib/cnigen/lock"), "/bin/sleep", "30"])
      defer { holder.terminate() }
      try await Task.sleep(for: .milliseconds(300))
      let look = try stage.apply(stage.profile(1), "--check")
      #expect(look.succeeded && look.output.isEmpty, "\(look)")
      let other = try run(
        Machine.program("setpriv"),
        [
          "--reuid=65534", "--regid=65534", "--clear-groups", binary, "apply", stage.profile(2), "--root",
          stage.scratch("root"), "--check",
        ])
      #expect(other.end == .exited(1), "\(other)")
      #expect(other.output == "would write /etc/cni/net.d/10-pods.conflist\n", "\(other)")
      let after = try run("/bin/sh", ["-c", "find \(stage.scratch("root")) -printf '%p %T@ %C@\n' | sort"]).required()
      #expect(before == after)
      let denied = try run(
        Machine.program("setpriv"),
        [
          "--reuid=65534", "--regid=65534", "--clear-groups", binary, "apply", stage.profile(2), "--root",
          stage.scratch("root"),
        ])
      #expect(denied.end == .exited(77) && denied.errors.contains("run it as root"), "\(denied)")
    }
  }

  @Test("Another root's plugins are not tried") func tryOfImage() async throws {
    try await withNodeStage { stage in
      let refused = try stage.apply(stage.profile(1), "--try")
      #expect(refused.end == .exited(64) && refused.errors.contains("has its own"), "\(refused)")
      #expect(stage.networks.isEmpty)
    }
  }

  @Test("A containerd that does not answer is named, with the reason") func silent() async throws {
    try await withNodeStage { stage in
      let program = stage.scratch("root/usr/bin/containerd")
      try run("/bin/sh", ["-c", "printf '#!/bin/sh\\nexit 3\\n' > \"$0\"", program]).required()
      let refused = try stage.apply(stage.profile(1))
      #expect(refused.end == .exited(1) && refused.errors.contains("[node-without-containerd]"), "\(refused)")
      #expect(refused.errors.contains("/usr/bin/containerd is there: it exited"), "\(refused)")
    }
  }
}
