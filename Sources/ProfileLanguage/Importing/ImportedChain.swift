import CNIModel
import Catalogue
import Diagnostics
import Emission

/// Says a chain of plugins by intents as far as they go, and the rest raw. An intent is taken only where reading it
/// back gives exactly the plugin of the file.
struct ImportedChain {
  let target: Target
  private(set) var remarks: Remarks
  private(set) var intents: [YAML.Member] = []
  private(set) var raw: [YAML] = []
  private var last: Intent?

  init(_ plugins: [Value], for target: Target, _ remarks: Remarks) {
    self.target = target
    self.remarks = remarks
    for plugin in plugins { add(plugin) }
  }

  /// The members of the network.
  var members: [YAML.Member] {
    raw.isEmpty && !intents.isEmpty ? intents : intents + [YAML.Member("plugins", .sequence(raw))]
  }

  private mutating func add(_ plugin: Value) {
    guard raw.isEmpty else {
      raw.append(entry(plugin))
      return
    }
    do throws(IntentWords.NoWords) {
      let intent = try intent(for: plugin)
      intents += try section(intent, plugin)
      last = intent
    } catch {
      if let type = plugin["type"]?.string, Catalogue.plugin(type) != nil {
        remarks.hint("with CNI's own keys: \(error.reason)", at: plugin.range)
      }
      raw.append(entry(plugin))
    }
  }

  private func entry(_ plugin: Value) -> YAML {
    let comments = remarks.comments(at: plugin.range)
    guard let members = plugin.object, !members.isEmpty else { return plugin.yaml(remarks).with(comments) }
    let type = members.filter { $0.name == "type" }
    let ordered = type + members.filter { $0.name != "type" }
    return YAML.mapping(ordered.map { YAML.Member($0, $0.value.yaml(remarks), remarks) }).with(comments)
  }

  /// The intent for a plugin that is next in the chain.
  private func intent(for plugin: Value) throws(IntentWords.NoWords) -> Intent {
    let type = plugin.member("type")?.value.string ?? ""
    guard let intent = Intent.of(pluginType: type) else {
      throw IntentWords.NoWords(reason: "there is no intent for \(type.isEmpty ? "a plugin without a type" : type)")
    }
    guard let last else { return intent }
    if intent.isInterface {
      throw IntentWords.NoWords(reason: "as an intent \(type) would stand first in the chain")
    }
    guard intent.position > last.position else {
      throw IntentWords.NoWords(
        reason: intent == last
          ? "an intent stands for one plugin, and \(type) is there already"
          : "as an intent \(type) would stand before \(last.pluginType)")
    }
    return intent
  }

  /// The section of an intent, and `addresses` where the plugin has any.
  private func section(_ intent: Intent, _ plugin: Value) throws(IntentWords.NoWords) -> [YAML.Member] {
    let words = IntentWords(remarks: remarks)
    let ipam = intent.isInterface ? plugin.member("ipam") : nil
    let dns = ipam == nil ? nil : plugin.member("dns")
    let others = [ipam, dns].compactMap { $0?.name }
    let section = YAML.Member(
      intent.rawValue, try words.section(plugin, intent, without: others), comments: remarks.comments(at: plugin.range))
    guard let ipam else {
      try check([section], against: plugin)
      return [section]
    }
    var failure = IntentWords.NoWords(reason: "addresses cannot be said as \(ipam.name) has them")
    for form in ImportedAddresses(remarks: remarks).forms(ipam, dns: dns) {
      let comments = remarks.comments(above: ipam).filter { !form.comments.contains($0) }
      let members = [section, YAML.Member("addresses", form, comments: comments)]
      do throws(IntentWords.NoWords) {
        try check(members, against: plugin)
        return members
      } catch {
        failure = error
      }
    }
    throw failure
  }

  /// Reads sections back and holds the plugin that they stand for against the one in the file.
  private func check(_ members: [YAML.Member], against plugin: Value) throws(IntentWords.NoWords) {
    guard let network = ReadBack.network(members).spec,
      let made = Chain.plugins(of: network, for: target).values.first
    else { throw IntentWords.NoWords(reason: "its values are not what the plain words take") }
    guard let difference = Difference.between(plugin, made).first else { return }
    throw IntentWords.NoWords(
      reason: difference.kind == .added
        ? "as an intent it would get \(difference.key) as well"
        : "as an intent it would not keep \(difference.key) as it is")
  }
}
