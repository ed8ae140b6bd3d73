import Catalogue
import NetworkTypes
import Testing

/// Every known fault of containerd, by its id.
struct KnownIssueTests {
  @Test("Every fault of the facts is known, and no other")
  func ids() throws {
    let facts = try Fact.containerd().at("known_issues").list.map { try $0.text("id") }
    #expect(Set(facts) == Set(Catalogue.knownIssues.map(\.id)))
    #expect(Catalogue.knownIssues.count == facts.count)
    #expect(Catalogue.knownIssue("no-such-fault") == nil)
  }

  @Test("A fault affects the releases of the facts, out of all")
  func affected() throws {
    for fact in try Fact.containerd().at("known_issues").list {
      let id = try fact.text("id")
      let issue = try #require(Catalogue.knownIssue(id))
      let spans = try Self.spans(id: id, fact.text("affected"))
      for release in containerdReleases.map(\.version) {
        #expect(issue.affects(release) == spans.contain(release), "\(id) in \(release)")
        #expect(Catalogue.knownIssues(in: release).contains { $0.id == id } == spans.contain(release))
      }
    }
  }

  /// The ranges in what the facts say of a fault.
  private static func spans(id: String, _ text: String) throws -> [ReleaseSpan] {
    switch id {
    // These ranges stand in a sentence.
    case "debian-bin-dir": return [.always]
    case "template-partial-commit": return [.since("1.3.0")]
    case "spec-above-runtime": return [.from("1.3", to: "1.7")]
    default: return try Ranges.containerd(String(text.split(separator: " bundles")[0]))
    }
  }

  @Test("A fault shows the texts of the facts")
  func errors() throws {
    for fact in try Fact.containerd().at("known_issues").list {
      let issue = try #require(Catalogue.knownIssue(try fact.text("id")))
      let error = try fact["error"]?.text ?? ""
      let told = try error + "\n" + (fact["effect"]?.text ?? "")
      #expect(error.isEmpty || error.hasPrefix("none") || !issue.errors.isEmpty, "\(issue.id)")
      for text in issue.errors {
        #expect(told.contains(text.text), "\(issue.id): \(text.text)")
        #expect(containerdReleases.contains { text.span.contains($0.version) && issue.affects($0.version) })
      }
      if issue.errors.count == 1, !error.isEmpty, !error.contains(": failed to get network") {
        #expect(issue.errors[0].text == error, "\(issue.id)")
      }
    }
  }

  @Test("A fault tells what happens, what to do and what mended it")
  func words() throws {
    for fact in try Fact.containerd().at("known_issues").list {
      let issue = try #require(Catalogue.knownIssue(try fact.text("id")))
      #expect(!issue.effect.isEmpty && !issue.remedy.isEmpty, "\(issue.id)")
      if fact["with"] != nil { #expect(!issue.with.isEmpty, "\(issue.id)") }
      if fact["cause"] != nil { #expect(!issue.cause.isEmpty, "\(issue.id)") }
      let isMeasured = try ["run", "probe", "Debian"].contains { try fact.text("verified").hasPrefix($0) }
      #expect((issue.evidence == .measured) == isMeasured, "\(issue.id)")
      for word in try (fact["fixed"]?.text ?? "").split(whereSeparator: { " ,;:(".contains($0) }) {
        guard let version = Version(word), version.isComplete else { continue }
        #expect(issue.fixed.contains("\(version)"), "\(issue.id): \(version)")
      }
    }
  }

  @Test("No release that mended a fault has it")
  func fixed() {
    for issue in Catalogue.knownIssues {
      for word in issue.fixed.split(whereSeparator: { " ,;:()".contains($0) }) {
        guard let version = Version(word), Catalogue.containerdRelease(version) != nil else { continue }
        #expect(!issue.affects(version), "\(issue.id): \(version)")
      }
    }
  }
}
