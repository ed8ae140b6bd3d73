import CNIModel
package import Compilation
package import Diagnostics
import NetworkTypes
package import ProfileLanguage
package import Syntax

/// Compiles a fleet: the files of its nodes, and the lock that keeps their subnets.
package struct FleetBuild: Sendable {
  /// The nodes that were asked for, in the order of the document.
  package let nodes: [NodeFiles]
  /// The lock as it is to be written; `nil` where the fleet keeps none.
  package let lock: Lock?

  /// What a node gets.
  package struct NodeFiles: Sendable {
    package let name: String
    package let targets: [CompiledTarget]
  }

  /// A lock file.
  package struct Lock: Sendable {
    /// The path as it stands in the fleet's document, and the document.
    package let path: String
    package let document: FileID
    package let bytes: [UInt8]
  }

  /// Compiles a fleet. The files are only to be used where the bag has no errors.
  ///
  /// - Parameters:
  ///   - file: the fleet's document.
  ///   - selection: the nodes that are wanted.
  ///   - overrides: releases from the command line; they stand above those of profile and pools.
  ///   - documents: opens the profile, the inventories and the lock.
  package static func build(
    _ tree: Node, of file: OpenDocument, nodes selection: NodeSelection, overrides: TargetOverrides,
    from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> FleetBuild? {
    var found = DiagnosticBag()
    defer { bag.add(found) }
    guard let fleet = OpenFleet.open(tree, of: file, readsInput: true, from: &documents, into: &found),
      !found.hasErrors,
      let numbers = selection.numbers(in: fleet, into: &found)
    else { return nil }
    let compiler = NodeCompiler(fleet, overrides: overrides)
    var findings = FleetFindings(pools: fleet.fleet.pools)
    var files: [NodeFiles] = []
    var classes: [NodeClass.Key: NodeClass] = [:]
    let namesNodes = fleet.namesNodes
    for node in numbers {
      let name = fleet.nodes.names.text(node)
      let subnets = fleet.plan.subnets(of: node)
      let pools = fleet.poolIndices(of: node)
      let key = namesNodes ? nil : fleet.key(of: node, pools, subnets)
      if let known = key.flatMap({ classes[$0]?.files(for: subnets) }) {
        findings.add(known.findings, of: name, in: pools)
        files.append(NodeFiles(name: name, targets: known.compiled))
        continue
      }
      var ofNode = DiagnosticBag()
      let targets = compiler.compile(fleet.tree(for: node), for: node, from: &documents, into: &ofNode)
      findings.add(ofNode, of: name, in: pools)
      files.append(NodeFiles(name: name, targets: targets))
      if let key {
        classes[key, default: NodeClass()].learn(
          NodeClass.Sample(subnets: subnets, compiled: targets, findings: ofNode))
      }
    }
    found.add(findings.told(of: numbers.count))
    return FleetBuild(nodes: files, lock: fleet.newLock)
  }
}

extension OpenFleet {
  /// The lock with every node that is there and, where they keep their subnets, those that left.
  fileprivate var newLock: FleetBuild.Lock? {
    guard let path = fleet.lock else { return nil }
    var lines = (0..<nodes.names.count).map { (name: nodes.names[$0], subnets: plan.subnets(of: $0)) }
    lines.removeAll { $0.subnets.isEmpty }
    if let lock, fleet.release?.value == .never {
      let known = NameJoin.numbers(of: lock.names, in: nodes.names)
      for (gone, number) in known.enumerated() where number == nil {
        lines.append((lock.names[gone], lock.claims.filter { $0.node == gone }.map(\.subnet)))
      }
    }
    return FleetBuild.Lock(path: path.value, document: path.range.file, bytes: LockFile.text(lines))
  }
}
