import Diagnostics
import Syntax
import TestSupport

/// The entries of the fact files that speak of faults, each with the section that the coverage names it by.
enum FactEntries {
  /// An entry: what it is about, and its text or name.
  struct Entry: Hashable, CustomStringConvertible {
    let section: String
    let text: String

    var description: String { "\(section): \(text)" }
  }

  /// A part of the facts that is not there, or has another form.
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  static func all() throws -> [Entry] { try plugins() + spec() + knownIssues() }

  private static func plugins() throws -> [Entry] {
    let facts = try file("reference-plugins")
    let common = try at(facts, "common")
    var entries = try texts(try at(common, "rules"), "common")
    entries += try texts(try at(common, "unknownKeyExceptions"), "common unknownKeyExceptions")
    for plugin in try members(try at(facts, "plugins")) {
      if let rules = plugin.value["rules"] { entries += try texts(rules, plugin.key) }
      if let notes = plugin.value["verbNotes"] { entries += try texts(notes, "\(plugin.key) verbNotes") }
    }
    return entries
  }

  private static func spec() throws -> [Entry] {
    let facts = try file("cni-spec")
    let checks = try at(facts, "libcni_checks")
    var entries = try elements(try at(checks, "load_list_bytes")).map { check in
      Entry(section: "libcni_checks.load_list_bytes", text: try text(try at(check, "check")))
    }
    let files = try at(checks, "load_list_file")
    entries += try names(files, "libcni_checks", under: "load_list_file.", without: ["v1.3.0_adds"])
    entries += try elements(try at(files, "v1.3.0_adds")).map { added in
      Entry(section: "libcni_checks.load_list_file.v1.3.0_adds", text: try text(added["error"] ?? added))
    }
    entries += try names(checks, "libcni_checks", without: ["load_list_bytes", "load_list_file"])
    let keys = try at(facts, "conflist_keys")
    entries += try names(keys, "conflist_keys")
    for key in try members(keys) {
      for caveat in ["caveat", "checked_at_load", "max_bytes_safe", "must_differ_from"] {
        // The form of a name and its presence are the key's own matter.
        guard key.value[caveat] != nil, !(key.key == "name" && caveat == "checked_at_load") else { continue }
        entries.append(Entry(section: "conflist_keys", text: "\(key.key).\(caveat)"))
      }
    }
    let selection = try at(try at(keys, "cniVersions"), "selection")
    entries += try texts(selection, "conflist_keys.cniVersions.selection")
    let plugin = try at(facts, "plugin_keys")
    entries += try names(plugin, "plugin_keys", without: ["injected_by_runtime"])
    entries += try names(try at(plugin, "injected_by_runtime"), "plugin_keys.injected_by_runtime")
    return entries + (try names(try at(facts, "version_negotiation"), "version_negotiation"))
  }

  private static func knownIssues() throws -> [Entry] {
    try elements(try at(try file("containerd"), "known_issues")).map { issue in
      Entry(section: "known_issues", text: try text(try at(issue, "id")))
    }
  }

  private static func file(_ name: String) throws -> Node {
    let bytes = try TestFiles.bytes("Facts/\(name).yaml")
    var files = SourceFiles()
    let id = files.add(SourceFile(name: name, bytes: bytes))
    var bag = DiagnosticBag()
    guard let node = YAMLReader.read(id, bytes, into: &bag), bag.diagnostics.isEmpty else {
      throw Missing(description: "\(name).yaml cannot be read")
    }
    return node
  }

  private static func at(_ node: Node, _ key: String) throws -> Node {
    guard let value = node[key] else { throw Missing(description: "no \(key)") }
    return value
  }

  private static func members(_ node: Node) throws -> [(key: String, value: Node)] {
    guard let members = node.mapping else { throw Missing(description: "a mapping is expected") }
    return members.map { ($0.key, $0.value) }
  }

  private static func elements(_ node: Node) throws -> [Node] {
    guard let elements = node.sequence else { throw Missing(description: "a list is expected") }
    return elements
  }

  private static func text(_ node: Node) throws -> String {
    guard let scalar = node.scalar else { throw Missing(description: "a text is expected") }
    return scalar.text
  }

  /// The texts of a list, without the releases that stand before them in brackets.
  private static func texts(_ node: Node, _ section: String) throws -> [Entry] {
    try elements(node).map { element in
      Entry(section: section, text: try text(element).replacing(/^\[[^\]]*\]\s*/, with: ""))
    }
  }

  private static func names(
    _ node: Node, _ section: String, under prefix: String = "", without expanded: [String] = []
  ) throws -> [Entry] {
    try members(node).map(\.key).filter { !expanded.contains($0) }
      .map { Entry(section: section, text: prefix + $0) }
  }
}
