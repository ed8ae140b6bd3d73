import Foundation
import PlainText
import Testing

/// Held against Foundation's search of the same texts, letter by letter.
@Suite struct PlainTextTests {
  private static let texts = [
    "", "a", "aa", "aaa", "abab", "ab", "ababab", "aab", "äöü", "a\u{308}", "🐟ab🐟", "a\r\nb\n", "%0A%", "\"cri\"",
  ]

  /// All pairs, each way.
  @Test func searchIsFoundationsOwn() {
    for text in Self.texts {
      for wanted in Self.texts where !wanted.isEmpty {
        let theirs = (text as NSString).range(of: wanted, options: .literal)
        let ours = text.firstRange(ofText: wanted)
        #expect(ours.map { NSRange($0, in: text).location } ?? NSNotFound == theirs.location, "\(text) \(wanted)")
        #expect(text.contains(text: wanted) == (theirs.location != NSNotFound))
        let replaced = (text as NSString).replacingOccurrences(
          of: wanted, with: "-", options: .literal, range: NSRange(location: 0, length: (text as NSString).length))
        #expect(Array(text.replacing(text: wanted, with: "-").utf8) == Array(replaced.utf8), "\(text) \(wanted)")
        #expect(text.split(atText: wanted).count == replaced.utf8.count { $0 == UInt8(ascii: "-") } + 1)
      }
    }
  }

  @Test func piecesKeepEmptyOnes() {
    #expect(",a,,b,".split(atText: ",") == ["", "a", "", "b", ""])
    #expect("a\r\nb".replacing(text: "\n", with: "%0A") == "a\r%0Ab")
    #expect(Substring("xaby").dropFirst().replacing(text: "ab", with: "") == "y")
  }

  @Test func anEmptyTextHasNoPlaces() {
    #expect("ab".firstRange(ofText: "") == nil && "ab".contains(text: ""))
    #expect("ab".replacing(text: "", with: "-") == "ab" && "ab".split(atText: "") == ["ab"])
  }
}
