import Foundation
import Programs
import TestSupport
import Testing

/// Programs that begin in other namespaces than ours.
@Suite("Programs in namespaces", .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(2)))
struct ProgramNamespaceTests {
  @Test("begin in the network and mount namespaces they were given")
  func networkAndMounts() throws {
    try Machine.requireRoot()
    let namespace = try Namespace.make("program")
    defer { namespace.remove() }
    let holder = try Child.start(Machine.program("unshare"), ["--mount", "sleep", "100"])
    defer { holder.stop() }
    let mounts = "/proc/\(holder.pid)/ns/mnt"
    let ours = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/mnt")
    var theirs = ours
    for _ in 0..<500 where theirs == ours {
      usleep(10_000)
      theirs = try FileManager.default.destinationOfSymbolicLink(atPath: mounts)
    }
    try #require(theirs != ours)

    let descriptors = [namespace.path, mounts].map { path in path.withCString { open($0, O_RDONLY | O_CLOEXEC) } }
    defer { for descriptor in descriptors { close(descriptor) } }
    var status = stat()
    #expect(fstat(descriptors[0], &status) == 0)
    let call = Invocation(
      "/bin/sh", ["-c", "readlink /proc/self/ns/net /proc/self/ns/mnt"],
      namespaces: descriptors)
    let outcome = Runner.run(call)
    #expect(outcome.succeeded)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "net:[\(status.st_ino)]\n\(theirs)\n")
    // The starter itself has not moved.
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/mnt") == ours)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self/ns/mnt") == ours)
  }
}
