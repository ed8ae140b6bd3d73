package import NetworkTypes

/// The releases in which something holds, first and last one included.
///
/// A bound of two numbers stands for a whole release line: `.from("1.6.22", to: "1.6")` ends with the last 1.6, those
/// included that are yet to come.
package struct ReleaseSpan: Sendable, Hashable {
  /// The first release; `nil` for "as far back as the catalogue goes".
  package let since: Version?
  /// The last release; `nil` for "to this day".
  package let until: Version?

  package init(since: Version? = nil, until: Version? = nil) {
    self.since = since
    self.until = until
  }

  /// Every release.
  package static let always = ReleaseSpan()

  /// From a release on.
  package static func since(_ version: Version) -> ReleaseSpan { ReleaseSpan(since: version) }

  /// Up to a release, itself included.
  package static func until(_ version: Version) -> ReleaseSpan { ReleaseSpan(until: version) }

  /// From one release to another, both included.
  package static func from(_ first: Version, to last: Version) -> ReleaseSpan {
    ReleaseSpan(since: first, until: last)
  }

  /// A single release, or a single line.
  package static func only(_ version: Version) -> ReleaseSpan { ReleaseSpan(since: version, until: version) }

  /// Whether it holds in a release.
  package func contains(_ version: Version) -> Bool { !isAhead(of: version) && !isOver(at: version) }

  /// Whether a release is older than the first one.
  package func isAhead(of version: Version) -> Bool {
    guard let since else { return false }
    return since.isComplete ? version < since : Self.isOlderLine(version, than: since)
  }

  /// Whether a release is younger than the last one.
  package func isOver(at version: Version) -> Bool {
    guard let until else { return false }
    return until.isComplete ? version > until : Self.isOlderLine(until, than: version)
  }

  /// Compares the first two numbers alone, so that a pre-release counts to its line.
  private static func isOlderLine(_ left: Version, than right: Version) -> Bool {
    (left.numbers[0], left.numbers[1]) < (right.numbers[0], right.numbers[1])
  }
}

extension ReleaseSpan: CustomStringConvertible {
  /// In words, for explanations: `1.1.0 and later`, `1.5.0 to 1.5.1`, `1.6.22 to 1.6.x`, `up to 0.9.1`,
  /// `every release`.
  package var description: String {
    switch (since.map(Self.text), until.map(Self.text)) {
    case (nil, nil): "every release"
    case (let since?, nil): "\(since) and later"
    case (nil, let until?): "up to \(until)"
    case (let since?, let until?): since == until ? since : "\(since) to \(until)"
    }
  }

  private static func text(_ bound: Version) -> String { bound.isComplete ? "\(bound)" : "\(bound).x" }
}

extension Sequence<ReleaseSpan> {
  /// Whether any of the spans holds in a release.
  package func contain(_ version: Version) -> Bool { contains { $0.contains(version) } }
}
