import Compilation
import NetworkTypes

/// The files of nodes that differ in their subnets alone: made from those of two nodes, and filled in for the others
/// without reading, judging or formatting anything again.
struct ClassForm {
  private let targets: [(target: CompiledTarget, forms: [FileForm])]

  /// - Parameters:
  ///   - first, second: what two nodes compile to, and their subnets.
  /// - Returns: `nil` where the first node's files with the second one's subnets in them are not the second one's: then
  ///   something else differs, or a text of the profile happens to be a subnet of the first node.
  init?(
    _ first: [CompiledTarget], _ firstSubnets: [CIDR], _ second: [CompiledTarget], _ secondSubnets: [CIDR]
  ) {
    let marks = firstSubnets.map { Array($0.description.utf8) }
    targets = first.map { compiled in (compiled, compiled.files.map { FileForm($0.bytes, marks: marks) }) }
    guard Set(firstSubnets).isDisjoint(with: secondSubnets), filled(with: secondSubnets) == second.map(\.files) else {
      return nil
    }
  }

  /// What a node with some subnets compiles to.
  func compiled(with subnets: [CIDR]) -> [CompiledTarget] {
    zip(targets, filled(with: subnets)).map { CompiledTarget(target: $0.target.target, files: $1) }
  }

  private func filled(with subnets: [CIDR]) -> [[CompiledFile]] {
    var values = NodeValues()
    for subnet in subnets { values.add { subnet.append(to: &$0) } }
    return targets.map { target, forms in
      zip(target.files, forms).map { file, form in
        guard !form.isConstant else { return file }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.bytes.count + 64)
        form.fill(values, to: &bytes)
        return CompiledFile(name: file.name, bytes: bytes)
      }
    }
  }
}
