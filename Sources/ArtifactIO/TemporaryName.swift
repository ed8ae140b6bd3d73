import Glibc

/// Names for files that are not finished. None ends in `.conf`, `.conflist` or `.json`, so no runtime loads one, and
/// each tells whose it is, so that a later run can remove what a killed one left.
enum TemporaryName {
  private static let prefix = ".cnigen-"
  private static let suffix = ".tmp"

  /// The temporary name for a file, unique among running processes.
  static func forFile(_ name: String) -> String { "\(prefix)\(getpid())-\(name)\(suffix)" }

  /// The folder beside a destination in which a new tree is put together.
  static func forTree(beside destination: String) -> String {
    let trimmed = destination.hasSuffix("/") && destination.count > 1 ? String(destination.dropLast()) : destination
    let cut = trimmed.lastIndex(of: "/").map { trimmed.index(after: $0) } ?? trimmed.startIndex
    return "\(trimmed[..<cut])\(prefix)\(getpid())-\(trimmed[cut...])\(suffix)"
  }

  /// Whether a name begins and ends like one of ours.
  static func mayBe(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.starts(with: prefix.utf8) && name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// Whether a name is that of an unfinished file whose process is gone.
  static func isAbandoned(_ name: String, of file: String) -> Bool {
    name.hasSuffix("-\(file)\(suffix)") && isAbandoned(name)
      && name.dropFirst(prefix.count).drop { $0.isASCII && $0.isNumber } == "-\(file)\(suffix)"
  }

  /// Whether a name is one of ours whose process is gone.
  static func isAbandoned(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let digits = name.dropFirst(prefix.count).prefix { $0.isASCII && $0.isNumber }
    guard let process = Int32(digits), process > 0 else { return false }
    return process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
  }
}
