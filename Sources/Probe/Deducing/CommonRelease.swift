import Catalogue
import NetworkTypes

/// The releases of plugins that lie in one folder. Whoever installs them installs them together, so of all that a
/// binary can be the release is likeliest that its neighbours can be, too.
enum CommonRelease {
  /// A release, and how many of the plugins it fits.
  struct Choice: Sendable, Equatable {
    let release: Version
    let fitting: Int
  }

  /// Chooses a release for each plugin out of those that it can be.
  ///
  /// The release that fits most plugins is theirs, of several the newest; then the rest is looked at in the same way.
  /// - Parameter candidates: what each plugin can be; a plugin that can be nothing gets nothing.
  static func choose(_ candidates: [[Version]]) -> [Choice?] {
    var choices = [Choice?](repeating: nil, count: candidates.count)
    var open = candidates.indices.filter { !candidates[$0].isEmpty }
    while !open.isEmpty {
      var best: Choice?
      for release in Set(open.flatMap { candidates[$0] }).sorted() {
        let count = open.count { candidates[$0].contains(release) }
        if count >= best?.fitting ?? 0 { best = Choice(release: release, fitting: count) }
      }
      guard let best else { break }
      for index in open where candidates[index].contains(best.release) { choices[index] = best }
      open.removeAll { candidates[$0].contains(best.release) }
    }
    return choices
  }
}
