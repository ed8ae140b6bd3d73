import Diagnostics
import TestSupport
import Testing

@testable import Trial

/// The forms of a report, with values that each of them has to escape.
@Suite struct ReportTests {
  private static let network = Trialled(
    name: "a<b>&\"c\"",
    findings: [
      Finding("gateway", "IPv4", expected: "x", seen: "y", .held, at: place),
      Finding("attach", expected: "success", seen: "br \"x\" <&>\nline\u{1}", .failed, at: place),
      Finding("check", expected: "success", seen: "no", .noted, at: place),
    ], seconds: 1.25)

  private static let place = SourceRange(file: files.1, start: 4, end: 6)

  private static let files: (SourceFiles, FileID) = {
    var files = SourceFiles()
    let id = files.add(SourceFile(name: "net & co.yaml", bytes: Array("ab\nxyz\n".utf8)))
    return (files, id)
  }()

  @Test func aLineNamesThePlaceAndBothSides() {
    let text = TextReport(files: Self.files.0, isColored: false).render(
      "title", Self.network.findings, seconds: 1.25, isBrief: false)
    #expect(
      text == """
        title
        held   net & co.yaml:2:2: gateway, IPv4: expected x / seen y
        FAILED net & co.yaml:2:2: attach: expected success / seen br "x" <&> line\u{1}
        noted  net & co.yaml:2:2: check: expected success / seen no
        1 held, 1 failed, 1 noted in 1.3 s

        """)
    let brief = TextReport(files: Self.files.0, isColored: true).render(
      "title", Self.network.findings, seconds: 0, isBrief: true)
    #expect(brief.contains("\u{1B}[1;31mFAILED\u{1B}[0m net & co.yaml:2:2") && !brief.contains("gateway"))
  }

  @Test func longAnswersAreCut() {
    let finding = Finding("a", expected: "b", seen: String(repeating: "x", count: 1000), .noted, at: Self.place)
    let text = TextReport(files: Self.files.0, isColored: false).render("t", [finding], seconds: 0, isBrief: false)
    #expect(text.contains(String(repeating: "x", count: 240) + "…\n"))
  }

  @Test func junitIsWellFormed() throws {
    let bytes = JUnitReport(files: Self.files.0).render([Self.network, Self.network])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("tests=\"6\" failures=\"2\""))
    #expect(text.contains("name=\"a&lt;b&gt;&amp;&quot;c&quot;\" tests=\"3\" failures=\"1\" time=\"1.250\""))
    #expect(text.contains("file=\"net &amp; co.yaml\" line=\"2\""))
    #expect(text.contains("seen br &quot;x&quot; &lt;&amp;&gt;&#10;line\"/>"))
    // Read by somebody else's parser.
    let script =
      "import sys, xml.etree.ElementTree as e; r = e.fromstring(sys.stdin.buffer.read()); print(len(list(r.iter('failure'))))"
    let outcome = try run(Tools.program("python3"), ["-c", script], input: text)
    #expect(outcome.output == "2\n", "\(outcome)")
  }

  @Test func jsonHasEverything() throws {
    let text = String(decoding: JSONReport(files: Self.files.0).render([Self.network]), as: UTF8.self)
    for part in [
      #""network": "a<b>&\"c\"""#, #""held": false"#, #""milliseconds": 1250"#, #""line": 2"#, #""column": 2"#,
    ] {
      #expect(text.contains(part), "\(text)")
    }
  }
}
