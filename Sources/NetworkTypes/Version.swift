/// A release number: two to four decimal numbers, and perhaps a pre-release (`2.4.0-beta.0`).
///
/// Two versions are equal only when they are written alike: `1.0` is not `1.0.0`, as for the CNI plugins.
package struct Version: Sendable, Hashable {
  /// The numbers, most significant first; those that are not given are 0. Single fields, because a generic vector
  /// would be set up at run time, at every start.
  private let first: UInt32
  private let second: UInt32
  private let third: UInt32
  private let fourth: UInt32
  /// How many numbers are given.
  private let count: UInt8
  /// What follows the dash; empty for a release proper.
  package let preRelease: String

  private init(parts: (UInt32, UInt32, UInt32, UInt32), count: UInt8, preRelease: String) {
    (first, second, third, fourth) = parts
    self.count = count
    self.preRelease = preRelease
  }

  /// Reads a version; `nil` for anything but digits and dots with an optional pre-release, such as `v1.0.0`.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let version = text.withUTF8(Self.read) else { return nil }
    self = version
  }

  /// A release proper.
  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.init(
      parts: (
        UInt32(truncatingIfNeeded: major), UInt32(truncatingIfNeeded: minor), UInt32(truncatingIfNeeded: patch), 0
      ),
      count: 3, preRelease: "")
  }

  /// The numbers, most significant first.
  package var numbers: [Int] { [first, second, third, fourth].prefix(Int(count)).map(Int.init) }

  /// The first two numbers: containerd's and Kubernetes' release line.
  package var line: String { "\(first).\(second)" }

  /// Whether a patch number is given.
  package var isComplete: Bool { count >= 3 }

  /// Reads without making strings: the catalogue holds thousands of versions, and a start reads hundreds of them.
  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Version? {
    var parts: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    var count = 0
    var index = 0
    while true {
      let start = index
      var number: UInt32 = 0
      while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39, index - start < 6 {
        number = number * 10 + UInt32(bytes[index] - 0x30)
        index += 1
      }
      let hasLeadingZero = index - start > 1 && bytes[start] == 0x30
      guard index > start, !hasLeadingZero, count < 4 else { return nil }
      switch count {
      case 0: parts.0 = number
      case 1: parts.1 = number
      case 2: parts.2 = number
      default: parts.3 = number
      }
      count += 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else { break }
      index += 1
    }
    guard count >= 2 else { return nil }
    guard index < bytes.count else { return Version(parts: parts, count: UInt8(count), preRelease: "") }
    let rest = UnsafeBufferPointer(rebasing: bytes[index...])
    guard rest[0] == UInt8(ascii: "-"), rest.count > 1, rest.dropFirst().allSatisfy(isAllowedInPreRelease) else {
      return nil
    }
    return Version(
      parts: parts, count: UInt8(count), preRelease: String(decoding: rest.dropFirst(), as: UTF8.self))
  }

  private static func isAllowedInPreRelease(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension Version: Comparable {
  /// By numbers, missing ones counting as 0; a pre-release comes before its release, `beta.2` before `beta.10`.
  package static func < (left: Version, right: Version) -> Bool {
    let a = (left.first, left.second, left.third, left.fourth)
    let b = (right.first, right.second, right.third, right.fourth)
    if a != b { return a < b }
    if left.preRelease.isEmpty != right.preRelease.isEmpty { return !left.preRelease.isEmpty }
    if left.preRelease != right.preRelease { return isEarlier(left.preRelease, right.preRelease) }
    return left.count < right.count
  }

  /// Order of two pre-releases part by part, as in Semantic Versioning 2.0.0: numbers by value and before words.
  private static func isEarlier(_ left: String, _ right: String) -> Bool {
    let leftParts = left.split(separator: ".", omittingEmptySubsequences: false)
    let rightParts = right.split(separator: ".", omittingEmptySubsequences: false)
    for (a, b) in zip(leftParts, rightParts) where a != b {
      switch (UInt64(a), UInt64(b)) {
      case (let a?, let b?) where a != b: return a < b
      case (_?, nil): return true
      case (nil, _?): return false
      default: return a < b
      }
    }
    return leftParts.count < rightParts.count
  }
}

extension Version: CustomStringConvertible {
  package var description: String {
    var text = "\(first).\(second)"
    if count > 2 { text += ".\(third)" }
    if count > 3 { text += ".\(fourth)" }
    return preRelease.isEmpty ? text : "\(text)-\(preRelease)"
  }
}

extension Version: ExpressibleByStringLiteral {
  /// A version written in the source. A literal that is none is a slip in the catalogue; it becomes 0.0.0, which
  /// no release has, and the catalogue's tests find it.
  package init(stringLiteral text: StaticString) {
    let version =
      text.hasPointerRepresentation
      ? Self.read(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) : nil
    self = version ?? Version(0, 0, 0)
  }
}
