/// Facts about containerd that belong to no single release: its config, its CNI folder, what it hands to plugins.
package enum Containerd {}

extension Catalogue {
  /// The release lines of containerd, oldest first; a line is made when it is first asked for.
  private static let lines: [(name: String, line: @Sendable () -> ContainerdLine)] = [
    ("1.3", { .line13 }),
    ("1.4", { .line14 }),
    ("1.5", { .line15 }),
    ("1.6", { .line16 }),
    ("1.7", { .line17 }),
    ("2.0", { .line20 }),
    ("2.1", { .line21 }),
    ("2.2", { .line22 }),
    ("2.3", { .line23 }),
    ("2.4", { .line24 }),
  ]

  /// The names of the lines, oldest first.
  package static var containerdLineNames: [String] { lines.map(\.name) }

  /// The line of a name such as `1.6`.
  package static func containerdLine(named name: String) -> ContainerdLine? {
    lines.first { $0.name == name }?.line()
  }

  /// All lines, oldest first.
  package static var containerdLines: [ContainerdLine] { lines.map { $0.line() } }
}
