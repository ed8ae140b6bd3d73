import Diagnostics
import Testing

/// What users write is shown as they wrote it, whatever it means in Markdown.
@Suite struct MarkdownTextTests {
  private static let cases = [
    ("edge-[01-12], ranges[0][0]", "edge-[01-12], ranges[0][0]"),
    ("[a](http://b)", #"[a\](http://b)"#), ("![a](b)", #"![a\](b)"#), ("[a]: b", #"\[a]: b"#), ("x [a]: b", "x [a]: b"),
    ("a*b_c`d|e", #"a\*b\_c\`d\|e"#), ("<b> #1 ~x~", "\\<b\\> \\#1 \\~x\\~"), ("\\", "\\\\"),
    ("a && b &lt; &#60;", "a && b \\&lt; \\&\\#60;"), ("a\nb", "a b"), ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("", ""),
  ]

  @Test(arguments: cases) func escapes(_ text: String, _ expected: String) {
    #expect(MarkdownText.escaped(text) == expected)
  }

  @Test func codeHasNoEndOfItsOwn() {
    #expect(MarkdownText.code("a`b|c\nd\u{7}") == "`a'b|c d\u{FFFD}`")
    #expect(MarkdownText.code("a|b", inTable: true) == #"`a\|b`"#)
  }
}
