import CLinux

/// The names of JSON keys that a Go program was compiled with. They stand in it as it takes them apart at run time:
/// `json:"isGateway"`, `json:"mac,omitempty"`.
struct KeyNames: Sendable {
  private let names: Set<String>

  /// Longer ones are no key of anybody's.
  private static let longest = 64
  private static let mark = Array(#"json:""#.utf8)

  init(_ names: some Sequence<String>) { self.names = Set(names) }

  /// Looks through the bytes of a program.
  init(in bytes: [UInt8]) {
    var names: Set<String> = []
    bytes.withUnsafeBytes { buffer in
      guard var position = buffer.baseAddress else { return }
      let end = position + buffer.count
      while let found = memmem(position, end - position, Self.mark, Self.mark.count) {
        let start = UnsafeRawPointer(found) + Self.mark.count
        let rest = UnsafeRawBufferPointer(start: start, count: min(Self.longest + 1, end - start))
        let length = rest.firstIndex { !Self.isPart($0) } ?? rest.count
        let stop = length < rest.count ? rest[length] : 0
        if length > 0, stop == UInt8(ascii: "\"") || stop == UInt8(ascii: ",") {
          names.insert(String(decoding: rest[..<length], as: UTF8.self))
        }
        position = start
      }
    }
    self.names = names
  }

  /// Whether there are any at all; a script, or a program of another language, has none.
  var isEmpty: Bool { names.isEmpty }

  func contains(_ name: String) -> Bool { names.contains(name) }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
