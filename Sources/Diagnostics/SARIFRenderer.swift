import Emission

/// Writes findings as SARIF 2.1.0, the form that code-scanning services take.
package struct SARIFRenderer {
  private let files: SourceFiles
  private let version: String
  private let rules: [RuleMetadata]
  private let path: (String) -> String

  /// - Parameters:
  ///   - version: of this program.
  ///   - rules: what is known of the rules; those without a finding are left out.
  ///   - path: a file's name as it lies in the repository.
  package init(
    files: SourceFiles, version: String, rules: [RuleMetadata], path: @escaping (String) -> String
  ) {
    self.files = files
    self.version = version
    self.rules = rules
    self.path = path
  }

  /// The document.
  package func render(_ diagnostics: [Diagnostic]) -> [UInt8] {
    let found = Set(diagnostics.map(\.rule))
    let ids = found.sorted()
    let index = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    var occurrences: [String: Int] = [:]
    let results = diagnostics.map { result($0, index, &occurrences) }
    let driver: [JSON.Member] = [
      .init("name", .string("cnigen")),
      .init("version", .string(version)),
      .init("rules", .array(ids.map(rule))),
    ]
    return JSONWriter.document(
      .object([
        .init("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
        .init("version", .string("2.1.0")),
        .init(
          "runs",
          .array([
            .object([
              .init("tool", .object([.init("driver", .object(driver))])),
              .init("columnKind", .string("unicodeCodePoints")),
              .init("results", .array(results)),
            ])
          ])),
      ]))
  }

  private func rule(_ id: String) -> JSON {
    guard let known = rules.first(where: { $0.id == id }) else { return .object([.init("id", .string(id))]) }
    return .object([
      .init("id", .string(id)),
      .init("shortDescription", text(known.summary)),
      .init("fullDescription", text(known.effect)),
      .init("help", text("\(known.effect)\n\nMore: cnigen explain \(id)")),
      .init("defaultConfiguration", .object([.init("level", .string(level(known.severity)))])),
    ])
  }

  private func result(
    _ diagnostic: Diagnostic, _ index: [String: Int], _ occurrences: inout [String: Int]
  ) -> JSON {
    var message = diagnostic.message
    for note in diagnostic.notes where note.range == nil { message += "\n\(note.message)" }
    if let help = diagnostic.help { message += "\n\(help)" }
    var members: [JSON.Member] = [
      .init("ruleId", .string(diagnostic.rule)),
      .init("ruleIndex", .integer(index[diagnostic.rule] ?? 0)),
      .init("level", .string(level(diagnostic.severity))),
      .init("message", text(message)),
    ]
    guard let range = diagnostic.range else { return .object(members) }
    members.append(.init("locations", .array([.object([.init("physicalLocation", location(range))])])))
    let related = diagnostic.notes.compactMap { note in note.range.map { (note.message, $0) } }
    if !related.isEmpty {
      members.append(
        .init(
          "relatedLocations",
          .array(
            related.map { message, range in
              .object([.init("message", text(message)), .init("physicalLocation", location(range))])
            })))
    }
    let fingerprint = fingerprint(diagnostic.rule, range)
    let count = (occurrences[fingerprint] ?? 0) + 1
    occurrences[fingerprint] = count
    members.append(
      .init(
        "partialFingerprints", .object([.init("primaryLocationLineHash", .string("\(fingerprint):\(count)"))])))
    return .object(members)
  }

  private func location(_ range: SourceRange) -> JSON {
    let file = files[range.file]
    let start = file.position(at: range.start)
    let end = file.position(at: range.end)
    return .object([
      .init("artifactLocation", .object([.init("uri", .string(Self.uri(path(file.name))))])),
      .init(
        "region",
        .object([
          .init("startLine", .integer(start.line)), .init("startColumn", .integer(start.column)),
          .init("endLine", .integer(end.line)), .init("endColumn", .integer(max(end.column, 1))),
        ])),
    ])
  }

  private func text(_ text: String) -> JSON { .object([.init("text", .string(text))]) }

  private func level(_ severity: Severity) -> String { severity.rawValue }

  /// A path as a URI reference: absolute paths as `file:`, what is no letter, digit or plain mark percent-encoded.
  static func uri(_ path: String) -> String {
    var result = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// FNV-1a over the rule and the line's text without its indentation: it stays when lines above it come or go.
  private func fingerprint(_ rule: String, _ range: SourceRange) -> String {
    let file = files[range.file]
    // Of a line without end, as other programs write them, the beginning has to do.
    let line = file.line(file.lines.line(containing: Int(range.start)), upTo: 4096).drop { $0 == " " || $0 == "\t" }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(rule)\n\(file.name)\n\(line)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let hex = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}
