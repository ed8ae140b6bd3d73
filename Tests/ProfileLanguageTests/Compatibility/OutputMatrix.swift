import ArtifactIO
import Compilation
import Diagnostics
import NetworkTypes
import ProfileLanguage

/// What one profile becomes for many targets, as a page of sums: a line for each line of containerd, its newest release,
/// with the releases of the plugins beside it. Targets with the same answer stand together.
struct OutputMatrix {
  /// Releases of the plugins at which something moved: the lists of spec versions, defaults, keys.
  static let plugins = ["0.6.0", "0.8.7", "0.9.1", "1.0.1", "1.1.1", "1.4.1", "1.5.1", "1.6.2", "1.7.1", "1.9.1"]

  /// A late release of each line of containerd. Written out, so that a release more in the catalogue moves no sum.
  static let containerds = [
    "1.3.10", "1.4.13", "1.5.18", "1.6.39", "1.7.34", "2.0.11", "2.1.9", "2.2.7", "2.3.4", "2.4.0-beta.0",
  ]

  /// The first half of the sum of all files with their names, or the rules of the errors that stand against them.
  static func answer(to text: String, containerd: Version, plugins: Version) -> String {
    let compiled = Compiled(text, overrides: TargetOverrides(containerd: containerd, plugins: plugins))
    guard !compiled.bag.hasErrors else {
      return "refused: " + Set(compiled.errors).sorted().joined(separator: " ")
    }
    let files = compiled.targets.flatMap(\.files).sorted { $0.name < $1.name }
    return sum(files.flatMap { Array("\($0.name)\n".utf8) + $0.bytes })
  }

  /// 12 digits tell a change apart from none, and leave a line that a person can read.
  static func sum(_ bytes: [UInt8]) -> String { String(SHA256.hex(bytes).prefix(12)) }

  /// The page of a profile.
  static func page(
    of name: String, plugins: [String] = plugins, _ answer: (Version, Version) throws -> String
  ) rethrows -> String {
    var rows: [(first: Version, last: Version, cells: String)] = []
    for containerd in containerds.compactMap(Version.init) {
      var runs: [(first: String, last: String, answer: String)] = []
      for plugins in plugins.compactMap(Version.init) {
        let given = try answer(containerd, plugins)
        if let last = runs.last, last.answer == given {
          runs[runs.count - 1].last = "\(plugins)"
        } else {
          runs.append(("\(plugins)", "\(plugins)", given))
        }
      }
      let cells = runs.map { "    plugins \(span($0.first, $0.last)): \($0.answer)\n" }.joined()
      if let last = rows.last, last.cells == cells {
        rows[rows.count - 1].last = containerd
      } else {
        rows.append((containerd, containerd, cells))
      }
    }
    return "\(name)\n" + rows.map { "  containerd \(span("\($0.first)", "\($0.last)"))\n\($0.cells)" }.joined()
  }

  private static func span(_ first: String, _ last: String) -> String { first == last ? first : "\(first)…\(last)" }
}
