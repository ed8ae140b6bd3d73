import CNIModel
import Diagnostics
import Outputs

/// Several targets may share a cluster, and a cluster has one object of a name.
enum OutputClash {
  /// Warns where targets make different objects of the same names.
  static func check(_ made: [(target: Target, files: [OutputRendering.File])], _ bag: inout DiagnosticBag) {
    guard let first = made.first else { return }
    for file in first.files where file.request.output.isOnePerCluster {
      guard
        let other = made.dropFirst().first(where: { other in
          other.files.contains { $0.name == file.name && $0.bytes != file.bytes }
        })
      else { continue }
      bag.warning(
        "output-differs-by-target",
        "the targets \(first.target.name) and \(other.target.name) make different networks of the same names",
        at: file.request.range,
        notes: [
          Diagnostic.Note("in one cluster the manifest that is applied last replaces the other, for the nodes of both")
        ], help: "state a cniVersion that all targets take, or keep the targets in clusters of their own")
    }
  }
}
