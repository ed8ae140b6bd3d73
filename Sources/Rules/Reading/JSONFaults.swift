import Diagnostics

extension Rule {
  /// Faults of JSON, the language of networks on a node. What a node does with each is nearly always the same.
  static let jsonRules: [Rule] = jsonStructureRules + jsonTokenRules

  private static let refused = """
    libcni refuses the whole file: error parsing configuration list. containerd skips it with a line in its log and \
    takes the next file, or the node stays NotReady.
    """

  private static func json(_ id: String, _ summary: String, _ wrong: String, _ right: String) -> Rule {
    Rule(
      reading: id, .error, summary, effect: refused, wrong: wrong, right: right, facts: ["libcni: load_list_bytes"])
  }

  /// One of which there is more to say.
  private static func json(_ id: String, _ summary: String, _ remark: String, _ wrong: String, _ right: String)
    -> Rule
  {
    Rule(
      reading: id, .error, summary, effect: "\(remark) \(refused)", wrong: wrong, right: right,
      facts: ["libcni: load_list_bytes"])
  }

  private static let jsonStructureRules: [Rule] = [
    json("json-syntax", "a text that is no JSON", #"{"mtu" 1500}"#, #"{"mtu": 1500}"#),
    json("json-empty", "a file without a value", "", #"{"name": "n"}"#),
    json(
      "json-truncated", "a file that ends within a value", "A full disk or a copy that broke off leaves such files.",
      #"{"name": "n", "plugins": ["#, #"{"name": "n", "plugins": []}"#),
    Rule(
      reading: "json-too-deep", .error, "values nested deeper than any configuration",
      effect: "The reader stops at a bound so that no file can exhaust its stack. No plugin has such keys.",
      wrong: #"{"a": [[[[[[[[[[[[[[[[[[[[[[[[…]]]]]]]]]]]]]]]]]]]]]]]]}"#, right: #"{"a": [[1]]}"#),
    json(
      "json-trailing-text", "more text behind the value",
      "A second document, or what an older and longer version of the file left behind.",
      #"{"name": "a"} {"name": "b"}"#, #"{"name": "a"}"#),
    json(
      "json-byte-order-mark", "a byte-order mark before the value",
      "Some editors write three invisible bytes in front of UTF-8; JSON has no place for them.",
      "\u{FEFF}{\"name\": \"n\"}", #"{"name": "n"}"#),
    json("json-comment", "a comment", "JSON has none.", "{\"name\": \"n\" // the network\n}", #"{"name": "n"}"#),
    json(
      "json-foreign-space", "a space that only looks like one",
      "JSON knows the space, the tab and the line ends; texts copied from a web page hold others.",
      "{\"name\":\u{A0}\"n\"}", #"{"name": "n"}"#),
    json(
      "json-missing-comma", "no comma between two values", #"{"mtu": 1500 "vlan": 5}"#, #"{"mtu": 1500, "vlan": 5}"#),
    json(
      "json-trailing-comma", "a comma behind the last value", "YAML and most languages allow it, JSON does not.",
      #"{"mtu": 1500,}"#, #"{"mtu": 1500}"#),
    json("json-extra-comma", "a comma without a value before it", #"{"dns": ["a",, "b"]}"#, #"{"dns": ["a", "b"]}"#),
    json(
      "json-unquoted-key", "a key without quotes", "It is YAML's form, or JavaScript's.", #"{mtu: 1500}"#,
      #"{"mtu": 1500}"#),
  ]

  private static let jsonTokenRules: [Rule] = [
    json("json-single-quotes", "a text in single quotes", #"{'name': "n"}"#, #"{"name": "n"}"#),
    json(
      "json-unquoted-text", "a word without quotes that is no literal",
      "JSON's own words are true, false and null, in small letters.", #"{"isGateway": yes}"#, #"{"isGateway": true}"#),
    json(
      "json-control-character", "a control character inside a text",
      "A tab or a line end in a text is written as an escape.", "{\"name\": \"a\tb\"}", #"{"name": "a\tb"}"#),
    json(
      "json-unknown-escape", "a backslash before something that is no escape", #"{"name": "\d"}"#, #"{"name": "\\d"}"#),
    Rule(
      reading: "json-lone-surrogate", .error, "half of a character",
      effect: "libcni takes it and puts U+FFFD in its place, so the plugin gets another text than the file shows.",
      wrong: #"{"name": "\ud83d"}"#, right: #"{"name": "\ud83d\ude00"}"#, facts: ["libcni: transport"]),
    json("json-leading-zero", "a number that begins with a zero", #"{"mtu": 01500}"#, #"{"mtu": 1500}"#),
    json("json-malformed-number", "a number in another form than JSON's", #"{"mtu": 0x5DC}"#, #"{"mtu": 1500}"#),
    json(
      "json-number-out-of-range", "a number that no program can hold",
      "Every number of a list passes through a floating-point number of 64 bits on its way to a plugin.",
      #"{"mtu": 1e400}"#, #"{"mtu": 1500}"#),
    json("json-non-finite-number", "a number without an end", #"{"mtu": NaN}"#, #"{"mtu": 1500}"#),
  ]
}
