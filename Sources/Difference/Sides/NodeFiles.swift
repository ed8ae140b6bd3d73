package import CNIModel
import Catalogue
import ContainerdConfig
package import Diagnostics
import NetworkTypes
import Syntax
import Validation

/// What the files of a node's folder mean.
package enum NodeFiles {
  /// A file and how this run knows it.
  package struct Source: Sendable {
    package let file: SourceFile
    package let id: FileID

    package init(_ file: SourceFile, _ id: FileID) {
      self.file = file
      self.id = id
    }
  }

  /// The state of a node whose folder holds some files. Files that cannot be read are told in the bag, with errors.
  ///
  /// - Parameters:
  ///   - isWhole: whether the files are all that a build makes, so that a config that is not there is none.
  ///   - paths: the paths below the node's folder, by which files are called.
  ///   - furtherPlugins: the files of a folder of further plugins, by a network's name, in the order of their names.
  package static func state(
    of files: [Source], paths: [String], furtherPlugins: (String) -> [Source] = { _ in [] }, for target: Target,
    knowsTarget: Bool, isWhole: Bool, into bag: inout DiagnosticBag
  ) -> NodeState {
    var networks: [NetworkState] = []
    var runtime: NodeState.Runtime = isWhole ? .none : .unknown
    for (path, source) in zip(paths, files) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let suffix = Classifier.suffix(of: name)
      guard ["conflist", "conf", "json", "template", "toml"].contains(suffix),
        Classifier.isBearable(source.file, source.id, &bag)
      else { continue }
      switch suffix {
      case "conflist", "conf", "json":
        if let network = network(source, named: name, furtherPlugins, for: target, into: &bag) {
          networks.append(network)
        }
      case "template":
        if let network = RenderedTemplate.network(source.file, source.id, for: target) { networks.append(network) }
      case "toml":
        guard let tree = TOMLReader.read(source.id, source.file.bytes, into: &bag) else { continue }
        runtime = .settings(
          RuntimeSettings(
            SettingsReader.read(tree, for: target.containerd), fileName: name, for: target, at: tree.range))
      default: break
      }
    }
    return NodeState(
      target: target, knowsTarget: knowsTarget, networks: networks, runtime: runtime,
      files: zip(paths, files).map { NodeState.File(path: $0, bytes: $1.file.bytes) }, isWhole: isWhole)
  }

  /// The network of a file; `nil` for JSON that is none, or that cannot be read.
  private static func network(
    _ source: Source, named name: String, _ furtherPlugins: (String) -> [Source], for target: Target,
    into bag: inout DiagnosticBag
  ) -> NetworkState? {
    guard let tree = tree(source, into: &bag) else { return nil }
    let isList = Classifier.suffix(of: name) == "conflist" || tree["plugins"] != nil
    guard isList else {
      let list = SinglePlugin.list(tree, named: name, on: target.capabilities)
      return list.plugins.isEmpty ? nil : NetworkState(list, fileName: name)
    }
    var value = Value(json: tree)
    if target.containerd.libcni >= Libcni.Folder.pluginFolderSince,
      value.member("loadOnlyInlinedPlugins")?.value.bool != true
    {
      let further = furtherPlugins(value.member("name")?.value.string ?? "").compactMap { source in
        self.tree(source, into: &bag).map { Value(json: $0) }
      }
      value = value.withPlugins(further)
    }
    let list = NetworkList(value, fileName: name, on: target.capabilities)
    return list.plugins.isEmpty ? nil : NetworkState(list, fileName: name)
  }

  private static func tree(_ source: Source, into bag: inout DiagnosticBag) -> Node? {
    var found = DiagnosticBag()
    let tree = JSONReader.read(source.id, source.file.bytes, into: &found)
    // Of two members with one name libcni takes the last and says nothing.
    found.removeAll { $0.rule == "duplicate-key" }
    bag.add(found)
    return found.hasErrors ? nil : tree
  }
}

extension Value {
  /// A list with more plugins behind its own.
  fileprivate func withPlugins(_ more: [Value]) -> Value {
    guard !more.isEmpty, let members = object else { return self }
    let own = member("plugins")?.value.array ?? []
    let place = member("plugins")?.nameRange ?? range
    let plugins = Member("plugins", at: place, Value(.array(own + more), at: range))
    return Value(.object(members.filter { $0.name != "plugins" } + [plugins]), at: range)
  }
}
