import Foundation
import TestSupport
import Testing

/// The script is killed at every step; what a runtime could read then is whole, and the next run puts things right.
@Suite struct InstallCrashTests {
  private static let old = "{\"name\": \"old\", \"text\": \"\(String(repeating: "o", count: 30_000))\"}\n"
  private static let new = "{\"name\": \"new\", \"text\": \"\(String(repeating: "n", count: 90_000))\"}\n"

  /// Stands in front of each tool of the script: counts the calls, and at one of them kills the whole process group,
  /// before the tool runs, when it has run, or when it has written half.
  private func makeTools(_ scratch: Scratch) throws -> String {
    let folder = try scratch.folder("tools")
    for name in ["cat", "chmod", "cmp", "mktemp", "mv", "rm", "sha256sum", "sync"] {
      let real = try Machine.program(name)
      let half = name == "cat" ? "head -c 20000 \"$1\"" : "true"
      let text = """
        #!/bin/sh
        call=$(( $(/bin/cat '\(scratch("count"))') + 1 ))
        echo "$call" >'\(scratch("count"))'
        read -r at when <'\(scratch("when"))'
        if [ "$call" = "$at" ]; then
          case $when in
            before) kill -s KILL 0 ;;
            half) /usr/bin/\(half); kill -s KILL 0 ;;
            after) \(real) "$@"; kill -s KILL 0 ;;
          esac
        fi
        exec \(real) "$@"

        """.replacing("/usr/bin/true", with: "true")
      try scratch.file("tools/\(name)", text)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(name)")
    }
    return folder
  }

  /// A node whose ConfigMap just got a new text for one file, a new file, and lost another one.
  private func prepare(_ node: InstallerNode) throws {
    for name in try node.names() { try FileManager.default.removeItem(atPath: node.scratch("net.d/\(name)")) }
    try node.publish(["10-a.conflist": Self.old, "30-c.conflist": Self.old])
    try node.once().required()
    try node.publish(["10-a.conflist": Self.new, "20-b.conflist": Self.new])
  }

  /// What any reader may find at any moment.
  private func isWhole(_ networks: [String: String]) -> Bool {
    networks.allSatisfy { name, text in
      switch name {
      case "10-a.conflist": text == Self.old || text == Self.new
      case "20-b.conflist": text == Self.new
      case "30-c.conflist": text == Self.old
      default: false
      }
    }
  }

  private func isDone(_ node: InstallerNode) throws -> Bool {
    guard try node.names() == ["10-a.conflist", "20-b.conflist", ".cnigen-demo.installed"] else { return false }
    return try node.networks() == ["10-a.conflist": Self.new, "20-b.conflist": Self.new]
  }

  @Test(arguments: ["before", "half", "after"]) func aKillAtAnyToolLeavesFilesWhole(_ when: String) async throws {
    try await withScratch { scratch in
      let node = try InstallerNode(scratch, .dash)
      let tools = try makeTools(scratch)
      var call = 0
      var kills = 0
      while call < 200 {
        call += 1
        try prepare(node)
        try scratch.file("count", "0\n")
        try scratch.file("when", "\(call) \(when)\n")
        let outcome = try node.start(tools: tools).wait(limit: 30)
        let networks = try node.networks()
        #expect(isWhole(networks), "killed \(when) call \(call): \(networks.mapValues(\.count))")
        #expect(networks["10-a.conflist"] != nil, "the network is never missing")
        if outcome.succeeded { break }
        #expect(outcome.end == .killed(signal: SIGKILL), "\(outcome)")
        kills += 1
        try node.once().required()
        #expect(try isDone(node), "after a kill \(when) call \(call)")
      }
      #expect(kills > 20, "each step is a call of a tool")
      #expect(try isDone(node))
    }
  }

