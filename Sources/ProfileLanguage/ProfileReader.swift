package import Diagnostics
package import Syntax

/// Reads a profile, with the documents that it names.
package enum ProfileReader {
  /// Reads a profile. What could not be read is in the bag; `nil` where the document is no profile at all.
  ///
  /// - Parameter documents: opens what the profile names.
  package static func read(
    _ node: Node, of file: SourceFile, _ id: FileID, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) -> Profile? {
    guard DocumentHeader.check(node, is: "Profile", else: "cannot be built; a profile is expected", &bag) else {
      return nil
    }
    var profile = ProfileSection.read(node, &bag)
    let comments = Allowances.inComments(of: file, id, &bag)
    for index in profile.networks.indices { profile.networks[index].allowances += comments }
    return profile
  }
}
