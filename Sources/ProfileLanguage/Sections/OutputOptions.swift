import CNIModel
import Diagnostics
import Outputs
import Syntax

/// The options of an output, read by the form that the output states for each.
enum OutputOptions {
  static func section(_ output: Output) -> Section {
    Section(
      name: output.word,
      fields: output.options.map { Section.Entry(name: $0.name, summary: $0.summary, shape: shape($0.form)) })
  }

  private static func shape(_ form: OutputOption.Form) -> Shape {
    switch form {
    case .flag: .flag
    case .word(let words): .word(words)
    case .objectName, .image: .text
    case .labels: .map(.text)
    }
  }

  static func read(_ node: Node, of output: Output, _ bag: inout DiagnosticBag) -> [Value.Member] {
    (node.mapping ?? []).compactMap { member in
      guard let option = output.options.first(where: { $0.name == member.key }) else {
        report(member, of: output, &bag)
        return nil
      }
      return value(member, option.form, &bag).map { Value.Member(member.key, at: member.keyRange, $0) }
    }
  }

  private static func report(_ member: Node.Member, of output: Output, _ bag: inout DiagnosticBag) {
    guard !output.options.isEmpty else {
      bag.error(
        "unknown-key", "\(output.word) has no key \(member.key); it has no options", at: member.keyRange,
        help: "write \(output.word) alone")
      return
    }
    KeyAdvice.report(member, in: output.word, known: output.options.map(\.name), &bag)
  }

  private static func value(
    _ member: Node.Member, _ form: OutputOption.Form, _ bag: inout DiagnosticBag
  ) -> Value? {
    switch form {
    case .flag: return Scalars.bool(member.value, of: member.key, &bag).map { Value(.bool($0.value), at: $0.range) }
    case .labels: return labels(member, &bag)
    case .word(let words):
      return text(member, &bag) { found, bag in
        guard !words.contains(found.value) else { return }
        bag.error(
          "unknown-value", "\(member.key) takes \(Words.either(words)), not \(found.value)", at: found.range,
          help: Spelling.nearest(to: found.value, among: words).map { "write \($0)" })
      }
    case .objectName:
      return text(member, &bag) { found, bag in
        guard let fault = ObjectName.fault(of: found.value, isNamespace: true) else { return }
        bag.error(
          "invalid-kubernetes-name", "there can be no \(member.key) \(found.value) in Kubernetes: \(fault)",
          at: found.range, help: "write a name such as kube-system")
      }
    case .image:
      return text(member, &bag) { found, bag in
        guard let fault = ImageReference.fault(of: found.value) else { return }
        bag.error(
          "invalid-image", "\(found.value) names no image: \(fault)", at: found.range,
          help: "write registry/name:tag, such as registry.example.com/busybox:1.36")
      }
    }
  }

  private static func text(
    _ member: Node.Member, _ bag: inout DiagnosticBag, check: (Located<String>, inout DiagnosticBag) -> Void
  ) -> Value? {
    guard let found = Scalars.text(member, &bag) else { return nil }
    check(found, &bag)
    return Value(.string(found.value), at: found.range)
  }

  private static func labels(_ member: Node.Member, _ bag: inout DiagnosticBag) -> Value? {
    guard let members = member.value.mapping else {
      Scalars.wrong(member.value, of: member.key, wants: "a mapping from label to value", &bag)
      return nil
    }
    let values = members.compactMap { label -> Value.Member? in
      if let fault = ObjectName.fault(ofLabelKey: label.key) {
        bag.error(
          "invalid-kubernetes-name", "there can be no label \(label.key) in Kubernetes: \(fault)", at: label.keyRange,
          help: "write a label such as topology.kubernetes.io/zone")
      }
      guard let scalar = label.value.scalar, !(scalar.isNull && !scalar.text.isEmpty) else {
        Scalars.wrong(label.value, of: label.key, wants: "a single value", &bag)
        return nil
      }
      if let fault = ObjectName.fault(ofLabelValue: scalar.text) {
        bag.error(
          "invalid-kubernetes-name", "the label \(label.key) cannot be \(scalar.text): \(fault)",
          at: label.value.range, help: "write what kubectl get nodes --show-labels has")
      }
      return Value.Member(label.key, at: label.keyRange, Value(.string(scalar.text), at: label.value.range))
    }
    return Value(.object(NaturalValue.ordered(values, by: [])), at: member.value.range)
  }
}
