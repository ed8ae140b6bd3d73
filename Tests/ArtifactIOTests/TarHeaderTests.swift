import ArtifactIO
import Foundation
import TestSupport
import Testing

/// Streams of ours, read by the system's tar.
@Suite struct TarHeaderTests {
  private static let long = String(repeating: "n", count: 63) + "." + String(repeating: "m", count: 63)

  /// Short names, names that are taken apart, and names that need a record of their own.
  private static let names = [
    "a", "edge-001/10-net.conflist", "\(long)/10-net.conflist", "\(long)/\(long)", "\(long).\(long)/\(long).conflist",
    String(repeating: "x", count: 100), String(repeating: "x", count: 101), "d/\(String(repeating: "y", count: 100))",
    "d/\(String(repeating: "y", count: 101))", "\(String(repeating: "z", count: 156))/f", "ü/é",
  ]

  private static func stream() -> [UInt8] {
    var bytes: [UInt8] = []
    TarHeader.append("folder/".utf8, .folder, size: 0, to: &bytes)
    for (index, name) in names.enumerated() {
      let content = Array(String(repeating: "\(index)", count: index * 300).utf8)
      TarHeader.append(name.utf8, .file, size: content.count, to: &bytes)
      bytes += content
      TarHeader.pad(after: content.count, &bytes)
    }
    TarHeader.end(&bytes)
    return bytes
  }

  @Test func tarReadsEveryEntry() async throws {
    try await withScratch { scratch in
      try Data(Self.stream()).write(to: URL(filePath: scratch("a.tar")))
      let listed = try run(
        "/bin/tar", ["-tf", scratch("a.tar"), "--quoting-style=literal"], environment: ["LC_ALL": "C.UTF-8"])
      #expect(listed.errors.isEmpty)
      #expect(listed.output.split(separator: "\n").map(String.init) == ["folder/"] + Self.names)
      try scratch.folder("out")
      try run("/bin/tar", ["-xf", scratch("a.tar"), "-C", scratch("out")]).required()
      for (index, name) in Self.names.enumerated() {
        let content = try String(contentsOfFile: scratch("out/\(name)"), encoding: .utf8)
        #expect(content == String(repeating: "\(index)", count: index * 300))
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch("out/\(name)"))
        #expect(attributes[.posixPermissions] as? Int == 0o644)
        #expect(attributes[.modificationDate] as? Date == Date(timeIntervalSince1970: 0))
      }
    }
  }

  @Test func theSameFilesGiveTheSameBytes() {
    #expect(Self.stream() == Self.stream() && Self.stream().count % 512 == 0)
  }
}
