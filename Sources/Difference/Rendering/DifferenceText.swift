package import Diagnostics

/// A difference for people.
package struct DifferenceText {
  private let files: SourceFiles
  private let isColored: Bool
  private let detail: Detail
  private var lines: [String] = []
  /// How many nodes of a group are named.
  private static let namesShown = 3

  /// How much is shown.
  package enum Detail: Sendable {
    /// Changes in a line each, those without effect left out.
    case brief
    case usual
    /// Changes without effect, and every file, as well.
    case full
  }

  package init(files: SourceFiles, isColored: Bool, detail: Detail) {
    self.files = files
    self.isColored = isColored
    self.detail = detail
  }

  /// The whole text.
  package static func render(
    _ report: DifferenceReport, files: SourceFiles, isColored: Bool = false, detail: Detail = .usual
  ) -> String {
    var text = DifferenceText(files: files, isColored: isColored, detail: detail)
    for change in report.sideChanges { text.add(change) }
    for group in report.groups { text.add(group, of: report) }
    text.addSummary(report)
    return text.lines.joined(separator: "\n") + "\n"
  }

  private mutating func add(_ group: DifferenceReport.Group, of report: DifferenceReport) {
    let shown = group.changes.filter { $0.effect > .none || detail == .full }
    guard !shown.isEmpty else { return }
    if let title = Self.title(group.nodes) {
      lines.append(ShownText.visible(title))
      lines.append("")
    }
    for change in shown { add(change) }
    guard detail == .full, !group.files.isEmpty else { return }
    lines.append("files:")
    lines += group.files.map { "  \($0.kind.rawValue) \(ShownText.visible($0.path))" }
    lines.append("")
  }

  /// `12,400 nodes (edge-00001, edge-00002, edge-00003, …)`; nothing for files of no node.
  package static func title(_ nodes: [String]) -> String? {
    guard let first = nodes.first, nodes != [""] else { return nil }
    guard nodes.count > 1 else { return "node \(first):" }
    let names = nodes.prefix(namesShown).joined(separator: ", ")
    return "\(grouped(nodes.count)) nodes (\(names)\(nodes.count > namesShown ? ", …" : "")):"
  }

  private mutating func add(_ change: NodeChange) {
    let network = change.network.map { $0.isEmpty ? "" : " \($0)" } ?? ""
    let word = change.word.map { " (\($0))" } ?? ""
    let values = "\(change.old ?? "nothing") -> \(change.new ?? "nothing")"
    let what = ShownText.visible("\(network) \(change.path)\(word): \(values)")
    lines.append("\(colored(change.effect))\(what) [\(change.kind)]")
    guard detail != .brief else { return }
    for (label, place) in [("before", change.oldPlace), ("now", change.newPlace)] {
      guard let place else { continue }
      lines.append("    \(label): \(self.place(place))")
    }
    lines.append("    \(ShownText.visible(change.reason))")
    if let help = change.help { lines.append("    help: \(ShownText.visible(help))") }
    lines.append("")
  }

  /// `profiles/edge.yaml:14:7`.
  private func place(_ range: SourceRange) -> String {
    let file = files[range.file]
    let position = file.position(at: range.start)
    return "\(ShownText.visible(file.name)):\(position.line):\(position.column)"
  }

  private mutating func addSummary(_ report: DifferenceReport) {
    let changes = report.groups.flatMap(\.changes) + report.sideChanges
    guard !changes.isEmpty else {
      lines.append("\(report.newTitle) means what \(report.oldTitle) means\(nodes(report.comparedCount))")
      return
    }
    let counts = Effect.allCases.reversed().compactMap { effect -> String? in
      let count = changes.count { $0.effect == effect }
      return count == 0 ? nil : "\(count) \(effect.word)"
    }
    if detail == .brief, !lines.isEmpty { lines.append("") }
    lines.append("\(changes.count) \(changes.count == 1 ? "change" : "changes"): \(counts.joined(separator: ", "))")
    if report.comparedCount > 1 {
      let counts = (Self.grouped(report.comparedCount), Self.grouped(report.unchangedCount))
      lines.append("\(counts.0) nodes compared, \(counts.1) of them without a change")
    }
    if detail != .brief { lines.append("\(report.effect.word): \(report.effect.meaning)") }
    if report.effect > .none, detail != .brief { lines.append("on each node: \(report.effect.advice)") }
  }

  private func nodes(_ count: Int) -> String { count > 1 ? ", on all \(Self.grouped(count)) nodes" : "" }

  private func colored(_ effect: Effect) -> String {
    guard isColored else { return effect.word }
    let code =
      switch effect {
      case .none: "2"
      case .newPods: "1;36"
      case .restartContainerd: "1;33"
      default: "1;31"
      }
    return "\u{1B}[\(code)m\(effect.word)\u{1B}[0m"
  }

  /// A number with commas between the thousands.
  static func grouped(_ number: Int) -> String {
    var digits = Array("\(number)")
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return String(digits)
  }
}
