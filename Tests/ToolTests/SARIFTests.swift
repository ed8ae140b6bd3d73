import Foundation
import TestSupport
import Testing

/// Reports for machines, read by somebody else's reader.
@Suite struct SARIFTests {
  /// Findings of many kinds: several files, places of their own in notes, names that need quoting.
  private func report(_ scratch: Scratch) throws -> String {
    try scratch.folder("a folder")
    for (index, name) in ["076-overlap-inside-set", "016-is-gatway", "039-bridge-twice"].enumerated() {
      try scratch.file("a folder/\(index) ü%.conflist", try TestFiles.text("Cases/traps/\(name).bad.conflist"))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch("a folder")).sorted()
    let outcome = try run(
      "/usr/bin/env",
      ["--chdir=\(scratch.path)", try Machine.cnigen(), "validate", "--format", "sarif"]
        + files.map { "a folder/\($0)" })
    #expect(outcome.end == .exited(1))
    return outcome.output
  }

  @Test func anotherReaderUnderstandsTheReport() async throws {
    try await withScratch { scratch in
      let path = try scratch.file("report.sarif", try report(scratch))
      let program = """
        import sys
        from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log
        log = Log.model_validate_json(open(sys.argv[1]).read())
        for result in log.runs[0].results: print(result.ruleId, result.level.value)
        """
      let seen = try run(Tools.program("python3"), ["-c", program, path]).required()
      #expect(seen.contains("range-overlap error\n"))
      #expect(seen.contains("unknown-key error\n"))
      #expect(seen.contains("duplicate-key error\n"))
    }
  }

  @Test func everyResultHasItsRuleItsPlaceAndAFingerprint() async throws {
    try await withScratch { scratch in
      let log = try JSONSerialization.jsonObject(with: Data(try report(scratch).utf8)) as? [String: Any]
      #expect(log?["version"] as? String == "2.1.0")
      let one = try #require((log?["runs"] as? [[String: Any]])?.first)
      let driver = (one["tool"] as? [String: Any])?["driver"] as? [String: Any]
      let rules = try #require(driver?["rules"] as? [[String: Any]])
      let results = try #require(one["results"] as? [[String: Any]])
      #expect(results.count >= 3)
      var fingerprints: Set<String> = []
      for result in results {
        let index = try #require(result["ruleIndex"] as? Int)
        #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        let region = try #require(location?["region"] as? [String: Any])
        #expect(try #require(region["startLine"] as? Int) >= 1)
        #expect(try #require(region["startColumn"] as? Int) >= 1)
        let uri = (location?["artifactLocation"] as? [String: Any])?["uri"] as? String
        #expect(uri?.hasPrefix("a%20folder/") == true)
        #expect(uri?.hasSuffix("%20%C3%BC%25.conflist") == true)
        let prints = result["partialFingerprints"] as? [String: String]
        fingerprints.insert(try #require(prints?["primaryLocationLineHash"]))
      }
      #expect(fingerprints.count == results.count)
    }
  }

  @Test func annotationsAreEscaped() async throws {
    try await withScratch { scratch in
      try scratch.file("a,b:c.conflist", try TestFiles.text("Cases/traps/016-is-gatway.bad.conflist"))
      let outcome = try run(
        "/usr/bin/env",
        ["--chdir=\(scratch.path)", try Machine.cnigen(), "validate", "--format", "github", "a,b:c.conflist"])
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.first?.hasPrefix("::error file=a%2Cb%3Ac.conflist,line=8,endLine=8,col=7,endColumn=17,") == true)
      #expect(lines.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") || $0.hasPrefix("::notice ") })
      #expect(outcome.output.contains("%0A"))
    }
  }
}
