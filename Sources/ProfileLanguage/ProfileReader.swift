package import Diagnostics
package import Syntax

/// Reads a profile, with the documents that it names.
package enum ProfileReader {
  /// Reads a profile. What could not be read is in the bag; `nil` where there is no profile to go on with.
  ///
  /// - Parameters:
  ///   - scope: what `${name}` stands for in the profile itself.
  ///   - documents: opens what the profile names.
  package static func read(
    _ node: Node, of file: SourceFile, _ id: FileID, scope: Scope = .none, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) -> Profile? {
    guard DocumentHeader.check(node, is: "Profile", else: "cannot be built; a profile is expected", &bag) else {
      return nil
    }
    let errors = bag.count(of: .error)
    let node = filled(node, of: file, scope, &bag)
    let expansion = TemplateExpansion.expand(node, id, from: &documents, &bag)
    // Whether something is missing that was told where it was asked for.
    let hasGaps = expansion.map { !$0.isComplete } ?? (node["template"] != nil) || bag.count(of: .error) > errors
    var found = DiagnosticBag()
    var profile = read(
      expansion?.node ?? node, comments: [OpenDocument(file, id)] + (expansion.map { [$0.file] } ?? []), &found)
    if hasGaps { found.removeAll { $0.rule == "missing-key" || expansion?.use.holds($0) ?? false } }
    bag.add(found)
    CapabilitiesReader.open(&profile.targets, from: &documents, &bag)
    expansion?.use.annotate(&bag)
    profile.templateUse = expansion?.use
    return hasGaps ? nil : profile
  }

  /// Reads the sections, and the comments of the documents that they come from.
  private static func read(
    _ node: Node, comments documents: [OpenDocument], _ bag: inout DiagnosticBag
  ) -> Profile {
    var profile = ProfileSection.read(node, &bag)
    let comments = documents.flatMap { Allowances.inComments(of: $0.file, $0.id, &bag) }
    for index in profile.networks.indices { profile.networks[index].allowances += comments }
    return profile
  }

  /// The profile with its own names replaced. Few have any.
  private static func filled(
    _ node: Node, of file: SourceFile, _ scope: Scope, _ bag: inout DiagnosticBag
  ) -> Node {
    guard Placeholder.occurs(in: file.bytes) else { return node }
    var substitution = Substitution(scope)
    let filled = substitution.apply(to: node)
    bag.add(substitution.bag)
    return filled ?? node
  }
}
