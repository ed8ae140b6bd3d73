import Catalogue
import Emission
import NetworkTypes

/// How keys are called where a schema is for.
enum Naming {
  /// The plain words of intents.
  case words
  /// CNI's own names.
  case names

  func name(of key: KeyFacts) -> String {
    switch self {
    case .words: key.word
    case .names: key.name
    }
  }
}

/// What a schema tells people about a key: title, description, default, examples, and whether it is on its way out.
enum KeyWords {
  static func notes(on key: KeyFacts, _ naming: Naming, draft: Draft, release: Version?) -> [JSON.Member] {
    var notes = [JSON.Member("title", .string(naming.name(of: key)))]
    notes.append(JSON.Member("description", .string(description(of: key, naming))))
    if let value = defaultValue(of: key, in: release) { notes.append(JSON.Member("default", value)) }
    let examples = examples(of: key)
    if !examples.isEmpty { notes.append(JSON.Member("examples", .array(examples.map { .string($0) }))) }
    if let reason = deprecation(of: key) {
      notes.append(JSON.Member("deprecated", .bool(true)))
      // The word that editors read in draft 7.
      if draft == .draft7 { notes.append(JSON.Member("deprecationMessage", .string(reason))) }
    }
    return notes
  }

  private static func description(of key: KeyFacts, _ naming: Naming) -> String {
    var sentences = [key.summary]
    switch naming {
    case .words where key.word != key.name: sentences.append("CNI calls it \(key.name)")
    case .names where key.word != key.name: sentences.append("profiles call it \(key.word)")
    default: break
    }
    if !key.constraint.isEmpty { sentences.append(key.constraint) }
    if !key.absent.isEmpty, key.absentJSON == nil { sentences.append("without it: \(key.absent)") }
    if let since = key.span.since, since > "0.6.0" { sentences.append("since plugins \(since)") }
    if let until = key.span.until { sentences.append("up to plugins \(until)") }
    sentences += key.changes.map { "plugins \($0.span): \($0.what)" }
    if !key.instead.isEmpty { sentences.append("write \(key.instead) instead") }
    return sentences.map(sentence).joined(separator: " ")
  }

  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

  /// What an absent key means, where that is one JSON value.
  private static func defaultValue(of key: KeyFacts, in release: Version?) -> JSON? {
    let absent = release.map { key.absent(in: $0) } ?? key.absent
    if absent == "true" || absent == "false" { return .bool(absent == "true") }
    if Int(absent) != nil { return .number(absent) }
    guard absent.count >= 2, absent.hasPrefix("\""), absent.hasSuffix("\"") else { return nil }
    return .string(String(absent.dropFirst().dropLast()))
  }

  private static func examples(of key: KeyFacts) -> [String] {
    guard key.values.isEmpty else { return [] }
    return switch key.type {
    case .cidr: ["10.88.0.0/16", "fd00:10:88::/64"]
    case .address: ["10.88.0.1"]
    case .addressWithPrefix: ["10.1.2.3/24"]
    case .mac: ["02:11:22:33:44:55"]
    case .interface: ["eth0"]
    default: []
    }
  }

  private static func deprecation(of key: KeyFacts) -> String? {
    if !key.instead.isEmpty { return "write \(key.instead) instead" }
    return key.span.until.map { "no release after plugins \($0) reads it" }
  }
}
