package import CNIModel
import Compilation
import NetworkTypes

/// What the files of some nodes look like: those of one node, or of many that differ in their subnets alone.
package struct NodeForm: Sendable {
  /// The files in the order in which they are written.
  package let files: [File]
  /// What these files are for: the node's target, or its targets.
  package let targets: [Target]

  /// A file of these nodes.
  package struct File: Sendable {
    /// The path below the node's folder: the target where there are several, and the file's name.
    package let path: [String]
    package let form: FileForm
  }

  /// The form of one node's files, or of all those that differ from it in their subnets alone.
  ///
  /// - Parameter subnets: those of the node, where they stand for those of other nodes.
  init(_ targets: [CompiledTarget], subnets: [CIDR] = []) {
    self.targets = targets.map(\.target)
    let marks = subnets.map { Array($0.description.utf8) }
    files = targets.flatMap { target in
      target.files.map { file in
        File(
          path: target.target.name.isEmpty ? [file.name] : [target.target.name, file.name],
          form: FileForm(file.bytes, marks: marks))
      }
    }
  }

  /// The form of two nodes that differ in their subnets alone.
  ///
  /// - Returns: `nil` where the first node's files with the second one's subnets in them are not the second one's: then
  ///   something else differs, or a text of the profile happens to be a subnet of the first node.
  init?(_ first: [CompiledTarget], _ firstSubnets: [CIDR], _ second: [CompiledTarget], _ secondSubnets: [CIDR]) {
    self.init(first, subnets: firstSubnets)
    var values = NodeValues()
    for subnet in secondSubnets { values.add { subnet.append(to: &$0) } }
    let others = NodeForm(second)
    guard Set(firstSubnets).isDisjoint(with: secondSubnets), files.map(\.path) == others.files.map(\.path),
      zip(files, others.files).allSatisfy({ $0.form.filled(with: values) == $1.form.filled(with: NodeValues()) })
    else { return nil }
  }
}
