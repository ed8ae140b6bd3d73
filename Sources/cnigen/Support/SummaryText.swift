import ArtifactIO
import Fleet
import NetworkTypes

/// The summary of a fleet for people.
enum SummaryText {
  /// More variants of a file than this are only counted.
  private static let variantsShown = 20

  /// Prints a summary to standard output.
  static func show(_ summary: FleetSummary) throws {
    var lines = ["\(count(summary.nodes, "node"))"]
    if !summary.blocks.isEmpty { lines += ["", "addresses:"] }
    for block in summary.blocks {
      let total = block.subnets.count == .max ? "more than 2^62" : "\(block.subnets.count)"
      let free = block.free == .max ? "the rest" : "\(block.free)"
      lines.append(
        "  \(block.subnets): \(total) subnets, \(block.used) used, \(block.heldBack) held back, \(free) free")
      lines.append(
        "    \(block.addressesOfNode.map { "\($0) addresses" } ?? "more addresses than any node can use,") for the pods of a node"
      )
    }
    for file in summary.files {
      let distinct = file.distinctCount
      lines += ["", "\(file.path.joined(separator: "/")): \(distinct) different \(distinct == 1 ? "file" : "files")"]
      for variant in file.variants.prefix(variantsShown) { lines.append("  " + line(of: variant)) }
      let more = file.variants.count - variantsShown
      if more > 0 { lines.append("  and \(more) more") }
    }
    try Console.print(lines.joined(separator: "\n") + "\n")
  }

  private static func line(of variant: FleetSummary.Variant) -> String {
    let more = variant.count - variant.names.count
    let names = variant.names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    guard variant.isConstant else {
      return "\(count(variant.count, "node")), \(variant.count == 1 ? "" : "each ")with its own subnets: \(names)"
    }
    let sum = SHA256.hex(variant.form.filled(with: NodeValues()))
    return "\(sum.prefix(12))  \(count(variant.count, "node")): \(names)"
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
