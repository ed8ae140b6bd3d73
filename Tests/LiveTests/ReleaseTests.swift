import Foundation
import TestSupport
import Testing

/// The binary that is shipped, where the run has built one.
@Suite(.enabled(if: Machine.wantsLive, Machine.skipped)) struct ReleaseTests {
  /// It is compiled against SmallFoundation and without unwind tables; nobody may notice.
  @Test func itAnswersAsTheOtherBuildDoes() throws {
    let calls = [["--experimental-dump-help"], ["--generate-completion-script", "bash"], ["build", "--nonsense"]]
    for arguments in calls {
      let shipped = try run(try Machine.cnigen(), arguments)
      let other = try run(try Machine.builtBeside(), arguments)
      #expect(shipped.output == other.output && shipped.errors == other.errors && shipped.end == other.end)
      #expect(shipped.output.count + shipped.errors.count > 100)
    }
  }

  @Test func itNeedsNothingAndIsSmall() throws {
    let path = try Machine.cnigen()
    guard path != (try Machine.builtBeside()) else { return }
    let headers = try run("/usr/bin/readelf", ["--program-headers", "--wide", path]).required()
    #expect(headers.contains("LOAD") && !headers.contains("INTERP") && !headers.contains("DYNAMIC"))
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? .max
    #expect(size <= 16_000_000, "\(size) bytes")
  }
}
