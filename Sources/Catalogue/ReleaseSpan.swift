package import NetworkTypes

/// The releases in which something holds, first and last one included.
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

  /// Whether it holds in a release.
  package func contains(_ version: Version) -> Bool {
    if let since, version < since { return false }
    if let until, version > until { return false }
    return true
  }

  /// Whether a release is older than the first one.
  package func isAhead(of version: Version) -> Bool { since.map { version < $0 } ?? false }

  /// Whether a release is younger than the last one.
  package func isOver(at version: Version) -> Bool { until.map { version > $0 } ?? false }
}

extension ReleaseSpan: CustomStringConvertible {
  /// In words, for explanations: `1.1.0 and later`, `1.5.0 to 1.5.1`, `up to 0.9.1`, `every release`.
  package var description: String {
    switch (since, until) {
    case (nil, nil): "every release"
    case (let since?, nil): "\(since) and later"
    case (nil, let until?): "up to \(until)"
    case (let since?, let until?): since == until ? "\(since)" : "\(since) to \(until)"
    }
  }
}
