import CNIModel
import Catalogue
import NetworkTypes

/// Decodes the configuration of a single plugin as libcni does, which knows the common keys and reads past all others.
struct PluginDecoder {
  let libcni: Version

  /// The common keys that plugins read and libcni does not.
  private static let leftToPlugins = ["args", "runtimeConfig"]

  /// What the decoder says about the first value that does not fit; `nil` where all do. A `null` fits everywhere.
  func misfit(in value: Value) -> String? {
    guard value.object != nil || value.isNull else {
      return "json: cannot unmarshal \(value.goWord) into Go value of type types.\(structure)"
    }
    for key in CommonKeys.all where !Self.leftToPlugins.contains(key.name) {
      guard let found = value[key.name] else { continue }
      if !fits(found, key.type) { return misfit(found, key.name) }
      if key.name == "ipam", let type = found["type"], type.string == nil { return misfit(type, "ipam.type") }
      for field in key.name == "dns" ? CommonKeys.dnsFields : [] {
        if let inner = found[field.name], !fits(inner, field.type) { return misfit(inner, "dns.\(field.name)") }
      }
    }
    return nil
  }

  /// Loads the file of a single plugin, which gives a network of one.
  func load(_ value: Value) throws(LoadFault) -> LoadedNetwork {
    if let misfit = misfit(in: value) { throw LoadFault("error parsing configuration: \(misfit)") }
    let type = value["type"]?.string ?? ""
    // Older ones take a plugin without a type and fail on ADD.
    if type.isEmpty, libcni >= "0.7.0" { throw LoadFault(Self.typeMissing) }
    return LoadedNetwork(
      name: value["name"]?.string ?? "", nameRange: value["name"]?.range, plugins: [type], onlyInlined: true)
  }

  private static let typeMissing = "error parsing configuration: missing 'type'"

  private var structure: String { libcni < "1.3.0" ? "NetConf" : "PluginConf" }

  private func misfit(_ value: Value, _ key: String) -> String {
    "json: cannot unmarshal \(value.goWord) into Go struct field \(structure).\(key)"
  }

  private func fits(_ value: Value, _ type: ValueType) -> Bool {
    switch type {
    case .string: value.string != nil || value.isNull
    case .bool: value.bool != nil || value.isNull
    case .list(let element): value.isNull || (value.array?.allSatisfy { fits($0, element) } ?? false)
    case .map(let element): value.isNull || (value.object?.allSatisfy { fits($0.value, element) } ?? false)
    case .object: value.isNull || value.object != nil
    default: true
    }
  }
}
