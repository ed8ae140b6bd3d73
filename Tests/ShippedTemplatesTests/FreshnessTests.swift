import Foundation
import ShippedTemplates
import TestSupport
import Testing

/// What lies in the program is what lies in `templates/`.
@Suite struct FreshnessTests {
  @Test func theTextsAreThoseOfTheFiles() throws {
    let files = try Self.files()
    if ProcessInfo.processInfo.environment["CNIGEN_UPDATE"] == "1" {
      try Self.source(files).write(
        toFile: TestFiles.path("../Sources/ShippedTemplates/Texts.swift"), atomically: true, encoding: .utf8)
    }
    #expect(
      try TestFiles.text("../Sources/ShippedTemplates/Texts.swift") == Self.source(files),
      "write it again with CNIGEN_UPDATE=1")
    #expect(ShippedTemplate.all.map(\.name) == files.map(\.name))
    for (name, text) in files { #expect(ShippedTemplate.named(name)?.text == text) }
  }

  private static func files() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: TestFiles.path("../templates")).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { (String($0.dropLast(5)), try TestFiles.text("../templates/\($0)")) }
  }

  private static func source(_ files: [(name: String, text: String)]) -> String {
    var lines = [
      "// Made from the files in templates/; do not edit. See ShippedTemplate.", "",
      "extension ShippedTemplate {", "  /// Every template, by name.",
      "  package static var all: [ShippedTemplate] {", "    [",
    ]
    for (name, text) in files {
      lines += ["      ShippedTemplate(", "        \"\(name)\",", "        #\"\"\""]
      lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "        \($0)" }
      lines += ["        \"\"\"#),"]
    }
    return (lines + ["    ]", "  }", "}", ""]).joined(separator: "\n")
  }
}
