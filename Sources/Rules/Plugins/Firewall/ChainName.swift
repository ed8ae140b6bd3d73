/// The name of an iptables chain that a plugin is to make or to call.
enum ChainName {
  /// The most bytes that iptables takes.
  static let maximumLength = 28

  /// Why a text is no name for a chain.
  enum Fault: Equatable {
    case empty
    /// How many bytes it has.
    case tooLong(Int)
    /// Begins with a dash or an exclamation mark.
    case sign(Character)
    case space
    /// A target that iptables has already.
    case target
    /// A chain that the kernel calls itself; a rule cannot jump to it.
    case builtIn
  }

  /// What iptables has against a name; `nil` where nothing is.
  static func fault(of name: String) -> Fault? {
    guard let first = name.first else { return .empty }
    if first == "-" || first == "!" { return .sign(first) }
    if name.contains(where: \.isWhitespace) { return .space }
    if ["ACCEPT", "DROP", "RETURN", "QUEUE"].contains(name) { return .target }
    if ["INPUT", "OUTPUT", "FORWARD", "PREROUTING", "POSTROUTING"].contains(name) { return .builtIn }
    return name.utf8.count > maximumLength ? .tooLong(name.utf8.count) : nil
  }
}
