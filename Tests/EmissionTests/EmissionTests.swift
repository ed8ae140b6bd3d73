import Emission
import Foundation
import TestSupport
import Testing

@Suite struct EmissionTests {
  @Test func jsonIsIndentedAsPeopleWriteIt() {
    let value = JSON.object([
      .init("name", .string("a\"b\\c\n\u{1}ü")), .init("empty", .object([])), .init("list", .array([])),
      .init("plugins", .array([.object([.init("mtu", .integer(1500))]), .bool(true), .null])),
    ])
    let expected = """
      {
        "name": "a\\"b\\\\c\\n\\u0001ü",
        "empty": {},
        "list": [],
        "plugins": [
          {
            "mtu": 1500
          },
          true,
          null
        ]
      }

      """
    #expect(String(decoding: JSONWriter.document(value), as: UTF8.self) == expected)
    #expect(JSONWriter.line(.array([.integer(1), .object([.init("a", .null)])])) == #"[1, {"a": null}]"#)
  }

  /// No control character stands in JSON as it is, since a terminal may obey it; what other programs read is the same.
  @Test func noControlCharacterIsWrittenAsItIs() throws {
    let controls = (0..<0xA0).compactMap(Unicode.Scalar.init).filter { $0.value < 0x20 || $0.value >= 0x7F }
    for control in controls {
      // Beside characters that have the same bytes in other places: Â is C3 82, U+0080 C2 80, ‚ E2 80 9A.
      for text in ["\(control)", "Â\(control)\(control)é", "a\u{A0}\(control)\u{A0}", "‚\(control)À\u{C2}\u{BF}"] {
        let value = JSON.object([.init(text, .string(text))])
        for written in [JSONWriter.document(value), Array(JSONWriter.line(value).utf8)] {
          let shown = try #require(String(validating: written, as: UTF8.self))
          #expect(!shown.unicodeScalars.contains { $0 != "\n" && controls.contains($0) }, "\(control.value)")
          #expect(try JSONSerialization.jsonObject(with: Data(written)) as? [String: String] == [text: text])
        }
      }
    }
    #expect(JSONWriter.line(.string("a\u{80}\u{9B}2J\u{9F}\u{A0}")) == "\"a\\u0080\\u009b2J\\u009f\u{A0}\"")
  }

  /// Python's own reader gets back what was written, for names and texts that are hard to quote.
  @Test func otherReadersUnderstandTheTOML() async throws {
    let hard = [
      "plain", "with.dot", "with space", "quo\"te", "back\\slash", "tab\tline\n", "ünïcode ☃", "\u{1}\u{7F}", "",
    ]
    let members = hard.enumerated().map { index, text in
      TOML.Member(text, .table([.init("value", .string(text)), .init("index", .number("\(index)"))]))
    }
    let root: [TOML.Member] = [
      .init("version", .number("2")), .init("flag", .bool(false)),
      .init("list", .array([.string("a"), .string("b")])),
      .init("objects", .array([.table([.init("k", .string("v"))])])),
      .init("plugins", .table([.init("deep", .table(members))])),
      .init("empty", .table([])),
    ]
    try await withScratch { scratch in
      let path = try scratch.file(
        "a.toml", String(decoding: TOMLWriter.document(root, comment: ["first"]), as: UTF8.self))
      let program = """
        import json, sys, tomllib
        print(json.dumps(tomllib.load(open(sys.argv[1], "rb")), sort_keys=True))
        """
      let python = try Machine.program("python3")
      let seen = try run(python, ["-c", program, path]).required()
      for text in hard { #expect(seen.contains(JSONWriter.line(.string(text)).asciiEscaped), "\(text)") }
      #expect(seen.contains(#""list": ["a", "b"]"#))
      #expect(seen.contains(#""objects": [{"k": "v"}]"#))
      #expect(seen.contains(#""empty": {}"#))
      #expect(seen.contains(#""version": 2"#))
    }
  }
}

extension String {
  /// Everything beyond ASCII as Python's `json` escapes it.
  fileprivate var asciiEscaped: String {
    var result = ""
    for unit in utf16 {
      if unit < 0x7F, let scalar = Unicode.Scalar(unit) {
        result.unicodeScalars.append(scalar)
      } else {
        let hex = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      }
    }
    return result
  }
}
