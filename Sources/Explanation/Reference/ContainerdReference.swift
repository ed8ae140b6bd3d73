import Catalogue
import ContainerdConfig
import NetworkTypes

/// The keys of containerd's CNI table, and where each release reads them.
enum ContainerdReference {
  static func lines() -> [String] {
    var lines = Page.wrap(
      """
      The keys of the CNI table in containerd's config, under the words that profiles have for them in `containerd:`. \
      Where the table stands depends on the schema, the number behind `version` in the file.
      """)
    lines.append("")
    lines += Markdown.table(
      ["word", "key", "type", "default", "releases", "meaning"], Containerd.cniKeys.map(row))
    lines += ["## Where the table stands", ""]
    let schemas = [1, 2, 3, 4].compactMap { Catalogue.configSchema($0) }
    lines += Markdown.table(
      ["schema", "table", "keys"],
      schemas.map { schema in
        let keys = Containerd.cniKeys.filter { key in key.places.contains { $0.schema == schema.number } }
        return [
          "\(schema.number)", "`[\(schema.table)]`", keys.map { Markdown.code($0.name) }.joined(separator: ", "),
        ]
      })
    return lines
  }

  private static func row(_ key: ContainerdKey) -> [String] {
    let values = key.values.filter { !$0.isEmpty }
    let type = values.isEmpty ? key.type.words : "one of \(values.joined(separator: ", "))"
    let defaults = key.defaults.map { "`\($0.value)`\($0.span.inBrackets)" }.joined(separator: ", ")
    var meaning = [key.summary]
    if !key.note.isEmpty { meaning.append(key.note) }
    if let deprecation = key.deprecation { meaning.append("deprecated, \(deprecation.span): \(deprecation.note)") }
    let word = key.name == "bin_dir" ? .binDirs : ContainerdSettings.Word.allCases.first { $0.key == key.name }
    return [
      Markdown.code(word?.rawValue ?? ""), Markdown.code(key.name), Markdown.prose(type), defaults, "\(key.span)",
      Markdown.prose(meaning.joined(separator: "; ")),
    ]
  }
}
