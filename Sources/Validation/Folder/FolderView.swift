import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import PlainText
import Rules

/// A folder as containerd and others see it: what all checks of it look at.
struct FolderView {
  let folder: NetworkFolder
  let target: Target
  /// Every file that counts, in containerd's order.
  let files: [LoadedFile]
  /// Every search by name.
  private let index: LibcniLookup.Index
  /// How many of the files containerd opens.
  let openedCount: Int
  /// The same files as nerdctl reads them: it hands over bytes, so no folder of further plugins is looked at.
  private let asBytes: [LoadedFile]

  /// - Parameter maximumNetworks: containerd's `max_conf_num`; 0 opens all files.
  init(_ folder: NetworkFolder, for target: Target, maximumNetworks: Int) {
    self.folder = folder
    self.target = target
    files = FileLoader(folder: folder, libcni: target.containerd.libcni).loadAll()
    openedCount = maximumNetworks > 0 ? min(maximumNetworks, files.count) : files.count
    let nerdctl = Runtimes.nerdctl.last?.libcni ?? target.containerd.libcni
    asBytes = FileLoader(folder: folder, libcni: nerdctl, looksBeside: false).loadAll(reusing: files)
    index = LibcniLookup.Index(files, path: folder.path)
  }

  /// The files that containerd opens. It stops at the first that does not load, and then has no network at all.
  var opened: ArraySlice<LoadedFile> { files[..<openedCount] }

  /// `containerd 1.7.34`.
  var runtime: String { "containerd \(target.containerd.version)" }

  /// Whether libcni looks for a folder of further plugins.
  var addsPlugins: Bool { target.containerd.libcni >= Libcni.Folder.pluginFolderSince }

  /// What containerd says; `nil` where all that it opens loads.
  var failure: String? {
    let error: String
    if let bad = opened.first(where: { $0.fault != nil }), let fault = bad.fault {
      let kind = bad.kind == .list ? "config list file" : "config file"
      error = "failed to load CNI \(kind) \(folder.path(to: bad.entry.name)): \(fault.text): invalid cni config"
    } else if files.isEmpty {
      error = "no network config found in \(folder.path): cni plugin not initialized"
    } else {
      return nil
    }
    return Containerd.Loading.errorFrame.replacing(text: "<error>", with: error)
  }

  /// What nerdctl says; `nil` where it can read everything.
  var nerdctlFailure: String? {
    guard let bad = asBytes.first(where: { $0.fault != nil }), let fault = bad.fault else { return nil }
    return """
      failed marshalling json out of network configuration file "\(folder.path(to: bad.entry.name))": \(fault.text)
      """
  }

  /// Whether nerdctl cannot read a file.
  func stopsNerdctl(_ file: LoadedFile) -> Bool {
    asBytes.contains { $0.entry.name == file.entry.name && $0.fault != nil }
  }

  /// What a search by name ends with.
  func lookUp(_ name: String) -> LibcniLookup.Outcome {
    index.lookUp(name)
  }

  var report: FolderReport {
    var known: Set<String> = []
    let names = files.compactMap { $0.network?.name }.filter { known.insert($0).inserted }
    let contents = files.map { file in
      FolderReport.File(
        name: file.entry.name,
        network: file.network.map {
          FolderReport.Network(file: file.entry.name, name: $0.name, plugins: $0.plugins)
        }, fault: file.fault?.text)
    }
    let networks = contents.prefix(failure == nil ? openedCount : 0).compactMap(\.network)
    return FolderReport(
      containerd: target.containerd.version, files: files.map(\.entry.name), contents: contents,
      opened: opened.map(\.entry.name),
      networks: networks, failure: failure, byName: names.map { ($0, lookUp($0)) }, nerdctlFailure: nerdctlFailure)
  }

  /// Names one after the other, as in a sentence; of many only the first.
  static func words(_ names: some Collection<String>) -> String {
    let limit = 4
    if names.count > limit {
      return "\(names.prefix(limit - 1).joined(separator: ", ")) and \(names.count - limit + 1) others"
    }
    guard let last = names.suffix(1).first, names.count > 1 else { return names.joined() }
    return "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension DiagnosticBag {
  /// Adds a finding of a rule, with the weight of the rule where nothing else is said.
  mutating func add(
    _ rule: Rule, as severity: Severity? = nil, _ message: String, at range: SourceRange?,
    notes: [String] = [], help: String? = nil
  ) {
    add(
      Diagnostic(
        rule: rule.id, severity: severity ?? rule.severity, message: message, at: range,
        notes: notes.map { Diagnostic.Note($0) }, help: help))
  }
}
