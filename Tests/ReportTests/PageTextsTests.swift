import ArtifactIO
import Foundation
import Report
import TestSupport
import Testing

/// What lies in the program is what lies in `Sources/Report/Page`.
@Suite struct PageTextsTests {
  private static let generated = "../Sources/Report/Page/PageTexts.swift"

  @Test func theTextsAreThoseOfTheFiles() throws {
    let source = try Self.source()
    if ProcessInfo.processInfo.environment["CNIGEN_UPDATE"] == "1" {
      try source.write(toFile: TestFiles.path(Self.generated), atomically: true, encoding: .utf8)
    }
    #expect(try TestFiles.text(Self.generated) == source, "write it again with CNIGEN_UPDATE=1")
  }

  /// The page is mailed and kept by the hundred, and lies in every binary.
  @Test func theyAreSmall() throws {
    let sizes = try ["page.css", "page.js"].map { try TestFiles.text("../Sources/Report/Page/\($0)").utf8.count }
    #expect(sizes.reduce(0, +) < 40_000)
  }

  private static func source() throws -> String {
    let style = try TestFiles.text("../Sources/Report/Page/page.css")
    let script = try TestFiles.text("../Sources/Report/Page/page.js")
    var lines = [
      "// Made from page.css and page.js beside it; do not edit. See ReportPage.", "",
      "/// The style and the script of the page, and what the page's policy knows them by.", "enum PageTexts {",
    ]
    for (name, text) in [("style", style), ("script", script)] {
      lines += ["  static let \(name): StaticString = #\"\"\""]
      lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
      lines += ["    \"\"\"#", "  static let \(name)Hash: StaticString = \"\(hash(text))\"", ""]
    }
    return (lines.dropLast() + ["}", ""]).joined(separator: "\n")
  }

  /// The digest in base64, as a policy wants it.
  private static func hash(_ text: String) -> String {
    let hex = Array(SHA256.hex(Array(text.utf8)))
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(String(hex[$0...($0 + 1)]), radix: 16) }
    return Data(bytes).base64EncodedString()
  }
}
