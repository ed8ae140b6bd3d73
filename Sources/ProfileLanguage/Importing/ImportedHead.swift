import CNIModel
import Diagnostics
import Emission
import Syntax

/// The keys of a list beside its plugins.
extension ImportedNetwork {
  /// `cniVersion` and its like, where a profile can say them, and where it has to.
  static func head(of list: Value, for target: Target, _ remarks: inout Remarks) -> [YAML.Member] {
    tellVersion(of: list, for: target, &remarks)
    return head(of: list, [], for: target, remarks)
  }

  /// The same, behind other members.
  static func head(
    of list: Value, _ first: [YAML.Member], for target: Target, _ remarks: Remarks
  ) -> [YAML.Member] {
    var members = first
    for name in ["cniVersion", "cniVersions", "disableCheck", "disableGC", "loadOnlyInlinedPlugins"] {
      guard let member = list.member(name), let value = said(member, list, target) else { continue }
      members.append(YAML.Member(member, value, remarks))
    }
    return members
  }

  /// Holds what the members bring about against the file.
  static func compare(
    _ file: Value, with members: [YAML.Member], _ name: String, for target: Target, _ remarks: inout Remarks
  ) {
    guard let spec = ReadBack.network(members).spec else { return }
    var bag = DiagnosticBag()
    let made = Lowering.lower(spec, name: Located(name, at: file.range), for: target, into: &bag).list.value
    let differences = Difference.between(file, made)
    let top = differences.filter { difference in
      difference.kind == .lost && (file.object ?? []).contains { $0.nameRange == difference.place }
    }
    remarks.add(top, in: file.range, because: "a profile has no place for it, and no plugin sees it")
    remarks.add(differences, in: file.range, because: "build writes it so")
  }

  private static func tellVersion(of list: Value, for target: Target, _ remarks: inout Remarks) {
    let reason = "one that is absent or empty counts as 0.1.0; auto takes \(chosen(list, target) ?? "the best one")"
    guard let version = list.member("cniVersion")?.value else {
      remarks.added("cniVersion", to: list.range, in: list.range, because: reason)
      return
    }
    if version.string?.isEmpty ?? false {
      remarks.changed("cniVersion", from: version, to: "auto", at: list.range, because: reason)
    } else if version.string == nil {
      remarks.changed(
        "cniVersion", from: version, to: "auto", at: list.range,
        because: "a version is a string, and this is \(version.typeWord)")
    }
  }

  /// How a profile says a key; `nil` where it does not say it.
  private static func said(_ member: Value.Member, _ list: Value, _ target: Target) -> YAML? {
    let value = member.value
    switch member.name {
    case "cniVersion":
      guard let text = value.string, !text.isEmpty else { return nil }
      // Without a target `auto` would follow the newest releases, whatever they come to be.
      return !target.isAssumed && chosen(list, target) == text ? nil : .text(text)
    case "cniVersions":
      guard let texts = value.array?.compactMap(\.string), texts.count == value.array?.count else { return nil }
      return YAML.sequence(texts.map { .text($0) }).short
    default:
      let flag = value.bool ?? value.string.flatMap { ["true": true, "false": false][$0.lowercased()] }
      return flag.map { .bool($0) }
    }
  }

  private static func chosen(_ list: Value, _ target: Target) -> String? {
    let plugins = list.member("plugins")?.value.array ?? []
    let types = plugins.flatMap { [$0["type"]?.string, $0["ipam"]?["type"]?.string].compactMap(\.self) }
    guard case .chosen(let version, _) = SpecChoice.choose(plugins: types, target: target) else { return nil }
    return version
  }
}
