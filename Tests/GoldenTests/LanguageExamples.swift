import TestSupport

/// A block of YAML in a page about the language, and what has to be written around it to try it.
struct LanguageExample: Sendable, CustomStringConvertible {
  /// The page, below `Tests`.
  let page: String
  /// Its place among the blocks of the page, from 1.
  let number: Int
  let text: String

  var description: String { "\(page), block \(number)" }

  /// All blocks of a page.
  static func all(in page: String) throws -> [LanguageExample] {
    let parts = try TestFiles.text(page).split(separator: "```yaml\n", omittingEmptySubsequences: false).dropFirst()
    return parts.enumerated().compactMap { index, part in
      let text = String(part.prefix(upTo: part.firstRange(of: "```")?.lowerBound ?? part.endIndex))
      // A line for an editor is a comment and nothing to build.
      let holdsMore = text.split(separator: "\n").contains { !$0.hasPrefix("#") }
      return holdsMore ? LanguageExample(page: page, number: index + 1, text: text) : nil
    }
  }

  /// The documents to try: the block itself where it is one, else profiles around it. A block that shows a key several
  /// times shows ways to write it, and each is tried by itself.
  var documents: [String] {
    guard text.hasPrefix("apiVersion:") else { return variants.map(profile) }
    let isHead = text.contains("kind: Profile") && !text.contains("name:")
    return [isHead ? text + "name: example\n" + Self.target + Self.network : text]
  }

  /// The kind of the first document.
  var kind: String {
    documents[0].split(separator: "\n").first { $0.hasPrefix("kind: ") }.map { String($0.dropFirst(6)) } ?? ""
  }

  private var variants: [String] {
    var parts: [[Substring]] = []
    for line in text.split(separator: "\n") {
      let isKey = line.first.map { !$0.isWhitespace && $0 != "#" && $0 != "-" } ?? false
      if isKey || parts.isEmpty { parts.append([line]) } else { parts[parts.count - 1].append(line) }
    }
    return parts.map { $0.joined(separator: "\n") + "\n" }
  }

  private func profile(around part: String) -> String {
    let key = String(part.prefix { $0 != ":" })
    let head = "apiVersion: cnigen/v1\nkind: Profile\nname: example\n"
    switch key {
    case "target", "targets": return head + part + Self.network
    case "outputs", "containerd": return head + Self.target + part + Self.network
    case "network", "networks": return head + Self.target + part
    default:
      // A routed network takes every form of addresses.
      let lines = part.split(separator: "\n").map { "  \($0)\n" }.joined()
      return head + Self.target + "network:\n  ptp: {}\n" + lines
    }
  }

  private static let target = "target: {containerd: 2.1.4, plugins: 1.7.1}\n"
  private static let network = """
    network:
      bridge: {name: cni0, gateway: true, hairpin: true}
      addresses: {ranges: [10.88.0.0/16], routes: [default]}

    """
}
