import Catalogue
package import Diagnostics
package import Probe

/// Finds a drop-in that containerd would pass over: without a line in config.toml it reads none, whatever it prints as
/// its default.
package struct UnreadDropIn {
  private let path: String
  private let settings: [String]
  private let networkFolder: String
  private let config: ConfigOutlook

  /// - Parameters:
  ///   - path: the drop-in's path on the node.
  ///   - settings: what it sets of CNI, in containerd's words.
  ///   - networkFolder: where the networks go.
  ///   - config: what containerd's config comes to with it.
  package init(path: String, settings: [String], networkFolder: String, config: ConfigOutlook) {
    self.path = path
    self.settings = settings
    self.networkFolder = networkFolder
    self.config = config
  }

  /// An error where containerd would look for networks elsewhere, so that pods had none; else a warning.
  package func check(into bag: inout DiagnosticBag) {
    guard !config.readsDropIn else { return }
    let isElsewhere = config.networkFolder != networkFolder
    let effect =
      isElsewhere
      ? "it would look for networks in \(config.networkFolder), and ours are in \(networkFolder)"
      : settings.isEmpty
        ? "nothing that it says would count" : "it would go on without its \(settings.joined(separator: ", "))"
    let exists = config.importsPlace != nil
    let line = #"imports = ["\#(Containerd.Imports.printedDefault)"]"#
    bag.add(
      Diagnostic(
        rule: "applied-dropin-unread", severity: isElsewhere ? .error : .warning,
        message: exists
          ? "\(ConfigOutlook.config) does not import \(path), so containerd would not read it"
          : "there will be no \(ConfigOutlook.config), and without one containerd does not read \(path)",
        at: config.importsPlace, notes: [Diagnostic.Note(effect)],
        help: !exists
          ? "leave dropIn out of the profile, and a whole config is written; or write one with the line: \(line)"
          : config.hasImports
            ? #"add "\#(Containerd.Imports.printedDefault)" to that line"#
            : "add this line above its first table: \(line)"))
  }
}
