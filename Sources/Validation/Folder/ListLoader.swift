import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import PlainText

/// A network as libcni holds it once its file is loaded.
struct LoadedNetwork: Sendable {
  let name: String
  /// Where the name stands; `nil` where the file has none.
  let nameRange: SourceRange?
  /// The types of the chain, in order.
  let plugins: [String]
  /// Whether the list says that its own plugins are all.
  let onlyInlined: Bool

  /// The network with more plugins behind its own.
  func adding(_ more: [String]) -> LoadedNetwork {
    LoadedNetwork(name: name, nameRange: nameRange, plugins: plugins + more, onlyInlined: onlyInlined)
  }
}

/// Loads the JSON of a network configuration list as a release of libcni does: the checks in its order, the first
/// that fails with its text.
struct ListLoader {
  let libcni: Version

  func load(_ value: Value) throws(LoadFault) -> LoadedNetwork {
    if value.object == nil, !value.isNull {
      let json = "json: cannot unmarshal \(value.goWord) into Go value of type map[string]interface {}"
      throw LoadFault(text("JSON object", json: json), .json)
    }
    try require("name present", value.member("name") != nil)
    let name = value.member("name")?.value
    try require("name is a string", name?.string != nil, [name?.goType ?? ""])
    let version = value.member("cniVersion")?.value
    try require(
      "cniVersion is a string when present", version == nil || version?.string != nil, [version?.goType ?? ""])
    if let versions = value.member("cniVersions")?.value {
      try check(versions: versions, beside: version?.string ?? "")
    }
    try checkFlag("disableCheck", of: value)
    try checkFlag("disableGC", of: value)
    let onlyInlined = try checkFlag("loadOnlyInlinedPlugins", of: value)
    return LoadedNetwork(
      name: name?.string ?? "", nameRange: name?.range, plugins: try plugins(of: value, onlyInlined: onlyInlined),
      onlyInlined: onlyInlined)
  }

  private func plugins(of value: Value, onlyInlined: Bool) throws(LoadFault) -> [String] {
    guard let member = value.member("plugins") else {
      try require("plugins present", false, when: onlyInlined ? "loadOnlyInlinedPlugins true" : "")
      return []
    }
    try require("plugins is a list", member.value.array != nil, [member.value.goType])
    let elements = member.value.array ?? []
    try require("plugins not empty", !elements.isEmpty)
    var types: [String] = []
    for (index, element) in elements.enumerated() { types.append(try type(of: element, at: index)) }
    return types
  }

  private func type(of element: Value, at index: Int) throws(LoadFault) -> String {
    if element.isNull {
      // Before 0.7.0 it loads as an entry without content.
      guard libcni >= "0.7.0", let effect = Libcni.nullPlugin.first(where: { $0.span.contains(libcni) }) else {
        return ""
      }
      throw LoadFault(ErrorText(effect.what).filled(with: [String(index)]))
    }
    if let misfit = PluginDecoder(libcni: libcni).misfit(in: element) {
      throw LoadFault(text("each plugin decodes", [String(index)], json: misfit))
    }
    let type = element["type"]?.string ?? ""
    try require("each plugin has a non-empty type", !type.isEmpty, [String(index)])
    return type
  }

  /// Looks at a key that is a boolean, or text for one where the release takes that, and tells whether it is true.
  @discardableResult
  private func checkFlag(_ key: String, of value: Value) throws(LoadFault) -> Bool {
    guard let found = value.member(key)?.value, let forms = Catalogue.conflistKey(key)?.forms(libcni: libcni) else {
      return false
    }
    if let flag = found.bool { return flag }
    guard let word = found.string?.lowercased(), forms.contains(.booleanInText) else {
      try require("\(key) boolean", false, when: "type", [found.goType])
      return false
    }
    try require("\(key) boolean", word == "true" || word == "false", when: "value", [word])
    return word == "true"
  }

  private func check(versions: Value, beside version: String) throws(LoadFault) {
    try require("cniVersions is a list when present", versions.array != nil)
    for (index, entry) in (versions.array ?? []).enumerated() {
      try require("cniVersions entries are strings", entry.string != nil, [String(index), entry.goType])
      let text = entry.string ?? ""
      let fault = VersionReading.fault(in: text, libcni: libcni)
      let values = VersionReading.isLenient(libcni: libcni) ? [String(index)] : [text, String(index)]
      try require("cniVersions entries parse", fault == nil, values, version: fault ?? "")
    }
    guard !version.isEmpty else { return }
    let fault = VersionReading.fault(in: version, libcni: libcni)
    try require("cniVersion parses", fault == nil, [version], version: fault ?? "")
  }

  /// Ends the load with the text of a check where the check is not met and the release makes it.
  private func require(
    _ check: String, _ isMet: Bool, when: String = "", _ values: [String] = [], version: String = ""
  ) throws(LoadFault) {
    guard !isMet, let error = error(check, when: when) else { return }
    throw LoadFault(error.filled(with: values).replacing(text: "<version error>", with: version))
  }

  private func text(_ check: String, _ values: [String] = [], json: String) -> String {
    (error(check, when: "")?.filled(with: values) ?? "<json error>").replacing(text: "<json error>", with: json)
  }

  private func error(_ check: String, when: String) -> ErrorText? {
    Libcni.loadChecks.first { $0.what == check }?.errorTexts(libcni: libcni).first { $0.when == when }
  }
}
