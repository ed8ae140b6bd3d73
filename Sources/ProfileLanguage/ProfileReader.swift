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
    read(LayeredTree(node), of: ProfileText(OpenDocument(file, id)), scope: scope, from: &documents, into: &bag)
  }

  /// Reads a profile with what a fleet lays over it for a node.
  package static func read(
    _ layers: LayeredTree, of text: ProfileText, scope: Scope, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) -> Profile? {
    guard DocumentHeader.check(layers.profile, is: "Profile", else: "cannot be built; a profile is expected", &bag)
    else { return nil }
    let errors = bag.count(of: .error)
    // Few profiles have names in them.
    let layers = layers.filled(scope, inProfile: text.hasPlaceholders, &bag)
    let expansion = TemplateExpansion.expand(layers, text.document.id, from: &documents, &bag)
    let node = expansion?.node ?? layers.laidOverProfile(&bag)
    // Whether something is missing that was told where it was asked for.
    let hasGaps =
      expansion.map { !$0.isComplete } ?? (layers.profile["template"] != nil) || bag.count(of: .error) > errors
    var found = DiagnosticBag()
    var profile = read(node, comments: [text] + (expansion.map { [ProfileText($0.file)] } ?? []), &found)
    if hasGaps { found.removeAll { $0.rule == "missing-key" || expansion?.use.holds($0) ?? false } }
    bag.add(found)
    CapabilitiesReader.open(&profile.targets, from: &documents, &bag)
    expansion?.use.annotate(&bag)
    profile.templateUse = expansion?.use
    return hasGaps ? nil : profile
  }

  /// Reads the sections, and the comments of the documents that they come from.
  private static func read(
    _ node: Node, comments texts: [ProfileText], _ bag: inout DiagnosticBag
  ) -> Profile {
    var profile = ProfileSection.read(node, &bag)
    for text in texts {
      bag.add(text.faults)
      for index in profile.networks.indices { profile.networks[index].allowances += text.allowances }
    }
    return profile
  }
}
