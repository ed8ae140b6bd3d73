import ArtifactIO
import Emission

/// Artifacts for other tools: an object a file, a line each.
enum JSONLines {
  /// The lines. Every file that a build makes is text.
  static func bytes(of artifacts: [Artifact]) -> [UInt8] {
    let lines = artifacts.map { artifact in
      JSONWriter.line(
        .object([
          .init("path", .string(artifact.name)), .init("sha256", .string(SHA256.hex(artifact.bytes))),
          .init("text", .string(String(decoding: artifact.bytes, as: UTF8.self))),
        ])) + "\n"
    }
    return Array(lines.joined().utf8)
  }
}
