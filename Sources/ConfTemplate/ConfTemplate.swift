package import CNIModel
import Catalogue
package import Diagnostics
package import NetworkTypes

/// A template for containerd's `conf_template`, read and found free of what would stop Go.
package struct ConfTemplate: Sendable {
  private let bytes: [UInt8]
  private let nodes: [TemplateNode]
  private let release: Version

  /// Reads a template for a release of containerd. What is wrong with it goes into the bag; `nil` where it cannot be
  /// evaluated.
  package static func read(
    _ file: FileID, _ bytes: [UInt8], for release: Version, into bag: inout DiagnosticBag
  ) -> ConfTemplate? {
    let report = TemplateReport(file: file, release: release)
    let pieces: [TemplatePiece]
    let nodes: [TemplateNode]
    do throws(TemplateFault) {
      pieces = try TemplateLexer.pieces(of: bytes)
    } catch {
      report.add(error, &bag)
      return nil
    }
    do throws(TemplateFault) {
      nodes = try TemplateParser.parse(pieces, length: bytes.count)
    } catch {
      report.add(error, &bag)
      // The names of fields are right or wrong wherever they stand.
      for fault in FieldCheck.unknownNames(in: pieces, for: release) { report.add(fault, &bag) }
      return nil
    }
    let faults = FieldCheck.faults(in: nodes, for: release)
    for fault in faults { report.add(fault, &bag) }
    return faults.isEmpty ? ConfTemplate(bytes: bytes, nodes: nodes, release: release) : nil
  }

  /// What containerd makes of the template on a node with some pod CIDRs; `nil` where that has no end in sight, which
  /// is in the bag.
  package func render(for pods: PodCIDRs, _ file: FileID, into bag: inout DiagnosticBag) -> Rendering? {
    let outcome = TemplateEvaluator.evaluate(nodes, of: bytes, data: .data(for: pods, in: release))
    if let fault = outcome.fault { TemplateReport(file: file, release: release).add(fault, &bag) }
    return outcome.fault == nil ? outcome.rendering : nil
  }
}
