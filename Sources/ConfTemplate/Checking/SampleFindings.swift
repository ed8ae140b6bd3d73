package import CNIModel
package import Diagnostics
import NetworkTypes
import PlainText

/// What was found on nodes with different pod CIDRs, told once.
package struct SampleFindings: Sendable {
  private var verdicts: [(pods: PodCIDRs, bag: DiagnosticBag)] = []

  package init() {}

  /// Adds what was found for a sample.
  package mutating func add(_ bag: DiagnosticBag, for pods: PodCIDRs) { verdicts.append((pods, bag)) }

  /// Everything that was found. What is wrong in some clusters only is a warning: nobody has said which kind of cluster
  /// there is. Where every kind fails, errors stay errors.
  package var merged: DiagnosticBag {
    let merged = merged(lowering: true)
    let worksNowhere = !merged.hasErrors && verdicts.allSatisfy(\.bag.hasErrors)
    return worksNowhere ? self.merged(lowering: false) : merged
  }

  private func merged(lowering: Bool) -> DiagnosticBag {
    var merged = DiagnosticBag()
    var told: [Diagnostic] = []
    for verdict in verdicts {
      for finding in verdict.bag.diagnostics where !told.contains(where: { Self.isSame($0, finding) }) {
        told.append(finding)
        let holders = verdicts.filter { verdict in
          verdict.bag.diagnostics.contains { Self.isSame($0, finding) }
        }
        guard holders.count < verdicts.count else {
          merged.add(Self.explained(finding))
          continue
        }
        let lowers = lowering && !failsEverywhere(at: finding.range)
        merged.add(Self.limited(Self.explained(finding), to: holders.map(\.pods), atMost: lowers ? .warning : .error))
      }
    }
    return merged
  }

  /// Whether one place is at fault in every cluster, if by different rules.
  private func failsEverywhere(at range: SourceRange?) -> Bool {
    verdicts.allSatisfy { $0.bag.diagnostics.contains { $0.severity == .error && $0.range == range } }
  }

  /// Says what the addresses are that nobody wrote.
  private static func explained(_ finding: Diagnostic) -> Diagnostic {
    let texts = [finding.message, finding.help ?? ""] + finding.notes.map(\.message)
    let samples = (PodCIDRs.samples.first?.cidrs ?? []).map(\.description).filter { sample in
      let prefix = String(sample.prefix { $0 != "/" }.dropLast())
      return texts.contains { $0.contains(text: prefix) }
    }
    guard !samples.isEmpty else { return finding }
    let verb = samples.count == 1 ? "stands" : "stand"
    let note = Diagnostic.Note(
      "\(WordList.and(samples)) \(verb) for the pod CIDRs, which the node gets from Kubernetes")
    return Diagnostic(
      rule: finding.rule, severity: finding.severity, message: finding.message, at: finding.range,
      notes: finding.notes + [note], help: finding.help)
  }

  private static func limited(
    _ finding: Diagnostic, to pods: [PodCIDRs], atMost severity: Severity
  ) -> Diagnostic {
    let clusters = WordList.or(pods.map(\.words))
    return Diagnostic(
      rule: finding.rule, severity: min(finding.severity, severity), message: finding.message, at: finding.range,
      notes: finding.notes + [Diagnostic.Note("so it is where Kubernetes gives the node \(clusters)")],
      help: finding.help)
  }

  /// Messages name addresses, which differ from sample to sample.
  private static func isSame(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    left.rule == right.rule && left.range == right.range
  }
}