  /// busybox runs its tools itself, so it is killed after times that lie closer together than its steps.
  @Test func aKillAtAnyTimeLeavesFilesWhole() async throws {
    try await withScratch { scratch in
      let node = try InstallerNode(scratch, .busybox)
      var kills = 0
      for round in 0..<60 {
        try prepare(node)
        let child = try node.start()
        usleep(UInt32(round * 1000))
        kill(-child.pid, SIGKILL)
        if child.wait(limit: 10).end == .killed(signal: SIGKILL) { kills += 1 }
        #expect(isWhole(try node.networks()), "killed after \(round) ms")
        try node.once().required()
        #expect(try isDone(node), "after a kill at \(round) ms")
      }
      #expect(kills > 5)
    }
  }

  /// A reader in a loop, while the ConfigMap changes back and forth under the script.
  @Test(arguments: ContainerShell.allCases) func aReaderNeverSeesAPart(_ shell: ContainerShell) async throws {
    try await withScratch { scratch in
      let node = try InstallerNode(scratch, shell)
      try node.publish(["10-a.conflist": Self.old])
      let child = try node.start(pause: "0.01")
      #expect(InstallerNode.wait { node.text("10-a.conflist") == Self.old })
      var seen: Set<String> = []
      let end = ContinuousClock.now + .seconds(2)
      var round = 0
      while ContinuousClock.now < end {
        round += 1
        try node.publish(["10-a.conflist": round.isMultiple(of: 2) ? Self.old : Self.new])
        for _ in 0..<40 {
          let text = node.text("10-a.conflist")
          seen.insert(text.map { $0 == Self.old ? "old" : $0 == Self.new ? "new" : "a part" } ?? "nothing")
          usleep(1000)
        }
      }
      #expect(seen == ["old", "new"])
      #expect(try InstallerNode.wait { try node.isReady() })
      #expect(child.terminate().end == .exited(0))
    }
  }

  /// The kernel's own account: each file is synced under its temporary name and renamed within the folder, and the
  /// only names that are ever opened for writing there are temporary ones.
  @Test(arguments: ContainerShell.allCases) func aFileIsSyncedBeforeItIsRenamed(_ shell: ContainerShell) async throws {
    try await withScratch { scratch in
      let node = try InstallerNode(scratch, shell)
      try prepare(node)
      let log = scratch("log")
      let strace = [
        try Machine.program("strace"), "-f", "-y", "-o", log, "-e",
        "trace=rename,renameat,renameat2,fsync,fdatasync,openat,open,creat,link,symlink,rmdir,unlink,unlinkat,truncate",
      ]
      let outcome = try node.start(by: strace).wait(limit: 60)
      #expect(outcome.succeeded, "\(outcome)")
      let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
      let folder = scratch("net.d")
      for name in ["10-a.conflist", "20-b.conflist", ".cnigen-demo.installed"] {
        let renames = lines.enumerated().filter {
          $0.element.contains("rename") && $0.element.contains("\(folder)/\(name)\"") && $0.element.hasSuffix("= 0")
        }
        #expect(renames.count == 1, "\(name): \(renames)")
        let (place, line) = try #require(renames.first)
        let from = try #require(line.firstMatch(of: /"([^"]*\/\.cnigen-demo\.[A-Za-z0-9]{6})"/)?.output.1)
        #expect(from.hasPrefix(folder + "/."))
        let syncs = lines[..<place].filter { $0.contains("sync(") && $0.contains("<\(from)>") && $0.hasSuffix("= 0") }
        #expect(!syncs.isEmpty, "\(name) is synced as \(from)")
        if name.hasSuffix(".conflist") {
          #expect(lines[place...].contains { $0.contains("sync(") && $0.contains("<\(folder)>") }, "then the folder")
        }
      }
      let written = lines.filter { $0.contains("\(folder)/") && ($0.contains("O_WRONLY") || $0.contains("O_RDWR")) }
      #expect(written.count >= 3)
      #expect(written.allSatisfy { $0.contains("\(folder)/.cnigen-demo.") }, "\(written)")
      #expect(!lines.contains { $0.contains("rmdir(") || $0.contains("truncate(") || $0.contains(" link(") })
      #expect(!lines.contains { $0.contains("symlink(") })
      let unlinked = lines.filter { $0.contains("unlink") && $0.contains("\(folder)/") && $0.contains("= 0") }
      #expect(unlinked.count == 1 && unlinked[0].contains("30-c.conflist"), "\(unlinked)")
    }
  }
}
