import Catalogue
import NetworkTypes

/// A page about a reference plugin.
enum PluginPage {
  static func make(_ plugin: PluginFacts) -> Page {
    var page = Page("\(plugin.type): a reference plugin")
    page.paragraph(plugin.summary.sentence)
    page.raw("")
    page.field("role", role(plugin))
    page.field("releases", "plugins \(plugin.span)")
    page.field("ipam", ipam(plugin))
    page.field("verbs", (["ADD, DEL"] + plugin.verbs.map { "\($0.name) since \($0.since)" }).joined(separator: ", "))
    page.field("capabilities", inputs(plugin.capabilities))
    page.field("args.cni", inputs(plugin.argsCNI))
    page.field("CNI_ARGS", inputs(plugin.cniArgs))
    page.field("MAC from", plugin.macSources.map(source).joined(separator: ", then "))
    page.field("DNS", dns(plugin))
    keys(plugin, &page)
    page.constraints(plugin.constraints, "What it demands")
    page.changes(plugin.changes, "What became different")
    verbs(plugin, &page)
    if !plugin.specExceptions.isEmpty {
      page.heading("Spec versions, where they are not those of its release")
      for exception in plugin.specExceptions {
        page.point("\(exception.span): \(exception.versions.joined(separator: ", "))")
      }
    }
    page.rules(ConcernedRules.about(plugin))
    return page
  }

  private static func role(_ plugin: PluginFacts) -> String {
    switch plugin.role {
    case .interface:
      plugin.mayFollow.map { "makes the interface; may also stand later in a chain\($0.inBrackets)" }
        ?? "makes the interface; stands first in a chain"
    case .ipam: "hands out addresses; stands under ipam of the plugin that makes the interface"
    case .meta: "changes what the plugins before it made; never stands first in a chain"
    case .unstated: ""
    }
  }

  private static func ipam(_ plugin: PluginFacts) -> String {
    switch plugin.ipam {
    case .none: plugin.role == .interface ? "it asks nobody for addresses" : ""
    case .optional(let span): "may be left out\(span.inBrackets)"
    case .required: "must be there"
    }
  }

  private static func inputs(_ inputs: [PluginFacts.Input]) -> String {
    inputs.map { "\($0.name)\($0.span.inBrackets)" }.joined(separator: ", ")
  }

  private static func source(_ source: PluginFacts.MACSource) -> String {
    switch source {
    case .key: "the key mac"
    case .cniArgs: "MAC in CNI_ARGS"
    case .argsCNI: "args.cni.mac"
    case .capability: "the capability mac"
    }
  }

  private static func dns(_ plugin: PluginFacts) -> String {
    switch DNSPropagation.of(plugin.type) {
    case .kept(let since, let before)?: "what its IPAM plugin returns is kept since \(since); before, \(before)"
    case .never?: "what its IPAM plugin returns is dropped"
    case nil: ""
    }
  }

  private static func keys(_ plugin: PluginFacts, _ page: inout Page) {
    if !plugin.keys.isEmpty {
      page.heading("Keys (cnigen explain \(plugin.type).KEY)")
      page.table(plugin.keys.map { ($0.name, note($0)) })
    }
    guard !plugin.notKeys.isEmpty || !plugin.hiddenKeys.isEmpty else { return }
    page.heading("No keys of it")
    for key in plugin.notKeys { page.point("\(key.name): \(key.instead)") }
    for key in plugin.hiddenKeys { page.point("\(key.name)\(key.span.inBrackets): \(key.summary)") }
  }

  private static func note(_ key: KeyFacts) -> String {
    var remarks: [String] = []
    if let since = key.span.since, since > "0.6.0" { remarks.append("since \(since)") }
    if let until = key.span.until { remarks.append("until \(until)") }
    if key.required { remarks.append("required") }
    return remarks.isEmpty ? key.summary : "\(key.summary) (\(remarks.joined(separator: ", ")))"
  }

  private static func verbs(_ plugin: PluginFacts, _ page: inout Page) {
    guard !plugin.verbNotes.isEmpty else { return }
    page.heading("CHECK, STATUS and GC")
    for note in plugin.verbNotes {
      page.point("\(note.verb)\(note.span.inBrackets): \(note.what)")
      if !note.error.isEmpty { page.below("says: \(note.error)") }
    }
  }
}
