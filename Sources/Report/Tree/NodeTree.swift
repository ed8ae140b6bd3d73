import CNIModel
import Catalogue
package import Diagnostics
package import Fleet
import ProfileLanguage
import NetworkTypes

/// One node at a terminal: what it is, and its files.
package struct NodeTree {
  private let files: SourceFiles
  private let writer: TreeWriter

  package init(files: SourceFiles, width: Int, isColored: Bool) {
    self.files = files
    writer = TreeWriter(width: width, isColored: isColored)
  }

  /// The head of a node: where it comes from, its pools, labels and subnets.
  package func head(of node: Int, in survey: FleetSurvey) -> String {
    var rows: [TreeRow] = []
    let pools = survey.pools(of: node).map { survey.pools[$0] }
    if !pools.isEmpty {
      rows.append(fact("pools", pools.map { ShownText.visible($0.name?.value ?? "") }.joined(separator: ", "), nil))
    }
    for (index, label) in survey.labels(of: node).enumerated() {
      rows.append(fact(index == 0 ? "labels" : "", ShownText.visible("\(label.key)=\(label.value)"), nil))
    }
    for (index, subnet) in survey.statedSubnets(of: node).enumerated() {
      let block = subnet.block.map { survey.blocks[$0.index] }
      var text = "\(subnet.subnet)"
      if let block { text += " of \(block.subnets.network)" }
      rows.append(
        TreeRow([
          .text(index == 0 ? "subnets" : "", .dim), .text(text), .place(origin(subnet.place ?? block?.place, survey)),
        ]))
    }
    let place = survey.place(of: node).map { "  " + writer.paint(self.place($0), .dim) } ?? ""
    return writer.paint(survey.name(of: node), .bold) + place + "\n" + writer.render(rows)
  }

  private func fact(_ word: String, _ text: String, _ place: SourceRange?) -> TreeRow {
    TreeRow([.text(word, .dim), .text(text), .place(place.map(self.place) ?? "")])
  }

  /// What is compiled for a target: its releases, and its files.
  ///
  /// - Parameter origins: the word for the part that a place lies in; `nil` where files are shown without origins.
  package func files(of shown: ShownTarget, origins: ((SourceRange) -> String)?) -> String {
    let target = shown.target
    let releases = Words.releases(of: target)
    let place =
      (target.places.containerd ?? target.places.plugins).map { "  " + writer.paint(self.place($0), .dim) } ?? ""
    var text = writer.paint(target.name.isEmpty ? "target" : "target \(target.name)", .dim) + "   \(releases)\(place)\n"
    for file in shown.files { text += "\n" + self.text(of: file, origins) }
    return text
  }

  private func text(of file: ShownFile, _ origins: ((SourceRange) -> String)?) -> String {
    var text =
      writer.paint(ShownText.visible(file.name), .bold) + writer.paint("  \(Words.count(file.size, "byte"))", .dim)
      + "\n"
    guard let origins else { return text + file.lines.map { "  \(ShownText.visible($0.text))\n" }.joined() }
    let margin = file.lines.map { line in line.place.map { "\(self.place($0))  \(origins($0))" } ?? "" }
    let width = margin.map(\.count).max() ?? 0
    for (line, margin) in zip(file.lines, margin) {
      let space = String(repeating: " ", count: width - margin.count)
      text +=
        "  " + writer.paint(margin, .cyan) + space + writer.paint(" │ ", .dim) + ShownText.visible(line.text) + "\n"
    }
    return text
  }

  private func origin(_ range: SourceRange?, _ survey: FleetSurvey) -> String {
    range.map { "\(place($0))  \(survey.origin(of: $0).words)" } ?? ""
  }

  private func place(_ range: SourceRange) -> String {
    let file = files[range.file]
    return "\(ShownText.visible(file.name)):\(file.position(at: range.start).line)"
  }
}
