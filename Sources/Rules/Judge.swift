package import CNIModel
package import Diagnostics

/// Runs every rule over the networks of a node.
package enum Judge {
  /// Judges all networks of one node for one target, each beside those before it.
  package static func judge(_ lists: [NetworkList], for target: Target, into bag: inout DiagnosticBag) {
    var earlier: [Subject] = []
    for list in lists {
      let subject = Subject(list, for: target, earlier: earlier)
      judge(subject, into: &bag)
      earlier.append(subject.alone)
    }
  }

  /// Judges one network.
  package static func judge(_ subject: Subject, into bag: inout DiagnosticBag) {
    guard subject.isBearable else {
      NetworkSize.report(subject.list, &bag)
      return
    }
    let rules = Rule.all
    guard let first = rules.first else { return }
    var findings = Findings(of: first)
    for rule in rules {
      guard case .network(let check) = rule.check else { continue }
      findings.turn(to: rule)
      check(subject, &findings)
    }
    bag.add(findings.bag)
  }

  /// Judges a node as a whole.
  package static func judgeNode(_ subject: NodeSubject, into bag: inout DiagnosticBag) {
    let rules = Rule.all
    guard let first = rules.first else { return }
    var findings = Findings(of: first)
    for rule in rules {
      guard case .node(let check) = rule.check else { continue }
      findings.turn(to: rule)
      check(subject, &findings)
    }
    bag.add(findings.bag)
  }
}
