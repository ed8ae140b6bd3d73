import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

/// A capability that a plugin of the chain declares, and who would read its argument.
struct DeclaredCapability {
  /// Who reads the argument.
  enum Reader {
    /// A plugin of the release that the target has.
    case reads(String)
    /// A plugin of later releases.
    case later(String, since: Version)
    /// The name is a slip of one that has readers.
    case slip(of: String)
    /// Nobody whom the plugin's configuration reaches.
    case nobody
    /// A plugin that nobody knows may.
    case unknown
  }

  let member: Value.Member
  let plugin: Plugin
  let reader: Reader
  var name: String { member.name }
}

extension Subject {
  /// The capabilities that are declared, that is, set to true, in the order of the file.
  var declaredCapabilities: [DeclaredCapability] {
    list.plugins.flatMap { plugin in
      (plugin["capabilities"]?.object ?? []).filter { $0.value.bool == true }.map { member in
        DeclaredCapability(member: member, plugin: plugin, reader: reader(of: member.name, on: plugin))
      }
    }
  }

  /// The plugins that see a plugin's configuration, itself and its IPAM plugin, as far as they are known.
  private func readers(on plugin: Plugin) -> [PluginFacts] {
    [plugin.facts, runsIPAM(plugin) ? plugin.ipam?.facts : nil].compactMap { $0 }
  }

  private func reader(of name: String, on plugin: Plugin) -> DeclaredCapability.Reader {
    guard plugin.isKnown(in: target) else { return .unknown }
    var later: DeclaredCapability.Reader?
    for facts in readers(on: plugin) {
      guard let input = facts.capabilities.first(where: { $0.name == name }) else { continue }
      let release = target.release(of: facts.type).version
      if input.span.contains(release) { return .reads(facts.type) }
      if let since = input.span.since, input.span.isAhead(of: release) { later = .later(facts.type, since: since) }
    }
    if let later { return later }
    // A flannel hands its arguments to the plugin that it runs; an IPAM plugin of others may read anything.
    if plugin.type == "flannel" || hasForeignIPAM(plugin) { return .unknown }
    guard Catalogue.capability(name) == nil else { return .nobody }
    let own = readers(on: plugin).flatMap(\.capabilities).map(\.name)
    let names = own + Catalogue.capabilities.map(\.name)
    return Spelling.nearest(to: name, among: names).map { .slip(of: $0) } ?? .nobody
  }

  private func hasForeignIPAM(_ plugin: Plugin) -> Bool {
    guard runsIPAM(plugin), let ipam = plugin.ipam, !ipam.type.isEmpty else { return false }
    return ipam.facts == nil
  }

  /// The plugins of the chain, beside one, that read a capability in the target.
  func otherReaders(of capability: String, than plugin: Plugin) -> [String] {
    list.plugins.filter { $0.index != plugin.index && $0.isKnown(in: target) }.flatMap { other in
      readers(on: other).filter { $0.reads(capability: capability, in: target.release(of: $0.type).version) }
        .map { _ in other.type }
    }
  }
}
