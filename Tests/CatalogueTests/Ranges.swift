import Catalogue
import NetworkTypes

/// The ways in which the facts write ranges of releases, turned into spans.
enum Ranges {
  /// The span in front of a rule, `[0.8.3..]` or `[1.3.0..1.7.1]`.
  static func ofRule(_ rule: String) throws -> ReleaseSpan {
    guard rule.hasPrefix("["), let end = rule.firstIndex(of: "]") else {
      throw Fact.Missing(description: "no range in front of: \(rule)")
    }
    return try span(String(rule[rule.index(after: rule.startIndex)..<end]))
  }

  /// `1.3.0..1.7.1`, `0.8.3..` or a single version.
  static func span(_ text: String) throws -> ReleaseSpan {
    guard let dots = text.ranges(of: "..").first else { return .only(try version(text)) }
    let until = text[dots.upperBound...]
    return ReleaseSpan(
      since: try version(String(text[..<dots.lowerBound])), until: until.isEmpty ? nil : try version(String(until)))
  }

  /// The span of a fact's `since` and `until`.
  static func span(of fact: Fact) throws -> ReleaseSpan {
    ReleaseSpan(
      since: try fact["since"].map { try version($0.text) }, until: try fact["until"].map { try version($0.text) })
  }

  /// Releases of containerd, by several ranges with commas between them: `1.3.0..1.6.31, 1.7.17+, 2.x`.
  ///
  /// Of several a `+` ends with its line where the major version is 1: fixes were carried back to lines one by one.
  static func containerd(_ text: String) throws -> [ReleaseSpan] {
    if text.hasSuffix("(1.x)") { return try containerd("1.x") }
    var bare = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if depth == 0 { bare.append(character) }
      if character == ")" { depth -= 1 }
    }
    let parts = bare.split(separator: ",").map { trimmed(String($0)) }
    return try parts.map { try containerdPart($0, isAlone: parts.count == 1) }
  }

  private static func containerdPart(_ part: String, isAlone: Bool) throws -> ReleaseSpan {
    if part.hasSuffix(" and older") { return .until(try version(String(part.dropLast(10)))) }
    if part == "1.x" { return .from("1.3", to: "1.7") }
    if part.hasSuffix(".x") { return .since(try version(part.replacing(".x", with: ".0"))) }
    if part.hasSuffix("+") {
      let since = try version(String(part.dropLast()))
      return isAlone || since.numbers[0] > 1 ? .since(since) : .from(since, to: try version(since.line))
    }
    return try span(part)
  }

  /// Releases of libcni, nerdctl or go-cni: `v0.5.0-v0.6.0`, `0.5-0.11.1`, `v1.0.0_and_up`, `v1.3.0`.
  static func hyphened(_ text: String) throws -> ReleaseSpan {
    let parts = text.replacing("_and_up", with: "").split(separator: "-").map {
      $0.hasPrefix("v") ? $0.dropFirst() : $0
    }
    guard let first = parts.first, parts.count <= 2 else { throw Fact.Missing(description: "no range: \(text)") }
    if text.hasSuffix("_and_up") { return .since(try version(String(first))) }
    return parts.count == 1
      ? .only(try version(String(first))) : .from(try version(String(first)), to: try version(String(parts[1])))
  }

  /// A version, with or without a `v` in front.
  static func version(_ text: String) throws -> Version {
    let bare = text.hasPrefix("v") ? String(text.dropFirst()) : text
    guard let version = Version(bare) else { throw Fact.Missing(description: "no version: \(text)") }
    return version
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// The releases of libcni proper from the first that knows lists; the facts name no others.
let libcniReleases: [Version] = [
  "0.5.0", "0.5.1", "0.5.2", "0.6.0", "0.7.0", "0.7.1", "0.8.0", "0.8.1", "1.0.0", "1.0.1", "1.1.0", "1.1.1", "1.1.2",
  "1.2.0", "1.2.1", "1.2.2", "1.2.3", "1.3.0",
]

/// Every catalogued release of containerd.
var containerdReleases: [ContainerdRelease] { Catalogue.containerdLines.flatMap(\.releases) }
