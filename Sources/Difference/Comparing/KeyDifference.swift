import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// A key of a plugin, or of its IPAM plugin, that means something else than before.
struct KeyDifference: Sendable {
  /// The plugin of the chain that the key belongs to.
  let pair: PluginPair
  /// The plugin that reads it: that of the chain, or its IPAM plugin.
  let type: String
  /// CNI's name, below an object with a dot: `mtu`, `dns.search`, `capabilities.portMappings`.
  let name: String
  /// What the catalogue knows of it.
  let facts: KeyFacts?
  /// CNI's path, and the author's word for the key.
  let path: String
  let word: String?
  let old: Value?
  let new: Value?
  /// What the releases make of it, as canonical text: the default where it is absent or not read.
  let oldMeaning: String
  let newMeaning: String
  let isReadBefore: Bool
  let isReadAfter: Bool
  /// Where the value stands, or where it would.
  let oldPlace: SourceRange?
  let newPlace: SourceRange?

  /// Whether the file says the same as before.
  var isWrittenAlike: Bool { CanonicalText.of(old) == CanonicalText.of(new) }

  /// Whether it means the same as before.
  var meansTheSame: Bool { oldMeaning == newMeaning }

  /// Whether a flag is on from now on.
  var isOn: Bool { newMeaning == "true" }

  /// The release that reads the key from now on, and the one before.
  var newRelease: Version { pair.newTarget.release(of: type).version }
  var oldRelease: Version { pair.oldTarget.release(of: type).version }

  /// What a value means in words: as it is written, or what stands in for it.
  private func shown(_ value: Value?, _ meaning: String) -> String? {
    if let value { return CanonicalText.shown(value) }
    return meaning.isEmpty ? nil : "\(meaning) (not set)"
  }

  /// The change, judged.
  func found(_ verdict: ChangeKind.Verdict, network: String) -> Found {
    Found(
      path, word: word, network: network, old: shown(old, oldMeaning).map { Found.Located($0, at: oldPlace) },
      new: shown(new, newMeaning).map { Found.Located($0, at: newPlace) }, verdict.effect, verdict.reason,
      help: verdict.help)
  }
}
