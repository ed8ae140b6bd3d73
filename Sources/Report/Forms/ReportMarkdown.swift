import CNIModel
import Diagnostics
import Fleet
import NetworkTypes
import ProfileLanguage

/// A fleet in a comment on a pull request.
package enum ReportMarkdown {
  private static let findingsShown = 20
  private static let namesWidth = 80

  /// The summary.
  package static func render(_ report: FleetReport) -> [UInt8] {
    var lines = ["## \(MarkdownText.escaped(report.survey.name)): \(Words.count(report.survey.count, "node"))"]
    if !report.maps.isEmpty {
      lines += ["", "| block | used | held back | free | a node's subnet |", "| --- | ---: | ---: | ---: | --- |"]
      for map in report.maps {
        let use = map.use
        let share = use.subnets.count == .max ? "" : " (\(Words.percent(use.used, of: use.subnets.count)))"
        lines.append(
          "| `\(map.subnets.network)` in /\(map.subnets.prefix) | \(Words.number(use.used))\(share) "
            + "| \(Words.number(use.heldBack)) | \(Words.subnets(use.free)) | \(Words.capacity(use)) |")
      }
    }
    let own = report.survey.ownSubnetCount
    if own > 0 { lines += ["", "\(Words.count(own, "subnet")) of the nodes' own, in no block."] }
    lines += table("pool", report.pools.map { ($0.name, $0.nodes) }, report)
    lines += table("target", report.targets.map { (Words.releases(of: $0.form.targets), $0.nodes) }, report)
    lines += table(
      "files",
      report.variants.map { group in
        (group.form.files.map { $0.path.joined(separator: "/") }.joined(separator: ", "), group.nodes)
      }, report)
    return Array((lines + findings(report) + [""]).joined(separator: "\n").utf8)
  }

  private static func table(_ word: String, _ rows: [(String, [Int])], _ report: FleetReport) -> [String] {
    guard !rows.isEmpty else { return [] }
    return ["", "| \(word) | nodes | which |", "| --- | ---: | --- |"]
      + rows.map { name, nodes in
        let names = report.names(of: nodes).text(upTo: namesWidth)
        return "| \(MarkdownText.escaped(name)) | \(Words.number(nodes.count)) | \(MarkdownText.escaped(names)) |"
      }
  }

  private static func findings(_ report: FleetReport) -> [String] {
    let findings = report.findings
    guard !findings.isEmpty else { return ["", "No findings."] }
    var lines = ["", Words.count(findings.count, "finding") + ":", ""]
    for finding in findings.prefix(findingsShown) {
      var place = ""
      if let range = finding.range {
        let words = MarkdownText.escaped(report.place(range))
        place = report.link(to: range).map { "[\(words)](\($0)): " } ?? "\(words): "
      }
      lines.append(
        "- **\(finding.severity.rawValue)** \(place)\(MarkdownText.escaped(finding.message)) `\(finding.rule)`")
    }
    if findings.count > findingsShown { lines.append("- and \(findings.count - findingsShown) more") }
    return lines
  }
}
