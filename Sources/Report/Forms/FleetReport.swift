import CNIModel
package import Diagnostics
package import Fleet
import NetworkTypes
import ProfileLanguage

/// A fleet as it is reported, in whatever form: everything that takes a while is worked out once.
package struct FleetReport: Sendable {
  let survey: FleetSurvey
  let files: SourceFiles
  /// What was found, in the order of the files.
  let findings: [Diagnostic]
  /// What stands before the path of a file to make it an address: `https://github.com/o/r/blob/main`.
  let linkBase: String?
  let maps: [AddressMap]
  /// The nodes in the natural order of their names.
  let order: [Int]
  let targets: [FleetSurvey.Group]
  let variants: [FleetSurvey.Group]
  let pools: [Pool]
  /// Addresses that two nodes have, or that a node has and somebody reserved.
  let clashes: [AddressRange]

  /// A pool, and the nodes that are in it.
  struct Pool: Sendable {
    /// `nil` for the nodes that are in no pool.
    let pool: FleetSpec.Pool?
    var nodes: [Int] = []

    var name: String { pool.map { $0.name?.value ?? "" } ?? "in no pool" }
  }

  package init(_ survey: FleetSurvey, findings: DiagnosticBag, files: SourceFiles, linkBase: String? = nil) {
    self.survey = survey
    self.findings = findings.sorted()
    self.files = files.indexed(for: self.findings)
    self.linkBase = linkBase
    maps = AddressMap.all(of: survey)
    order = survey.inNaturalOrder
    targets = survey.targets
    variants = survey.variants
    clashes = Self.clashes(of: survey)
    var pools = survey.pools.map { Pool(pool: $0) }
    var others = Pool(pool: nil)
    for node in order {
      let numbers = survey.pools(of: node)
      for number in numbers { pools[number].nodes.append(node) }
      if numbers.isEmpty { others.nodes.append(node) }
    }
    self.pools = pools.isEmpty || others.nodes.isEmpty ? pools : pools + [others]
  }

  private static func clashes(of survey: FleetSurvey) -> [AddressRange] {
    let pairs = survey.overlaps.compactMap { $0.first.subnet.range.intersection($0.second.subnet.range) }
    let reserved = survey.reserved.map(\.network.value.range)
    guard !reserved.isEmpty else { return pairs }
    return pairs
      + (0..<survey.count).flatMap { node in
        survey.subnets(of: node).flatMap { subnet in reserved.compactMap { $0.intersection(subnet.range) } }
      }
  }

  /// How many findings of a severity there are.
  func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// A place as people say it: `fleet.yaml:12:3`.
  func place(_ range: SourceRange) -> String {
    let file = files[range.file]
    let start = file.position(at: range.start)
    return "\(ShownText.visible(file.name)):\(start.line):\(start.column)"
  }

  /// The address of the line of a place; `nil` without a base.
  func link(to range: SourceRange) -> String? {
    guard let linkBase else { return nil }
    let file = files[range.file]
    guard !file.name.hasPrefix("<"), file.name != "-" else { return nil }
    let path = file.name.hasPrefix("./") ? String(file.name.dropFirst(2)) : file.name
    let base = linkBase.hasSuffix("/") ? String(linkBase.dropLast()) : linkBase
    return "\(base)/\(Escape.path(path))#L\(file.position(at: range.start).line)"
  }

  /// Some nodes as people say them.
  func names(of nodes: [Int]) -> FoldedNames { FoldedNames(nodes.map(survey.nameBytes(of:))) }
}
