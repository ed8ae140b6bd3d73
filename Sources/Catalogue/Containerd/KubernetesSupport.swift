package import NetworkTypes

/// Which containerd a Kubernetes version asks for, as containerd's release page says.
package enum KubernetesSupport {
  /// What the page says of one Kubernetes minor version.
  package struct Row: Sendable, Hashable {
    /// The Kubernetes minor version, `1.29`.
    package let kubernetes: Version
    /// The first fit release of each containerd line that the page names, newest line first.
    package let minimums: [Version]
    /// The versions of the CRI API that it can speak with such a release.
    package let cri: [CRIAPI]
    /// The last day on which the page had the row, as `yyyy-mm-dd`; `nil` while it still has it.
    package let lastSeen: String?
    /// What the row asked for before, where it changed.
    package let earlier: [Version]

    package init(
      _ kubernetes: Version, _ minimums: [Version], cri: [CRIAPI], lastSeen: String? = nil, earlier: [Version] = []
    ) {
      self.kubernetes = kubernetes
      self.minimums = minimums
      self.cri = cri
      self.lastSeen = lastSeen
      self.earlier = earlier
    }

    /// The first fit release of a containerd line, `1.7`; `nil` where the page does not name the line.
    package func minimum(inLine line: String) -> Version? { minimums.first { $0.line == line } }

    /// How a containerd release stands to the row.
    package func verdict(on containerd: Version) -> Verdict {
      guard let minimum = minimum(inLine: containerd.line) else { return .lineNotNamed }
      return containerd >= minimum ? .supported : .tooOld(minimum: minimum)
    }
  }

  /// How a containerd release stands to a row.
  package enum Verdict: Sendable, Hashable {
    case supported
    /// An older patch release than the first fit one of its line.
    case tooOld(minimum: Version)
    /// The page does not pair the two: the line is too old, or younger than the row.
    case lineNotNamed
  }

  /// A line that the page lists as out of support, with what it once fitted; in the page's words.
  package struct DeprecatedLine: Sendable, Hashable {
    package let containerd: String
    package let kubernetes: String
    package let cri: String

    package init(_ containerd: String, kubernetes: String, cri: String) {
      self.containerd = containerd
      self.kubernetes = kubernetes
      self.cri = cri
    }
  }

  /// The row of a Kubernetes version, whatever its patch number.
  package static func row(for kubernetes: Version) -> Row? { rows.first { $0.kubernetes.line == kubernetes.line } }

  /// Rows by Kubernetes version, oldest first.
  package static let rows: [Row] = [
    Row("1.20", ["1.5.0"], cri: [.v1alpha2], lastSeen: "2023-03-09"),
    Row("1.21", ["1.5.0"], cri: [.v1alpha2], lastSeen: "2023-03-09"),
    Row("1.22", ["1.5.5"], cri: [.v1alpha2], lastSeen: "2023-03-09"),
    Row("1.23", ["1.6.0", "1.5.8"], cri: [.v1, .v1alpha2], lastSeen: "2023-03-09"),
    Row("1.24", ["1.7.0", "1.6.4"], cri: [.v1, .v1alpha2], lastSeen: "2024-02-27", earlier: ["1.6.4", "1.5.11"]),
    Row("1.25", ["1.7.0", "1.6.4"], cri: [.v1, .v1alpha2], lastSeen: "2024-02-27", earlier: ["1.6.4", "1.5.11"]),
    Row("1.26", ["1.7.0", "1.6.15"], cri: [.v1], lastSeen: "2024-09-03"),
    Row("1.27", ["1.7.0", "1.6.15"], cri: [.v1], lastSeen: "2024-09-03"),
    Row("1.28", ["1.7.0", "1.6.15"], cri: [.v1], lastSeen: "2024-09-03"),
    Row("1.29", ["1.7.11", "1.6.27"], cri: [.v1], lastSeen: "2025-04-24"),
    Row("1.30", ["2.1.0", "2.0.0", "1.7.13", "1.6.28"], cri: [.v1], lastSeen: "2025-09-12"),
    Row("1.31", ["2.1.0", "2.0.0", "1.7.20", "1.6.34"], cri: [.v1], lastSeen: "2025-12-17"),
    Row("1.32", ["2.1.0", "2.0.1", "1.7.24", "1.6.36"], cri: [.v1]),
    Row("1.33", ["2.1.0", "2.0.4", "1.7.24", "1.6.36"], cri: [.v1]),
    Row("1.34", ["2.1.3", "2.0.6", "1.7.28", "1.6.39"], cri: [.v1]),
    Row("1.35", ["2.2.0", "2.1.5", "1.7.28"], cri: [.v1]),
    Row("1.36", ["2.3.0", "2.2.0"], cri: [.v1]),
  ]

  /// The lines that the page lists as out of support.
  package static let deprecatedLines: [DeprecatedLine] = [
    DeprecatedLine("1.0 (with cri-containerd)", kubernetes: "1.7, 1.8, 1.9", cri: "v1alpha1"),
    DeprecatedLine("1.1", kubernetes: "1.10+", cri: "v1alpha2"),
    DeprecatedLine("1.2", kubernetes: "1.10+", cri: "v1alpha2"),
    DeprecatedLine("1.3", kubernetes: "1.12+", cri: "v1alpha2"),
    DeprecatedLine("1.4", kubernetes: "1.19+", cri: "v1alpha2"),
    DeprecatedLine("1.5", kubernetes: "1.20+", cri: "v1 (1.23+), v1alpha2 (until 1.25)"),
    DeprecatedLine("1.6.15+, 1.7.0+", kubernetes: "1.26+", cri: "v1"),
  ]

  /// What limits the support of old lines.
  package static let notes: [String] = [
    "the extended support of 1.7, to September 2026, is for Kubernetes 1.30 to 1.32 on GKE",
    "the extended support of 2.0, to March 2027, is for Kubernetes 1.33 on GKE",
    "CRI v1alpha2 was removed in containerd 2.0",
  ]

  /// The steps in which containerd may be upgraded.
  package static let upgradePath =
    "one minor release after another, or from one long-term line to the next; 1.7 to 2.3 is supported"
}
