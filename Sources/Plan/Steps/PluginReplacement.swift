import CNIModel
import Catalogue
import Difference
import NetworkTypes

/// Plugins that are replaced by those of one release.
struct PluginReplacement: Sendable, Equatable {
  let release: Version
  /// What there is before it: one release, or several for single plugins.
  let old: [Version]
  /// The plugins, where they are single ones; empty for all that the release has.
  var only: [String] = []
  /// Of all, those that a node has from another release, and keeps.
  var except: [String] = []

  /// All that have to be replaced from a state to another: the release of most, then those of single plugins.
  static func all(from old: NodeState, to new: NodeState) -> [PluginReplacement] {
    let (before, after) = (old.target, new.target)
    let pinned = after.overrides.keys.filter { after.release(of: $0).version != after.plugins.version }.sorted()
    var found: [PluginReplacement] = []
    if before.plugins.version != after.plugins.version {
      found.append(
        PluginReplacement(release: after.plugins.version, old: [before.plugins.version], except: pinned))
    }
    // What the release of all brings along needs nothing more.
    let single = Set(before.overrides.keys).union(pinned).filter { type in
      before.release(of: type).version != after.release(of: type).version
        && (found.isEmpty || pinned.contains(type))
    }
    for release in Set(single.map { after.release(of: $0).version }).sorted() {
      let types = single.filter { after.release(of: $0).version == release }.sorted()
      let releases = Set(types.map { before.release(of: $0).version }).sorted()
      found.append(PluginReplacement(release: release, old: releases, only: types))
    }
    return found
  }

  /// What is replaced, in words: `the plugins: 1.1.1 by 1.7.1`, `host-local: 1.7.1 by 1.6.2`.
  var words: String {
    let what = only.isEmpty ? "the plugins" : only.joined(separator: ", ")
    let rest = except.isEmpty ? "" : " but \(except.joined(separator: ", "))"
    return "\(what)\(rest): \(old.map { "\($0)" }.joined(separator: ", ")) by \(release)"
  }

  /// The command that moves them from a folder with the whole release to their place, and takes the folder away.
  ///
  /// - Parameters:
  ///   - room: the folder, as a word of a shell.
  ///   - place: the folder of plugins, as a word of a shell.
  func moving(from room: String, to place: String) -> String {
    let inRoom = { (types: [String]) in types.map { "\(room)/\(ShellWord.quoted($0))" }.joined(separator: " ") }
    guard only.isEmpty else { return "mv -f \(inRoom(only)) \(place)/ && rm -r \(room)" }
    let move = "mv -f \(room)/* \(place)/ && rmdir \(room)"
    return except.isEmpty ? move : "rm -f \(inRoom(except)) && \(move)"
  }
}
