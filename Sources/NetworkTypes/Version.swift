/// A release number: two to four decimal numbers, and perhaps a pre-release (`2.4.0-beta.0`).
///
/// Two versions are equal only when they are written alike: `1.0` is not `1.0.0`, as for the CNI plugins.
package struct Version: Sendable, Hashable {
  /// The numbers, most significant first.
  package let numbers: [Int]
  /// What follows the dash; empty for a release proper.
  package let preRelease: String

  /// Reads a version; `nil` for anything but digits and dots with an optional pre-release, such as `v1.0.0`.
  package init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.count <= 4 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      let digits = Array(part.utf8)
      guard !digits.isEmpty, digits.count <= 6, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        digits.count == 1 || digits[0] != 0x30, let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    self.numbers = numbers
    guard halves.count == 2 else {
      preRelease = ""
      return
    }
    let allowed = halves[1].utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard !halves[1].isEmpty, allowed else { return nil }
    preRelease = String(halves[1])
  }

  /// A release proper.
  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    numbers = [major, minor, patch]
    preRelease = ""
  }

  /// The first two numbers: containerd's and Kubernetes' release line.
  package var line: String { "\(numbers[0]).\(numbers[1])" }

  /// Whether a patch number is given.
  package var isComplete: Bool { numbers.count >= 3 }
}

extension Version: Comparable {
  /// By numbers, missing ones counting as 0; a pre-release comes before its release, `beta.2` before `beta.10`.
  package static func < (left: Version, right: Version) -> Bool {
    for index in 0..<max(left.numbers.count, right.numbers.count) {
      let a = index < left.numbers.count ? left.numbers[index] : 0
      let b = index < right.numbers.count ? right.numbers[index] : 0
      if a != b { return a < b }
    }
    if left.preRelease.isEmpty != right.preRelease.isEmpty { return !left.preRelease.isEmpty }
    if left.preRelease != right.preRelease { return isEarlier(left.preRelease, right.preRelease) }
    return left.numbers.count < right.numbers.count
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
    let text = numbers.map(String.init).joined(separator: ".")
    return preRelease.isEmpty ? text : "\(text)-\(preRelease)"
  }
}

extension Version: ExpressibleByStringLiteral {
  /// A version written in the source. A literal that is none is a slip in the catalogue; it becomes 0.0.0, which
  /// no release has, and the catalogue's tests find it.
  package init(stringLiteral text: String) {
    self = Version(text) ?? Version(0, 0, 0)
  }
}
