/// A path in parts, without empty ones and dots.
package struct FilePath: Sendable, Equatable {
  package let isAbsolute: Bool
  package let steps: [String]

  package init(_ text: String) {
    var steps: [String] = []
    for step in text.split(separator: "/") where step != "." {
      if step == "..", let last = steps.last, last != ".." {
        steps.removeLast()
      } else if step != ".." || !text.hasPrefix("/") {
        steps.append(String(step))
      }
    }
    self.init(isAbsolute: text.hasPrefix("/"), steps)
  }

  private init(isAbsolute: Bool, _ steps: [String]) {
    self.isAbsolute = isAbsolute
    self.steps = steps
  }

  /// The folder that it lies in.
  package var folder: FilePath { FilePath(isAbsolute: isAbsolute, steps.dropLast()) }

  /// A path that begins here.
  package func appending(_ more: some Sequence<String>) -> FilePath {
    FilePath(FilePath(isAbsolute: isAbsolute, steps + more).text)
  }

  /// The path as text.
  package var text: String { (isAbsolute ? "/" : "") + steps.joined(separator: "/") }

  /// Whether the last parts are those of another path.
  package func ends(with other: FilePath) -> Bool {
    steps.count >= other.steps.count && steps.suffix(other.steps.count).elementsEqual(other.steps)
  }

  /// Whether a pattern whose parts hold `*` takes it in, as Go's `filepath.Glob` does.
  package func matches(_ pattern: FilePath) -> Bool {
    isAbsolute == pattern.isAbsolute && steps.count == pattern.steps.count
      && zip(steps, pattern.steps).allSatisfy { Self.matches(Array($0.utf8)[...], Array($1.utf8)[...]) }
  }

  private static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    var text = text
    var pattern = pattern
    // Where the last star stands, and how much of the text it has taken so far.
    var star: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
    while !text.isEmpty {
      if pattern.first == UInt8(ascii: "*") {
        pattern = pattern.dropFirst()
        star = (pattern, text)
      } else if let first = pattern.first, first == text.first {
        pattern = pattern.dropFirst()
        text = text.dropFirst()
      } else if let last = star {
        pattern = last.pattern
        text = last.text.dropFirst()
        star = (pattern, text)
      } else {
        return false
      }
    }
    return pattern.allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
