package import CNIModel
import Catalogue
import Compilation
import ConfTemplate
import ContainerdConfig
package import Diagnostics
package import ProfileLanguage
import Rules
package import Syntax

/// Checks one file of any kind.
package struct FileCheck: Sendable {
  /// What conflists and containerd configs are judged for.
  package let target: Target
  /// Releases from the command line, which stand above those that a profile states.
  private let overrides: TargetOverrides

  /// - Parameter overrides: releases from the command line; the newest of the catalogue stand in for what is missing.
  ///   What is wrong with them goes into the bag.
  package init?(_ overrides: TargetOverrides, into bag: inout DiagnosticBag) {
    guard let target = TargetResolution.standIn(overrides, into: &bag) else { return nil }
    self.target = target
    self.overrides = overrides
  }

  /// Checks a file. Returns its tree, for the pointers of places in it.
  ///
  /// - Parameter documents: opens what the file names.
  package func check(
    _ file: SourceFile, _ id: FileID, as kind: InputKind?, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) -> Node? {
    if Classifier.isConfTemplate(file.name, as: kind) {
      ConfTemplateCheck.check(file, id, for: target, into: &bag)
      return nil
    }
    guard let classified = Classifier.classify(file, id, as: kind, into: &bag) else { return nil }
    judge(classified, file, id, from: &documents, into: &bag)
    return classified.tree
  }

  /// Checks a file that was read before.
  ///
  /// - Parameter documents: opens what the file names.
  package func judge(
    _ classified: Classified, _ file: SourceFile, _ id: FileID, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) {
    switch classified.kind {
    case .profile:
      if let profile = ProfileReader.read(classified.tree, of: file, id, from: &documents, into: &bag) {
        _ = Compiler.compile(profile, overrides: overrides, into: &bag)
      }
    case .conflist:
      let list = NetworkList(Value(json: classified.tree), fileName: file.name, on: target.capabilities)
      Judge.judge(Subject(list, for: target), into: &bag)
    case .conf:
      let list = SinglePlugin.list(classified.tree, named: file.name, on: target.capabilities)
      Judge.judge(Subject(list, for: target), into: &bag)
    case .containerd:
      ContainerdCheck.check(classified.tree, for: target.containerd, isDropIn: isDropIn(file.name), into: &bag)
    case .template:
      TemplateCheck.check(classified.tree, of: OpenDocument(file, id), overrides: overrides, into: &bag)
    case .capabilities: CapabilitiesReader.check(classified.tree, into: &bag)
    case .fleet, .confTemplate:
      bag.note(
        "kind-not-checked", "\(file.name) is a \(classified.kind.rawValue), which this release only reads",
        at: classified.tree.range)
    }
  }

  /// Whether a config is read beside another one: it lies in a folder `conf.d`, from where config files import.
  package func isDropIn(_ name: String) -> Bool { name.split(separator: "/").dropLast().last == "conf.d" }
}
