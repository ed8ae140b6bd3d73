import Foundation
import NetworkTypes
import ProfileLanguage
import Schemas
import TestSupport
import Testing
import Validation

/// What `cnigen schema` writes, held against what cnigen itself says, by another's reader of schemas. Both ways; what
/// they have to agree on stands in `StructuralRules`.
@Suite struct SchemaTests {
  /// A document of the tests, and the releases that it is for; none for those that it states itself.
  struct Sample: Sendable {
    let name: String
    let text: String
    var plugins: Version?
    var containerd: Version?
    var beside: [String: String] = [:]

    /// Whether another document says what the keys of its plugins are.
    var isDescribedElsewhere: Bool { beside.values.contains { $0.contains("kind: Capabilities\n") } }
  }

  @Test func schemasAreSchemasInBothDrafts() async throws {
    try await withScratch { scratch in
      var oracle = SchemaOracle(scratch)
      let text = try TestFiles.text("Cases/reference/10-containerd-net.conflist")
      for draft in Draft.allCases {
        for kind in DocumentSchema.allCases {
          for plugins in [nil, "1.1.1", "0.8.2"] as [Version?] {
            try oracle.ask(text, is: kind, plugins: plugins, draft: draft)
          }
        }
      }
      let answers = try oracle.run()
      #expect(answers.count == 6 * DocumentSchema.allCases.count)
      #expect(answers.allSatisfy { $0 != nil })
    }
  }

  @Test(arguments: Draft.allCases) func profilesOfTheTests(_ draft: Draft) async throws {
    let samples = try Self.profiles()
    #expect(samples.count > 100)
    try await compare(samples, .profile, draft)
  }

  @Test(arguments: Draft.allCases) func templatesOfTheProgram(_ draft: Draft) async throws {
    let samples = try TestFiles.names(in: "../templates").map {
      Sample(name: $0, text: try TestFiles.text("../templates/\($0)"))
    }
    #expect(samples.count >= 10)
    try await compare(samples, .template, draft)
  }

  @Test(arguments: Draft.allCases) func capabilitiesOfTheTests(_ draft: Draft) async throws {
    let samples = try Self.golden { $0.contains("kind: Capabilities\n") }
    #expect(samples.count >= 8)
    try await compare(samples, .capabilities, draft)
  }

  @Test(arguments: Draft.allCases) func fleetsOfTheTests(_ draft: Draft) async throws {
    let samples = try Self.golden { $0.contains("kind: Fleet\n") }
    #expect(samples.count >= 5)
    try await compare(samples, .fleet, draft)
  }

  @Test(arguments: Draft.allCases) func listsOfTheTests(_ draft: Draft) async throws {
    let samples = try Self.lists()
    #expect(samples.count > 550)
    try await compare(samples, .conflist, draft)
  }

  @Test func mutantsOfProfiles() async throws {
    var mutants = Mutants(seed: 1)
    var samples: [Sample] = []
    for profile in try Self.sound(Self.profiles()) where !profile.text.contains("template:") {
      let tree = try Self.json(ofYAML: profile.text)
      for mutant in mutants.some(Self.count(24), of: tree) {
        samples.append(Sample(name: "\(profile.name) changed", text: try Self.text(mutant)))
      }
    }
    #expect(samples.count > 100)
    try await compare(samples, .profile, .draft2020)
  }

  /// What pools and nodes lay over a profile is as known as the profile itself.
  @Test func mutantsOfFleets() async throws {
    var mutants = Mutants(seed: 3)
    var samples: [Sample] = []
    // One that names other files is more than the schema sees.
    let fleets = try Self.golden { text in
      text.contains("kind: Fleet\n") && !text.contains("from: nodes") && text.contains("profile:\n")
    }
    for fleet in fleets where Judgement(of: fleet.text, as: .fleet, for: TargetOverrides()).errors.isEmpty {
      let tree = try Self.json(ofYAML: fleet.text)
      for mutant in mutants.some(Self.count(120), of: tree) {
        samples.append(Sample(name: "\(fleet.name) changed", text: try Self.text(mutant)))
      }
    }
    #expect(samples.count > 100)
    try await compare(samples, .fleet, .draft2020)
  }

  @Test(arguments: ["1.9.1", "1.1.1", "0.9.1", "0.8.2"] as [Version]) func mutantsOfLists(_ plugins: Version)
    async throws
  {
    var mutants = Mutants(seed: 2)
    var samples: [Sample] = []
    for name in try TestFiles.names(in: "Cases/working") where name.hasPrefix("reference-") {
      let tree = try JSONSerialization.jsonObject(with: Data(TestFiles.bytes("Cases/working/\(name)")))
      for mutant in mutants.some(Self.count(6), of: tree) {
        let text = try Self.text(mutant)
        samples.append(Sample(name: "\(name) changed", text: text, plugins: plugins, containerd: "1.7.34"))
      }
    }
    #expect(samples.count > 100)
    try await compare(samples, .conflist, .draft2020)
  }

  /// Holds both sides against each other, for each sample.
  private func compare(_ samples: [Sample], _ kind: DocumentSchema, _ draft: Draft) async throws {
    try await withScratch { scratch in
      var oracle = SchemaOracle(scratch)
      var judged: [(Sample, Judgement)] = []
      for sample in samples {
        guard let input = InputKind(rawValue: kind.rawValue) else { continue }
        let target = TargetOverrides(containerd: sample.containerd, plugins: sample.plugins)
        let judgement = Judgement(of: sample.text, as: input, for: target, beside: sample.beside)
        guard judgement.isReadable else { continue }
        try oracle.ask(sample.text, is: kind, plugins: sample.plugins, draft: draft)
        judged.append((sample, judgement))
      }
      let answers = try oracle.run()
      #expect(answers.count == judged.count)
      for ((sample, judgement), answer) in zip(judged, answers) {
        guard let places = answer else { continue }
        let disagreement = judgement.disagreement(
          with: places, isReleased: sample.plugins != nil, isWhole: !sample.isDescribedElsewhere)
        #expect(
          disagreement == nil, "\(sample.name), \(sample.plugins.map { "\($0)" } ?? "any release"):\n\(sample.text)")
      }
    }
  }

  /// How many mutants a document has: some, or with CNIGEN_MUTANTS so many times more.
  private static func count(_ few: Int) -> Int {
    few * (ProcessInfo.processInfo.environment["CNIGEN_MUTANTS"].flatMap { Int($0) } ?? 1)
  }
}
