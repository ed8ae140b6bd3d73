import CNIModel
import Diagnostics
package import ProfileLanguage
import Syntax

/// Who is in a fleet, found out without a look at its profile and its addresses: a shell that completes a name asks
/// while somebody types.
package struct FleetRoll: Sendable {
  /// The names of the nodes, in the order of the document.
  package let nodes: NameTable
  /// The names of the pools.
  package let pools: [String]

  /// Reads the list of a fleet; `nil` where the document is no fleet. Of a fleet with faults it is what could be read,
  /// without the nodes of an inventory on standard input.
  package init?(_ document: ReadDocument, from documents: inout some DocumentSource) {
    var unheard = DiagnosticBag()
    guard document.tree["kind"]?.scalar?.text == "Fleet",
      let fleet = FleetReader.read(document.tree, with: document.plainNodes, from: &documents, into: &unheard)
    else { return nil }
    nodes = FleetNodes(fleet, readsInput: false, from: &documents, into: &unheard).names
    pools = fleet.pools.compactMap(\.name?.value)
  }

  /// Names of nodes that begin with some bytes. Where there are more than anybody reads, only some of them, but so
  /// that these have in common in front what all have: a shell types that.
  ///
  /// - Parameter limit: how many names are given at most, two at the least.
  package func nodes(beginningWith prefix: some Collection<UInt8>, limit: Int) -> [String] {
    var some: [Int] = []
    var first: Int?
    var last: Int?
    for number in 0..<nodes.count where nodes[number].starts(with: prefix) {
      if some.count < limit - 2 {
        some.append(number)
      } else {
        if first.map({ nodes[number].lexicographicallyPrecedes(nodes[$0]) }) ?? true { first = number }
        if last.map({ nodes[$0].lexicographicallyPrecedes(nodes[number]) }) ?? true { last = number }
      }
    }
    let ends = first == last ? [first] : [first, last]
    return (some + ends.compactMap(\.self)).map(nodes.text)
  }
}
