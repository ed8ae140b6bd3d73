import Foundation
import TestSupport
import Testing

/// Output folders in which somebody else has had a hand: nothing outside of them is written, removed or followed.
@Suite struct HostileOutputFolderTests {
  private static let fleet = """
    apiVersion: cnigen/v1
    kind: Fleet
    name: site
    profile:
      target: {containerd: 1.7.34, plugins: 1.5.1}
      network: {bridge: {gateway: true}, addresses: {ranges: "${node.subnets}", routes: [default]}}
    allocate: [{from: 10.244.0.0/16, prefix: 24}]
    nodes: ["n-[01-20]"]

    """
  private static let profile = """
    apiVersion: cnigen/v1
    kind: Profile
    name: pods
    target: {containerd: 1.7.34, plugins: 1.5.1}
    network: {bridge: {gateway: true}, addresses: {ranges: [10.88.0.0/16], routes: [default]}}

    """
  private static let kinds: [[String]] = [
    ["profile.yaml"], ["fleet.yaml"], ["fleet.yaml", "--layout", "variants"], ["fleet.yaml", "--node", "n-01"],
  ]

  /// A folder with the two documents, and beside the output one a victim that must stay as it is.
  private func prepare(_ scratch: Scratch) throws {
    try scratch.file("fleet.yaml", Self.fleet)
    try scratch.file("profile.yaml", Self.profile)
    try scratch.file("victim/file", "mine")
    try scratch.file("victim/SHA256SUMS", "mine")
  }

  private func checkVictim(_ scratch: Scratch) throws {
    #expect(try String(contentsOfFile: scratch("victim/file"), encoding: .utf8) == "mine")
    #expect(try String(contentsOfFile: scratch("victim/SHA256SUMS"), encoding: .utf8) == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("victim")).sorted() == ["SHA256SUMS", "file"])
  }

  /// The sums of an earlier build say which files may be removed. Lines that lead out of the folder, through a link
  /// too, remove nothing.
  @Test(arguments: kinds) func sumsThatNameOtherFiles(_ kind: [String]) async throws {
    try await withScratch { scratch in
      try prepare(scratch)
      let sum = try run(try Machine.program("sha256sum"), [scratch("victim/file")]).required().prefix(64)
      try scratch.folder("out")
      try FileManager.default.createSymbolicLink(atPath: scratch("out/link"), withDestinationPath: "../victim")
      try FileManager.default.createSymbolicLink(atPath: scratch("out/zlink"), withDestinationPath: scratch("victim"))
      // In the order that a build leaves, and each by itself: a line in another place ends the reading.
      let paths = [
        "../victim/file", scratch("victim/file"), "./../victim/file", "link/file", "n-01/../../victim/file",
        "x/../../victim/file", "zlink/file",
      ]
      for lines in [paths.sorted()] + paths.map({ [$0] }) {
        try scratch.file("out/SHA256SUMS", lines.map { "\(sum)  \($0)\n" }.joined())
        let outcome = try cnigen(["build"] + kind + ["-o", "out"], in: scratch.path)
        #expect(outcome.succeeded, "\(lines): \(outcome)")
        try checkVictim(scratch)
      }
    }
  }

  /// Names of the build that are links already.
  @Test(arguments: kinds) func linksInPlaceOfItsOwn(_ kind: [String]) async throws {
    try await withScratch { scratch in
      try prepare(scratch)
      try cnigen(["build"] + kind + ["-o", "out", "-q"], in: scratch.path).required()
      let names = try FileManager.default.subpathsOfDirectory(atPath: scratch("out")).sorted().prefix(12)
      for name in names {
        try? FileManager.default.removeItem(atPath: scratch("out"))
        try cnigen(["build"] + kind + ["-o", "out", "-q"], in: scratch.path).required()
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: scratch("out/\(name)"), isDirectory: &isFolder)
        try FileManager.default.removeItem(atPath: scratch("out/\(name)"))
        try FileManager.default.createSymbolicLink(
          atPath: scratch("out/\(name)"), withDestinationPath: scratch(isFolder.boolValue ? "victim" : "victim/file"))
        let outcome = try cnigen(["build"] + kind + ["-o", "out"], in: scratch.path)
        // A link to a file is replaced by the file; one to a folder is refused.
        #expect(outcome.end == (isFolder.boolValue ? .exited(73) : .exited(0)), "\(name): \(outcome)")
        try checkVictim(scratch)
      }
    }
  }

  /// A second process swaps the output folder and a node's for links, back and forth, all the time.
  @Test(arguments: [kinds[0], kinds[1]]) func swappedUnderTheBuild(_ kind: [String]) async throws {
    try await withScratch { scratch in
      try prepare(scratch)
      try cnigen(["build"] + kind + ["-o", "out", "-q"], in: scratch.path).required()
      // The folder itself is the user's to name, and may be a link; what lies in it may not.
      let swapper = try Child.start(
        "/bin/sh",
        [
          "-c",
          """
          cd "$0" || exit 1
          while :; do
            mv -T n-01 kept 2>/dev/null; ln -sfn ../victim n-01 2>/dev/null; rm -f n-01 2>/dev/null
            mv -T kept n-01 2>/dev/null
            ln -sfn ../victim/SHA256SUMS SHA256SUMS 2>/dev/null
          done
          """, scratch("out"),
        ])
      for _ in 0..<25 {
        let outcome = try cnigen(["build"] + kind + ["-o", "out"], in: scratch.path)
        #expect(outcome.end == .exited(0) || outcome.end == .exited(73), "\(outcome)")
        try checkVictim(scratch)
      }
      swapper.stop()
      try checkVictim(scratch)
    }
  }
}
