import ArtifactIO
import TestSupport
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4 and the vectors that NIST publishes with it.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownVectors(_ text: String, _ digest: String) {
    for way in Self.ways { #expect(Self.hex(Array(text.utf8), way) == digest) }
  }

  @Test func aMillionLettersA() {
    for way in Self.ways {
      #expect(
        Self.hex([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000), way)
          == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
  }

  /// With the processor's instructions, where it has them, and without.
  private static let ways = [true, false]

  private static func hex(_ bytes: [UInt8], _ usesInstructions: Bool, beginning: Int = 0) -> String {
    let known = SHA256.Beginning(Array(bytes.prefix(beginning)), usesInstructions: usesInstructions)
    return bytes.withUnsafeBytes { SHA256.digest($0, after: known) }.hex
  }

  /// A text that begins as a known one does has the same sum as one that is read from its first byte; wherever the
  /// common part ends.
  @Test func beginningsChangeNothing() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for length in stride(from: 0, through: 300, by: 7) {
      let text = Array(bytes.prefix(length))
      let whole = Self.hex(text, false)
      for beginning in stride(from: 0, through: length, by: 5) {
        for way in Self.ways { #expect(Self.hex(text, way, beginning: beginning) == whole) }
      }
    }
  }

  /// Every length around the block borders, against the system's own program.
  @Test func agreesWithTheSystem() async throws {
    try await withScratch { scratch in
      var artifacts: [Artifact] = []
      for length in [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 4096, 100_003] {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ length) }
        artifacts.append(Artifact(["file-\(length)"], bytes))
      }
      _ = try OutputFolder.write(artifacts, to: scratch("out"))
      let outcome = try run("/usr/bin/env", ["--chdir=\(scratch("out"))", "sha256sum", "-c", "--strict", "SHA256SUMS"])
      #expect(outcome.succeeded, "\(outcome)")
      #expect(outcome.output.split(separator: "\n").count == artifacts.count)
    }
  }
}
