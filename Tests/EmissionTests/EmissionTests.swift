import Emission
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
