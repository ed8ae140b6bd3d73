import CNIModel
import Catalogue
import Diagnostics

/// Holds the keys of a plugin against each other.
struct KeyComparison {
  private let pair: PluginPair
  private var found: [KeyDifference] = []

  /// Every key whose text or meaning is another one. Ranges and routes are none of them: they are compared by what they
  /// hold.
  static func differences(_ pair: PluginPair) -> [KeyDifference] {
    var comparison = KeyComparison(pair: pair)
    comparison.compare(pair.old.value, pair.new.value, Owner(pair), path: pair.path, prefix: "")
    if pair.keepsIPAM, let old = pair.old.ipam, let new = pair.new.ipam {
      comparison.compare(old.value, new.value, Owner(old, new), path: "\(pair.path).ipam", prefix: "")
    }
    return comparison.found
  }

  private init(pair: PluginPair) { self.pair = pair }

  /// The plugin that reads some keys.
  private struct Owner {
    let type: String
    let oldFacts: PluginFacts?
    let newFacts: PluginFacts?
    let word: (String) -> String
    let isIPAM: Bool

    init(_ pair: PluginPair) {
      type = pair.type
      oldFacts = pair.old.facts
      newFacts = pair.new.facts
      let plugin = pair.new
      word = { plugin.word($0) }
      isIPAM = false
    }

    init(_ old: IPAM, _ new: IPAM) {
      type = new.type
      oldFacts = old.facts
      newFacts = new.facts
      word = { new.word($0) }
      isIPAM = true
    }

    /// Keys that are looked at elsewhere, or that the runtime writes.
    func skips(_ name: String) -> Bool {
      switch name.lowercased() {
      case "type", "cniversion", "name", "prevresult": true
      case "ipam": !isIPAM
      case "ranges", "subnet", "rangestart", "rangeend", "gateway": isIPAM && type == "host-local"
      case "routes": isIPAM
      case "datadir": isIPAM && type == "host-local"
      default: false
      }
    }
  }

  private mutating func compare(_ old: Value, _ new: Value, _ owner: Owner, path: String, prefix: String) {
    var names: [String] = []
    for member in (old.object ?? []) + (new.object ?? []) {
      let isKnown = names.contains { $0.lowercased() == member.name.lowercased() }
      if !isKnown, !(prefix.isEmpty && owner.skips(member.name)) { names.append(member.name) }
    }
    if prefix.isEmpty { names += movedDefaults(owner, beside: names) }
    for name in names {
      // Of names that differ in case alone the catalogue's is shown.
      let facts = facts(of: name, owner)
      let shown = prefix.isEmpty ? facts?.name ?? name : name
      let before = old.memberIgnoringCase(name)
      let after = new.memberIgnoringCase(name)
      if prefix.isEmpty, Self.isTaken(apart: shown, owner.type) {
        let empty = Value(.object([]), at: old.range)
        compare(
          before?.value ?? empty, after?.value ?? empty, owner, path: "\(path).\(shown)", prefix: "\(shown).")
        continue
      }
      add(
        before, after, owner, facts: facts, name: prefix + shown, path: "\(path).\(shown)",
        places: (before?.value.range, after?.value.range))
    }
  }

  /// Keys that nobody writes, and that mean something else in the new release.
  private func movedDefaults(_ owner: Owner, beside names: [String]) -> [String] {
    (owner.newFacts?.keys ?? []).filter { facts in
      facts.changes.contains { $0.absent != nil } && !owner.skips(facts.name)
        && !names.contains { $0.lowercased() == facts.name.lowercased() }
    }.map(\.name)
  }

  /// Objects whose members mean something by themselves.
  private static func isTaken(apart name: String, _ type: String) -> Bool {
    name == "capabilities" || name == "dns" || (name == "sysctl" && type == "tuning")
  }

  private func facts(of name: String, _ owner: Owner) -> KeyFacts? {
    let keys = (owner.newFacts?.keys ?? []) + (owner.oldFacts?.keys ?? []) + CommonKeys.all
    return keys.first { $0.name.lowercased() == name.lowercased() }
  }

  private mutating func add(
    _ before: Value.Member?, _ after: Value.Member?, _ owner: Owner, facts: KeyFacts?, name: String, path: String,
    places: (SourceRange?, SourceRange?)
  ) {
    let isReadBefore = isRead(name, facts, owner.oldFacts, owner, pair.oldTarget)
    let isReadAfter = isRead(name, facts, owner.newFacts, owner, pair.newTarget)
    let oldMeaning = meaning(before?.value, facts, isReadBefore, owner, pair.oldTarget)
    let newMeaning = meaning(after?.value, facts, isReadAfter, owner, pair.newTarget)
    let difference = KeyDifference(
      pair: pair, type: owner.type, name: name, facts: facts, path: path,
      word: facts.flatMap { owner.word($0.name) == $0.name ? nil : owner.word($0.name) },
      old: before?.value, new: after?.value, oldMeaning: oldMeaning, newMeaning: newMeaning,
      isReadBefore: isReadBefore, isReadAfter: isReadAfter, oldPlace: places.0, newPlace: places.1)
    if !difference.meansTheSame || !difference.isWrittenAlike { found.append(difference) }
  }

  /// Whether the release of a side reads a key. What nobody knows, a plugin of others reads for all we know.
  private func isRead(
    _ name: String, _ facts: KeyFacts?, _ plugin: PluginFacts?, _ owner: Owner, _ target: Target
  ) -> Bool {
    guard let plugin else { return true }
    let release = target.release(of: owner.type).version
    if name.hasPrefix("capabilities.") {
      let capability = String(name.dropFirst("capabilities.".count))
      let ipam = pair.new.ipam?.facts ?? pair.old.ipam?.facts
      return plugin.reads(capability: capability, in: release)
        || ipam?.reads(capability: capability, in: release) ?? (pair.new.ipam != nil)
    }
    if name.contains(".") { return true }
    return facts?.span.contains(release) ?? !plugin.isReference
  }

  /// What a release makes of a value.
  private func meaning(
    _ value: Value?, _ facts: KeyFacts?, _ isRead: Bool, _ owner: Owner, _ target: Target
  ) -> String {
    let text = isRead ? CanonicalText.of(value) : ""
    let isInner = facts.map { $0.type == .object || $0.name == "capabilities" || $0.name == "sysctl" } ?? true
    if isInner { return text == "false" ? "" : text }
    guard let facts, text.isEmpty else { return Self.isZero(text) && facts?.absentJSON == nil ? "" : text }
    let absent = facts.absent(in: target.release(of: owner.type).version)
    guard facts.absentJSON != nil else { return "" }
    return absent
  }

  private static func isZero(_ text: String) -> Bool { text == "false" || text == "0" }
}
