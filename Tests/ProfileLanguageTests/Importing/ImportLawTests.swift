import Diagnostics
import Foundation
import TestSupport
import Testing

/// The law of `import`: what is built from an imported file is the file, or it is said what differs.
@Suite struct ImportLawTests {
  /// A file and the releases that it is meant for.
  struct Sample {
    let name: String
    let text: String
    var plugins: String? = "1.1.1"
    var containerd: String? = "1.6.20"
  }

  @Test func holdsForEveryCaseFile() async throws {
    var samples: [Sample] = []
    let rows = try TSV(TestFiles.text("Cases/traps/expected.tsv")).rows
    for row in rows {
      for half in ["bad", "good"] {
        let name = "\(try row.cell("id")).\(half).conflist"
        samples.append(
          Sample(
            name: name, text: try TestFiles.text("Cases/traps/\(name)"), plugins: try row.cell("plugins"),
            containerd: try row.cell("containerd")))
      }
    }
    for folder in ["reference", "working", "libcni"] {
      for name in try TestFiles.names(in: "Cases/\(folder)") where !name.hasSuffix(".tsv") {
        guard let text = try? TestFiles.text("Cases/\(folder)/\(name)") else { continue }
        samples.append(Sample(name: name, text: text))
      }
    }
    let told = try await check(samples)
    #expect(samples.count > 600)
    #expect(told.sound > 250, "\(told)")
    #expect(told.equal > 400, "\(told)")
  }

  @Test func holdsForGeneratedConfigurations() async throws {
    let generated = (0..<500).map { GeneratedConfiguration(seed: UInt64($0)) }
    let told = try await check(
      generated.map { Sample(name: $0.name, text: $0.text, plugins: $0.plugins, containerd: $0.containerd) })
    #expect(told.sound > 100, "\(told)")
    #expect(told.byIntent > 150, "\(told)")
    #expect(told.different > 50, "\(told)")
  }

  /// How many files there were of each sort.
  struct Told {
    var sound = 0
    var equal = 0
    var different = 0
    /// Profiles that build refuses, for what was wrong with the file.
    var refused = 0
    /// Profiles of which import says that build cannot read them.
    var unreadable = 0
    var byIntent = 0
  }

  private func check(_ samples: [Sample]) async throws -> Told {
    var told = Told()
    var circles: [Circle] = []
    var cases: [Comparison.Case] = []
    for sample in samples {
      let circle = try Circle(
        [(sample.name, sample.text)], plugins: sample.plugins, containerd: sample.containerd)
      if circle.profile.isEmpty {
        // Nothing could be made of it: the check has said why.
        #expect(!circle.isSound, "\(sample.name) was left out without a word")
        continue
      }
      if circle.isSound { told.sound += 1 }
      if !circle.profile.contains("\n  plugins:\n") { told.byIntent += 1 }
      let isUnreadable = circle.said.contains { $0.rule == "import-not-buildable" }
      if circle.building.hasErrors {
        told.refused += 1
        // What build refuses is what the check of the file has found, or import has said that it will.
        let new = circle.building.diagnostics.filter { error in
          error.severity == .error && !circle.findings.contains { $0.rule == error.rule && $0.severity == .error }
        }
        // A fault that was mended or left out can leave another one behind.
        let isMended = !circle.isSound && circle.said.contains { $0.rule != "import-added" }
        #expect(isUnreadable || isMended || new.isEmpty, "\(sample.name): \(new)\n\(circle.profile)")
      }
      guard !isUnreadable, let list = circle.lists.first else {
        told.unreadable += 1
        continue
      }
      circles.append(circle)
      cases.append(
        Comparison.Case(
          name: sample.name, form: circle.isSinglePlugin ? "conf" : "json", before: sample.text, after: list,
          profile: circle.profile))
    }
    for (verdict, circle) in zip(try await Comparison.run(cases), circles) {
      judge(verdict, circle, &told)
    }
    return told
  }

  private func judge(_ verdict: Comparison.Verdict, _ circle: Circle, _ told: inout Told) {
    let name = verdict.name
    guard verdict.trouble.isEmpty else {
      // What Python's strict reader does not take has been reported as a fault of syntax.
      #expect(circle.findings.contains { $0.rule.hasPrefix("json-") }, "\(name): \(verdict.trouble)\n\(circle.profile)")
      return
    }
    if verdict.differences.isEmpty { told.equal += 1 } else { told.different += 1 }
    for difference in verdict.differences {
      #expect(circle.tells(difference), "\(name): \(difference) is not said\n\(circle.said)\n\(circle.profile)")
      #expect(circle.comments.contains(difference.key), "\(name): no comment on \(difference)\n\(circle.profile)")
      // A sound list differs at its top alone, in what a profile has no place for.
      let isAtTop = !circle.isSinglePlugin && difference.pointer.utf8.count { $0 == UInt8(ascii: "/") } == 1
      #expect(!circle.isSound || isAtTop, "\(name) is sound and differs: \(difference)\n\(circle.profile)")
    }
  }
}

extension Circle {
  /// Whether the file was taken for a single plugin.
  fileprivate var isSinglePlugin: Bool { said.contains { $0.message.contains("holds a single plugin") } }

  /// The comments of the profile, each line of them without its mark.
  fileprivate var comments: String {
    profile.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("#") }.joined(separator: "\n")
  }

  /// Whether a warning names a difference at its place, or at one that holds it.
  fileprivate func tells(_ difference: Comparison.Difference) -> Bool {
    said.contains { said in
      switch (difference.kind, said.rule) {
      case ("added", "import-added"): said.message.hasPrefix("\(difference.key) is added")
      case ("added", "import-changed"): said.message.contains(" becomes \(difference.key): ")
      case ("lost", "import-lost"), ("changed", "import-changed"), ("lost", "import-changed"):
        said.pointer.map { difference.pointer == $0 || difference.pointer.hasPrefix("\($0)/") } ?? false
      default: false
      }
    }
  }
}
