import Foundation
import Testing

/// Values of parameters stay values, whatever they hold: what stands around them never changes. What comes out is read
/// with Foundation's JSON parser, which is none of ours.
@Suite struct HostileValueTests {
  static let texts: [String] = [
    "\"", "'", "\\", "\\\"", "\n", "\r\n", "\t", "}", "]", "\"}]}", "{", "[", "{\"a\": 1}", "\", \"type\": \"bridge",
    "${", "${p}", "${p", "$${p}", "$", "}}", "\0", "a\0b", "\u{7F}", "\u{1}", "\u{1B}[31m", "\u{2028}", "a\u{FEFF}b",
    "- a", "a: b", "# no comment", "a # b", "*p", "&p", "!!int 1", "<<", "|", ">", "%", "@", "`", "---", "...", "~",
    "null", "true", "no", "010", "1e9", "0x1F", "1.10", "::", "10:20", "\u{1F41B}", "e\u{301}", " ", "  two  ",
    String(repeating: "x", count: 100_000), String(repeating: "\"}", count: 5_000),
  ]

  static let types = [
    "string", "integer", "boolean", "cidr", "address", "interface", "mac", "path", "version", "list, of: string",
    "list, of: cidr", "list, of: integer", "map", "map, of: string", "map, of: interface",
  ]

  @Test(arguments: types) func aValueIsAValue(_ type: String) throws {
    for text in Self.texts {
      for isPart in [false, true] { try check(text, type, isPart: isPart) }
    }
  }

  private func check(_ text: String, _ type: String, isPart: Bool) throws {
    let quoted = Self.quoted(text.replacing("${", with: "$${"))
    let value = type.hasPrefix("list") ? "[\(quoted)]" : type.hasPrefix("map") ? "{k: \(quoted)}" : quoted
    let compiled = Compiled(
      """
      apiVersion: cnigen/v1
      kind: Profile
      name: hostile
      template: t.yaml
      with: {p: \(value)}
      target: {containerd: 1.7.34, plugins: 1.5.1}
      """,
      beside: [
        "t.yaml": """
        apiVersion: cnigen/v1
        kind: Template
        name: t
        parameters: {p: {type: \(type)}}
        network:
          plugins:
            - {type: first, before: 1, value: "\(isPart ? "<${p}>" : "${p}")", zafter: [2]}
            - {type: second}
        """
      ])
    guard compiled.errors.isEmpty else {
      // A refused value is told where it stands, and nothing else is.
      #expect(
        Set(compiled.errors).isSubset(of: ["parameter-invalid", "invalid-placeholder"]),
        "\(type): \(text.debugDescription)")
      return
    }
    let made = try #require(compiled.text("10-hostile.conflist"))
    let document = try #require(try JSONSerialization.jsonObject(with: Data(made.utf8)) as? [String: Any])
    #expect(Set(document.keys) == ["cniVersion", "name", "plugins"])
    let plugins = try #require(document["plugins"] as? [[String: Any]])
    #expect(plugins.compactMap { $0["type"] as? String } == ["first", "second"])
    #expect(plugins.count == 2 && plugins[1].count == 1)
    let first = plugins[0]
    #expect(Set(first.keys) == ["before", "type", "value", "zafter"])
    #expect(first["before"] as? Int == 1 && first["zafter"] as? [Int] == [2])
    var found = first["value"]
    if type.hasPrefix("list") { found = (found as? [Any])?.first }
    if type.hasPrefix("map") { found = (found as? [String: Any])?["k"] }
    #expect(found as? String == (isPart ? "<\(text)>" : text), "\(type): \(text.debugDescription)")
  }

  /// A text in YAML's double quotes, by YAML's own escapes.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        result +=
          "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
      }
    }
    return result + "\""
  }
}
