import Glibc
import ProfileLanguage
import Testing

/// Names and patterns of nodes.
@Suite struct FleetNameTests {
  private static func names(_ pattern: String) throws -> [String] {
    let pattern = try NodePattern(pattern)
    return (0..<pattern.count).map { String(decoding: pattern[$0], as: UTF8.self) }
  }

  @Test func rangesCountAsPeopleDo() throws {
    #expect(try Self.names("edge-1") == ["edge-1"])
    #expect(try Self.names("n[8-11]") == ["n8", "n9", "n10", "n11"])
    #expect(try Self.names("n[08-11].a") == ["n08.a", "n09.a", "n10.a", "n11.a"])
    #expect(try Self.names("r[1-2]-[0-1]") == ["r1-0", "r1-1", "r2-0", "r2-1"])
    #expect(try Self.names("[7-7]") == ["7"])
  }

  /// The last names are made without those before them.
  @Test func aMillionNamesCostNothing() throws {
    let pattern = try NodePattern("r[000-999]-n[000-999]")
    #expect(pattern.count == 1_000_000)
    #expect(String(decoding: pattern[999_999], as: UTF8.self) == "r999-n999")
    #expect(String(decoding: pattern[123_456], as: UTF8.self) == "r123-n456")
  }

  @Test(arguments: [
    "a[1-2", "a1-2]", "a[2-1]", "a[1]", "a[1-2-3]", "a[-1-2]", "a[x-y]", "a[01-100]", "a[1-2]]", "a[[1-2]", "a[]",
    "a[1-1000001]", "r[0-999]-[0-9999]", "a[1-9999999999]", "a[1-99999999999999999999]", "A[1-2]", "-a[1-2]", "a[1-2]-",
    "a..[1-2]", "", " ", "a b", "ä[1-2]", "a_[1-2]", "../[1-2]", "a/[1-2]", "a\n[1-2]", "a\u{0}[1-2]",
    String(repeating: "a", count: 63) + "[1-2]", String(repeating: "a.", count: 130) + "[1-2]",
  ]) func whatIsNoPatternIsRefused(_ text: String) {
    #expect(throws: NodePattern.Fault.self) { try NodePattern(text) }
  }

  /// Kubernetes' own rule: IsDNS1123Subdomain, 253 bytes, and 63 for each label.
  @Test(arguments: [
    ("a", true), ("0", true), ("a-b.c-d", true), ("a.b", true), ("", false), (".", false), ("..", false), ("a.", false),
    (".a", false), ("a..b", false), ("-a", false), ("a-", false), ("a-.b", false), ("a.-b", false), ("A", false),
    ("a_b", false), ("a/b", false), ("a b", false), ("ä", false), ("a\u{7F}", false),
    (String(repeating: "a", count: 63), true), (String(repeating: "a", count: 64), false),
    ([String](repeating: String(repeating: "a", count: 62), count: 4).joined(separator: "."), true),
    ([String](repeating: String(repeating: "a", count: 63), count: 4).joined(separator: "."), false),
  ]) func namesAreThoseOfKubernetes(_ name: String, _ isGood: Bool) {
    #expect((NodeName.fault(of: Array(name.utf8)) == nil) == isGood)
  }

  /// Patterns against the C library's own.
  @Test func patternsMatchAsTheShellsDo() throws {
    var random = SystemRandomNumberGenerator()
    let letters = Array("ab-*?")
    var matches = 0
    for _ in 0..<20_000 {
      let text = String((0..<Int.random(in: 1...6, using: &random)).map { _ in letters.randomElement() ?? "a" })
      let name = String((0..<Int.random(in: 0...7, using: &random)).map { _ in letters[Int.random(in: 0...2)] })
      let pattern = try #require(NamePattern(text))
      let expected = fnmatch(text, name, 0) == 0
      matches += expected ? 1 : 0
      #expect(pattern.matches(name.utf8) == expected, "\(text) \(name)")
    }
    #expect(matches > 1000)
    #expect(NamePattern("") == nil && NamePattern("A*") == nil && NamePattern("a[b]") == nil)
  }

  /// A pattern that makes some matchers run for ever.
  @Test(.timeLimit(.minutes(1))) func starsCostLittle() throws {
    let pattern = try #require(NamePattern(String(repeating: "a*", count: 60) + "b"))
    #expect(!pattern.matches(String(repeating: "a", count: 250).utf8))
  }
}
