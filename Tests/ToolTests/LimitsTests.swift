import ArtifactIO
import Difference
import Foundation
import TestSupport
import Testing

@testable import ConfTemplate
@testable import Fleet
@testable import ProfileLanguage
@testable import Rules
@testable import Syntax
@testable import Validation

/// The limits that docs/security.md promises are those of the code.
@Suite struct LimitsTests {
  private static let limits: [String: [Int]] = [
    "a YAML document": [
      YAMLReader.maximumSize, YAMLReader.maximumDepth, YAMLReader.maximumValues, YAMLReader.maximumExpansion,
    ],
    "a value in it": [YAMLReader.maximumValueSize],
    "a conflist, a config of containerd, a template for it": [Classifier.maximumSize, JSONReader.maximumDepth],
    "blocks of such a template within each other": [TemplateParser.maximumDepth],
    "a network": [NetworkSize.maximumCount],
    "a profile": [ProfileSection.maximumNetworks, TargetSection.maximumCount],
    "text that is put together of `${name}`": [Substitution.maximumGrowth],
    "a fleet": [NodePattern.maximumCount],
    "an inventory in CSV, a lock": [LockFile.maximumSize],
    "an inventory of kubectl": [FleetSpec.Inventory.Form.json.maximumSize],
    "a file in a tar": [TarReading.maximumSize],
    "all different files of a side of `diff`": [TreeSide.maximumSize],
  ]

  @Test func thePageTellsThem() throws {
    let page = try TestFiles.text("../docs/security.md")
    let section = try #require(page.components(separatedBy: "\n## Limits\n").dropFirst().first)
    var told: [String: [Int]] = [:]
    for line in section.split(separator: "\n").prefix(while: { !$0.hasPrefix("## ") }) where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 2, !cells[0].hasPrefix("---"), cells[0] != "what" else { continue }
      told[cells[0]] = Self.numbers(in: cells[1])
    }
    #expect(told == Self.limits)
    #expect(JSONReader.maximumDepth == TOMLReader.maximumDepth)
    #expect(FleetSpec.Inventory.Form.csv.maximumSize == LockFile.maximumSize)
  }

  /// `64 MiB, 1,000 targets` as numbers.
  private static func numbers(in cell: String) -> [Int] {
    let words = cell.split(whereSeparator: { " ;".contains($0) }).map(String.init)
    return words.indices.compactMap { index in
      let digits = words[index].filter { $0 != "," }
      guard let number = Int(digits) else { return nil }
      let unit = index + 1 < words.count ? words[index + 1].filter(\.isLetter) : ""
      return number << (["MiB": 20, "GiB": 30][unit] ?? 0)
    }
  }
}
