package import Diagnostics
import Emission

/// The report for programs: a list with an object for each network.
package struct JSONReport {
  private let files: SourceFiles

  package init(files: SourceFiles) { self.files = files }

  package func render(_ networks: [Trialled]) -> [UInt8] {
    JSONWriter.document(.array(networks.map(network)))
  }

  private func network(_ network: Trialled) -> JSON {
    .object([
      JSON.Member("network", .string(network.name)), JSON.Member("held", .bool(!network.failed)),
      JSON.Member("milliseconds", .integer(Int(network.seconds * 1000))),
      JSON.Member("findings", .array(network.findings.map(finding))),
    ])
  }

  private func finding(_ finding: Finding) -> JSON {
    let file = files[finding.range.file]
    let (line, column) = file.position(at: finding.range.start)
    let template = finding.template.map { range in
      let (line, column) = files[range.file].position(at: range.start)
      return [JSON.Member("template", .string("\(files[range.file].name):\(line):\(column)"))]
    }
    return .object(
      [
        JSON.Member("probe", .string(finding.probe)), JSON.Member("subject", .string(finding.subject)),
        JSON.Member("state", .string(finding.state.rawValue)), JSON.Member("expected", .string(finding.expected)),
        JSON.Member("seen", .string(finding.seen)), JSON.Member("file", .string(file.name)),
        JSON.Member("line", .integer(line)), JSON.Member("column", .integer(column)),
      ] + (template ?? []))
  }
}
