/// The sysctls of the network that kernels have, from 3.10 to 6.18: read from `/proc/sys/net` of the youngest one, in
/// the namespace of the node and in one of a container, and completed from the kernel's documentation by what older
/// kernels and other modules have.
///
/// A name that is in no table may still be one of a younger kernel, so nothing is wrong with it as such.
enum KnownSysctls {
  /// To whom a sysctl belongs.
  enum Owner: Sendable {
    /// Each network namespace has its own: a pod can set it.
    case namespace
    /// The node alone; no namespace of a container shows it.
    case node
    /// The node alone; in a container it can be seen and not be written.
    case nodeVisible
    /// Nobody: it can only be read.
    case readOnly
  }

  /// The owner of a sysctl, by its pattern (`net/ipv4/conf/*/rp_filter`); `nil` for an unknown one.
  static func owner(of pattern: String) -> Owner? {
    guard let (folder, leaf) = split(pattern) else { return nil }
    if readOnly.contains(pattern) { return .readOnly }
    if visible.contains(pattern) { return .nodeVisible }
    if names(in: nodes[folder]).contains(leaf) { return .node }
    return names(in: folders[folder]).contains(leaf) ? .namespace : nil
  }

  /// The pattern of a known sysctl that a wrong one must be meant for: a slip of at most two characters, or the right
  /// name in the wrong folder. `nil` where that is not beyond doubt.
  static func meant(by pattern: String) -> String? {
    guard let (folder, leaf) = split(pattern) else { return nil }
    let patterns = allPatterns
    // A folder that no table has may be another module's, with names of its own.
    if folders[folder] != nil || folders["\(folder)/*"] != nil || folder == "net" {
      let homes = patterns.filter { $0.hasSuffix("/\(leaf)") }
      if homes.count == 1 { return homes.first }
      if let near = homes.first(where: { $0.hasPrefix(folder) }) { return near }
    }
    return patterns.first { isSlip(pattern, $0) }
  }

  /// Whether a text becomes another one by at most two changes of a character: the ends that both share are cut off
  /// first, and what is left in the middle must be that short.
  private static func isSlip(_ text: String, _ known: String) -> Bool {
    var a = Array(text.utf8)[...]
    var b = Array(known.utf8)[...]
    while let x = a.first, x == b.first {
      a.removeFirst()
      b.removeFirst()
    }
    while let x = a.last, x == b.last {
      a.removeLast()
      b.removeLast()
    }
    return max(a.count, b.count) <= 2
  }

  private static var allPatterns: [String] {
    Set(folders.keys).union(nodes.keys).sorted().flatMap { folder in
      (names(in: folders[folder]) + names(in: nodes[folder])).map { "\(folder)/\($0)" }
    }
  }

  private static func split(_ pattern: String) -> (folder: String, leaf: Substring)? {
    guard let slash = pattern.lastIndex(of: "/") else { return nil }
    return (String(pattern[..<slash]), pattern[pattern.index(after: slash)...])
  }

  private static func names(in table: String?) -> [Substring] {
    // By bytes: to ask each character whether it is white space is most of the work of a rule.
    (table ?? "").utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { Substring($0) }
  }
}
