package import Diagnostics
package import NetworkTypes
package import Syntax

/// A parameter of a template.
package struct Parameter: Sendable {
  package let name: String
  /// The place of its name in the template.
  package let range: SourceRange
  package var type = ParameterType.string
  /// What stands in for a value that is not given.
  package var defaultValue: Node?
  /// Whether the key that it is the value of may go away.
  package var isOptional = false
  /// Limits of a number, or of the number of entries in a list; both included.
  package var minimum: Int?
  package var maximum: Int?
  /// The texts that it takes, where it takes only some.
  package var values: [String] = []
  /// The family of the addresses that it takes, where it takes only one.
  package var family: IPAddress.Family?
  /// What it is for, in one line.
  package var summary = ""
  /// A value to start from.
  package var example: Node?

  /// Whether a profile has to give a value.
  package var isRequired: Bool { defaultValue == nil && !isOptional }

  /// A value as this parameter takes it. What it does not take is reported at its place; `nil` then.
  func take(_ node: Node, _ bag: inout DiagnosticBag) -> Node? {
    let before = bag.count(of: .error)
    let value = take(node, as: type, &bag)
    checkLimits(node, &bag)
    return bag.count(of: .error) == before ? value : nil
  }

  private func take(_ node: Node, as type: ParameterType, _ bag: inout DiagnosticBag) -> Node? {
    switch (type, node.content) {
    case (.list(let inner), .sequence(let nodes)):
      return Node(.sequence(nodes.compactMap { take($0, as: inner, &bag) }), at: node.range)
    case (.map(let inner), .mapping(let members)):
      let taken = members.compactMap { member in
        (inner.map { take(member.value, as: $0, &bag) } ?? member.value).map {
          Node.Member(key: member.key, keyRange: member.keyRange, value: $0)
        }
      }
      return Node(.mapping(taken), at: node.range)
    case (_, .scalar(let scalar)):
      guard let value = type.value(of: scalar) else { break }
      return accepts(value.text, as: type, at: node.range, &bag) ? Node(.scalar(value), at: node.range) : nil
    default: break
    }
    refuse(node, wants: type.wanted, &bag)
    return nil
  }

  private func accepts(
    _ text: String, as type: ParameterType, at place: SourceRange, _ bag: inout DiagnosticBag
  ) -> Bool {
    if let family, let found = Self.family(of: text, type), found != family {
      report("\(name) takes addresses of \(family.name), and \(text) is one of \(found.name)", at: place, nil, &bag)
      return false
    }
    guard values.isEmpty || values.contains(text) else {
      report(
        "\(name) takes \(Words.either(values)), not \(text)", at: place,
        Spelling.nearest(to: text, among: values).map { "write \($0)" }, &bag)
      return false
    }
    return true
  }

  private static func family(of text: String, _ type: ParameterType) -> IPAddress.Family? {
    switch type {
    case .cidr: CIDR(text)?.family
    case .address: IPAddress(text)?.family
    default: nil
    }
  }

  private func checkLimits(_ node: Node, _ bag: inout DiagnosticBag) {
    let number: Int?
    let what: String
    if case .list = type {
      number = node.sequence?.count
      what = number == 1 ? " entry" : " entries"
    } else if type == .integer {
      number = node.scalar.flatMap { $0.isPlain ? Int($0.text) : nil }
      what = ""
    } else {
      return
    }
    guard let number else { return }
    let verb = what.isEmpty ? "is" : "has"
    if let minimum, number < minimum {
      report("\(name) \(verb) \(number)\(what); it takes at least \(minimum)", at: node.range, nil, &bag)
    }
    if let maximum, number > maximum {
      report("\(name) \(verb) \(number)\(what); it takes at most \(maximum)", at: node.range, nil, &bag)
    }
  }

  private func refuse(_ node: Node, wants: String, _ bag: inout DiagnosticBag) {
    var found = node.kindWord
    if let scalar = node.scalar, !scalar.isNull {
      let shown = String(scalar.text.prefix(40))
      found = scalar.isPlain ? shown : "the text \"\(shown)\""
    }
    report("\(name) takes \(wants), not \(found)", at: node.range, nil, &bag)
  }

  private func report(_ message: String, at place: SourceRange, _ help: String?, _ bag: inout DiagnosticBag) {
    bag.error(
      "parameter-invalid", message, at: place,
      notes: place.file == range.file ? [] : [Diagnostic.Note("the parameter is declared here", at: range)],
      help: help)
  }
}

extension IPAddress.Family {
  /// The family as people write it.
  fileprivate var name: String { self == .ipv4 ? "IPv4" : "IPv6" }
}
