import NetworkTypes

/// Release numbers as programs and packages write them.
enum ReleaseText {
  /// Reads `v1.6.2`, `1.1.1+ds1`, `1.6.20~ds1`, `v1.7.11-k3s2`, `v2.0.0-rc.1`: three numbers, and a pre-release where it is one.
  /// What distributions add is left out. `nil` for anything else.
  static func read(_ text: some StringProtocol) -> Version? {
    let bare = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let number = bare.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let rest = bare.dropFirst(number.count)
    guard let release = Version(number), release.isComplete, release.numbers.count == 3 else { return nil }
    guard ["-alpha", "-beta", "-rc"].contains(where: { rest.hasPrefix($0) }) else {
      return rest.first.map { $0.isLetter } ?? false ? nil : release
    }
    return Version(bare) ?? release
  }
}
