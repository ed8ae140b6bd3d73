import CNIModel
import Emission
import Fleet
import NetworkTypes
import ProfileLanguage

/// What the page's script gets to know, in columns that are short where nodes are alike: names as patterns, everything
/// else as runs of equal or ascending values. The nodes stand in the natural order of their names.
enum PageData {
  /// The data as JSON on one line.
  static func make(_ report: FleetReport) -> String {
    let survey = report.survey
    var labels = Texts()
    var labelSets = Sets()
    let labelRuns = runs(
      report.order.map { node in
        labelSets.number(of: survey.labels(of: node).map { labels.number(of: "\($0.key)=\($0.value)") })
      })
    var poolSets = Sets()
    let poolRuns = runs(report.order.map { poolSets.number(of: survey.pools(of: $0)) })
    let subnets = subnets(report)
    let json = JSON.object([
      .init("count", .integer(survey.count)),
      .init("names", .array(report.names(of: report.order).runs.map { .string($0.text) })),
      .init("blocks", .array(report.maps.map(block))),
      .init("subnets", .array(subnets.runs)),
      .init("odd", .array(subnets.odd)),
      .init("reserved", .array(survey.reserved.map { pair($0.purpose, "\($0.network.value)") })),
      .init("gone", .array(survey.gone.map { pair($0.name, "\($0.subnet)") })),
      .init("pools", .array(survey.pools.map { .string($0.name?.value ?? "") })),
      .init("poolSets", poolSets.json), .init("poolOf", poolRuns),
      .init("targets", .array(report.targets.map { .string(Words.releases(of: $0.form.targets)) })),
      .init("targetOf", groups(report.targets, report)),
      .init("variantOf", groups(report.variants, report)),
      .init("labels", .array(labels.all.map { .string($0) })),
      .init("labelSets", labelSets.json), .init("labelOf", labelRuns),
    ])
    return Escape.script(JSONWriter.line(json))
  }

  private static func pair(_ name: String, _ network: String) -> JSON { .array([.string(name), .string(network)]) }

  private static func block(_ map: AddressMap) -> JSON {
    .object([
      .init("net", .string("\(map.subnets.network)")), .init("prefix", .integer(map.subnets.prefix)),
    ])
  }

  /// For each block the number of each node's subnet: runs of first number and length, the number growing by one from
  /// node to node, and -1 for nodes without one. Subnets that are none of a block are told one by one.
  private static func subnets(_ report: FleetReport) -> (runs: [JSON], odd: [JSON]) {
    let survey = report.survey
    var columns = survey.blocks.map { _ in [Int](repeating: -1, count: survey.count) }
    var odd: [JSON] = []
    for (place, node) in report.order.enumerated() {
      for subnet in survey.subnets(of: node) {
        let block = survey.blocks.indices.first { index in
          columns[index][place] < 0 && survey.blocks[index].subnets.number(of: subnet) != nil
        }
        if let block, let number = survey.blocks[block].subnets.number(of: subnet) {
          columns[block][place] = number
        } else {
          odd.append(.array([.integer(place), .string("\(subnet)")]))
        }
      }
    }
    return (columns.map(ascending), odd)
  }

  private static func ascending(_ numbers: [Int]) -> JSON {
    var runs: [JSON] = []
    var start = 0
    while start < numbers.count {
      var end = start + 1
      while end < numbers.count, numbers[end] == (numbers[start] < 0 ? -1 : numbers[end - 1] + 1) { end += 1 }
      // A script's numbers are exact up to 2^53; as text all of them are.
      runs += [.string("\(numbers[start])"), .integer(end - start)]
      start = end
    }
    return .array(runs)
  }

  /// Values and how often each stands in a row.
  private static func runs(_ values: [Int]) -> JSON {
    var runs: [JSON] = []
    var start = 0
    while start < values.count {
      let end = values[start...].firstIndex { $0 != values[start] } ?? values.count
      runs += [.integer(values[start]), .integer(end - start)]
      start = end
    }
    return .array(runs)
  }

  private static func groups(_ groups: [FleetSurvey.Group], _ report: FleetReport) -> JSON {
    var groupOfNode = [Int](repeating: -1, count: report.survey.count)
    for (number, group) in groups.enumerated() {
      for node in group.nodes { groupOfNode[node] = number }
    }
    return runs(report.order.map { groupOfNode[$0] })
  }

  /// Texts, each once.
  private struct Texts {
    private(set) var all: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of text: String) -> Int {
      if let known = numbers[text] { return known }
      numbers[text] = all.count
      all.append(text)
      return all.count - 1
    }
  }

  /// Sets of numbers, each once.
  private struct Sets {
    private var all: [[Int]] = []
    private var numbers: [[Int]: Int] = [:]

    var json: JSON { .array(all.map { .array($0.map { .integer($0) }) }) }

    mutating func number(of set: [Int]) -> Int {
      if let known = numbers[set] { return known }
      numbers[set] = all.count
      all.append(set)
      return all.count - 1
    }
  }
}
