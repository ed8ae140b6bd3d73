import Catalogue
import NetworkTypes
import Testing

/// Which containerd a Kubernetes version asks for.
struct KubernetesTests {
  @Test("Every row is that of the facts")
  func rows() throws {
    let facts = try Fact.containerd().at("kubernetes_support").list
    #expect(facts.count == KubernetesSupport.rows.count)
    for fact in facts {
      let row = try #require(KubernetesSupport.row(for: try Ranges.version(fact.text("kubernetes"))))
      let name = "Kubernetes \(row.kubernetes)"
      #expect(try row.kubernetes.description == fact.text("kubernetes"))
      #expect(try row.minimums.map { "\($0)+" } == fact.at("containerd").texts, "\(name)")
      #expect(try row.cri.map(\.rawValue) == fact.at("cri").texts, "\(name)")
      #expect(try row.lastSeen ?? "current" == fact.text("last_seen"), "\(name)")
      #expect(try row.earlier.map { "\($0)+" } == fact["earlier"]?.texts ?? [], "\(name)")
      try expectVerdicts(of: row)
    }
  }

  private func expectVerdicts(of row: KubernetesSupport.Row) throws {
    for release in containerdReleases.map(\.version) {
      let minimum = row.minimums.first { $0.line == release.line }
      let verdict = row.verdict(on: release)
      switch minimum {
      case nil: #expect(verdict == .lineNotNamed)
      case let minimum?: #expect(verdict == (release < minimum ? .tooOld(minimum: minimum) : .supported))
      }
    }
  }

  @Test("A row is found by any patch release of its Kubernetes version")
  func lookup() {
    #expect(KubernetesSupport.row(for: "1.29.3")?.minimum(inLine: "1.6") == "1.6.27")
    #expect(KubernetesSupport.row(for: "1.29")?.verdict(on: "1.6.20") == .tooOld(minimum: "1.6.27"))
    #expect(KubernetesSupport.row(for: "1.29")?.verdict(on: "1.7.11") == .supported)
    #expect(KubernetesSupport.row(for: "1.29")?.verdict(on: "2.1.0") == .lineNotNamed)
    #expect(KubernetesSupport.row(for: "1.19") == nil)
  }

  @Test("Lines out of support, and the notes on them, are those of the facts")
  func deprecated() throws {
    let facts = try Fact.containerd().at("kubernetes_deprecated_lines").list
    #expect(
      try facts.map { [try $0.text("containerd"), try $0.text("kubernetes"), try $0.text("cri")] }
        == KubernetesSupport.deprecatedLines.map { [$0.containerd, $0.kubernetes, $0.cri] })
    let notes = KubernetesSupport.notes.joined(separator: " ")
    for word in ["1.30 to 1.32", "September 2026", "1.33", "March 2027", "v1alpha2", "2.0"] {
      #expect(notes.contains(word))
    }
    #expect(KubernetesSupport.upgradePath.contains("1.7 to 2.3"))
  }

  @Test("A runtime of a fit line speaks the API of its row")
  func api() throws {
    for row in KubernetesSupport.rows {
      for minimum in row.minimums {
        let line = try #require(Catalogue.containerdLine(minimum))
        #expect(!Set(line.criAPI).isDisjoint(with: row.cri), "\(row.kubernetes) on \(line.line)")
      }
    }
  }
}
