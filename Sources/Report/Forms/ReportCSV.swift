import CNIModel
import Fleet
import NetworkTypes
import ProfileLanguage

/// A row for each node.
package enum ReportCSV {
  /// The table, with a head.
  package static func render(_ report: FleetReport) -> [UInt8] {
    let survey = report.survey
    var targetOfNode = [String](repeating: "", count: survey.count)
    for group in report.targets {
      let words = Words.releases(of: group.form.targets)
      for node in group.nodes { targetOfNode[node] = words }
    }
    var variantOfNode = [Int](repeating: 0, count: survey.count)
    for (number, group) in report.variants.enumerated() {
      for node in group.nodes { variantOfNode[node] = number + 1 }
    }
    var bytes = Array("node,pools,target,subnets,variant,labels\n".utf8)
    for node in report.order {
      let pools = survey.pools(of: node).map { survey.pools[$0].name?.value ?? "" }
      let fields = [
        survey.name(of: node), pools.joined(separator: " "), targetOfNode[node],
        survey.subnets(of: node).map(\.description).joined(separator: " "),
        variantOfNode[node] == 0 ? "" : "\(variantOfNode[node])",
        survey.labels(of: node).map { "\($0.key)=\($0.value)" }.joined(separator: " "),
      ]
      bytes += fields.map(Escape.csv).joined(separator: ",").utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
