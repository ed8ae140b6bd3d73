import CNIModel
import Diagnostics
import NetworkTypes
import Syntax

/// Reads single values by the type that a key wants, never by YAML's own guesses.
enum Scalars {
  /// Any text; quoted or plain, but not nothing.
  static func text(_ member: Node.Member, _ bag: inout DiagnosticBag) -> Located<String>? {
    text(member.value, of: member.key, &bag)
  }

  /// Any text.
  static func text(_ node: Node, of key: String, _ bag: inout DiagnosticBag) -> Located<String>? {
    guard let scalar = node.scalar, !scalar.isNull else {
      wrong(node, of: key, wants: "a single value", &bag)
      return nil
    }
    return Located(scalar.text, at: node.range)
  }

  /// `true` or `false`.
  static func bool(_ node: Node, of key: String, _ bag: inout DiagnosticBag) -> Located<Bool>? {
    guard let scalar = node.scalar, scalar.isPlain, scalar.text == "true" || scalar.text == "false" else {
      wrong(node, of: key, wants: "true or false", &bag)
      return nil
    }
    return Located(scalar.text == "true", at: node.range)
  }

  /// What somebody meant who wrote something else than `true` or `false`: whoever gives a key a value wants it on.
  static func meantBool(_ node: Node) -> Located<Bool>? {
    guard let scalar = node.scalar, !scalar.isNull else { return nil }
    let isOff = ["no", "off", "false", "0"].contains(scalar.text.lowercased())
    return Located(!isOff, at: node.range)
  }

  /// A whole number in decimal.
  static func integer(_ node: Node, of key: String, _ bag: inout DiagnosticBag) -> Located<Int>? {
    guard let scalar = node.scalar, scalar.isPlain, isInteger(scalar.text), let number = Int(scalar.text) else {
      wrong(node, of: key, wants: "a whole number", &bag)
      return nil
    }
    return Located(number, at: node.range)
  }

  /// A release number.
  static func version(_ member: Node.Member, _ bag: inout DiagnosticBag) -> Located<Version>? {
    guard let text = text(member, &bag) else { return nil }
    if let version = Version(text.value) { return Located(version, at: text.range) }
    let bare = text.value.hasPrefix("v") ? String(text.value.dropFirst()) : ""
    bag.error(
      "invalid-version", "\(member.key): \(text.value) is no release number such as 1.6.20", at: text.range,
      help: Version(bare).map { "write \($0)" })
    return nil
  }

  /// A list of texts.
  static func texts(_ member: Node.Member, _ bag: inout DiagnosticBag) -> [Located<String>]? {
    guard let nodes = member.value.sequence else {
      wrong(member.value, of: member.key, wants: "a list", &bag)
      return nil
    }
    return nodes.compactMap { text($0, of: "an entry of \(member.key)", &bag) }
  }

  /// Reports a value of the wrong kind.
  static func wrong(_ node: Node, of key: String, wants: String, _ bag: inout DiagnosticBag) {
    var found = node.kindWord
    var help: String?
    if let scalar = node.scalar, !scalar.isNull {
      let shown = String(scalar.text.prefix(40))
      found = scalar.isPlain ? shown : "the text \"\(shown)\""
      help = self.help(scalar, of: key, wants)
    }
    bag.error("wrong-type", "\(key) takes \(wants), not \(found)", at: node.range, help: help)
  }

  private static func help(_ scalar: Node.Scalar, of key: String, _ wants: String) -> String? {
    switch (wants, scalar.text) {
    case ("true or false", let text) where key == "gateway" && IPAddress(text) != nil:
      "write true; the address is a key of its range: {subnet: …, gateway: \(text)}"
    case ("true, false or a mapping", let text) where key == "bridge" && InterfaceName.fault(of: text) == nil:
      "write bridge: {name: \(text)}"
    case ("true, false or a mapping", _): "write true, or a mapping of its keys; cnigen explain \(key) lists them"
    case ("a list", let text), ("a list of subnets, or the word kubernetes", let text): "write [\(text)]"
    case ("a list of plugins", let text) where Intent(plugin: text) != nil:
      "the plugin is a key of its own: \(Intent(plugin: text)?.rawValue ?? text): {…}"
    case ("true or false", "yes"), ("true or false", "on"), ("true or false", "True"), ("true or false", "1"),
      ("true or false", "true"):
      "write true, without quotes"
    case ("true or false", "no"), ("true or false", "off"), ("true or false", "False"), ("true or false", "0"),
      ("true or false", "false"):
      "write false, without quotes"
    case ("a whole number", let text) where isInteger(text): "write \(text), without quotes"
    default: nil
    }
  }

  /// Whether a text is a decimal number as JSON writes it: no plus, no leading zero, no underscore.
  static func isInteger(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    return digits == "0" || !digits.hasPrefix("0")
  }
}
