package import CNIModel
import Catalogue
import Compilation
import ConfTemplate
import ContainerdConfig
package import Diagnostics
import Fleet
package import ProfileLanguage
import Rules
package import Syntax

/// Checks one file of any kind.
package struct FileCheck: Sendable {
  /// What conflists and containerd configs are judged for.
  package let target: Target
  /// Releases from the command line, which stand above those that a profile states.
  private let overrides: TargetOverrides
  /// Whether somebody wants pointers to places in the files, so that no tree may lack anything.
  private let wantsPointers: Bool

  /// - Parameters:
  ///   - overrides: releases from the command line; the newest of the catalogue stand in for what is missing.
  ///     What is wrong with them goes into the bag.
  ///   - wantsPointers: whether pointers to places in the files will be asked for.
  package init?(_ overrides: TargetOverrides, wantsPointers: Bool = false, into bag: inout DiagnosticBag) {
    guard let target = TargetResolution.standIn(overrides, into: &bag) else { return nil }
    self.target = target
    self.overrides = overrides
    self.wantsPointers = wantsPointers
  }

  /// Checks a file by itself. Returns its tree, for the pointers of places in it.
  ///
  /// - Parameter documents: opens what the file names.
  package func check(
    _ file: SourceFile, _ id: FileID, as kind: InputKind?, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) -> Node? {
    let checked = checkAsPart(file, id, as: kind, from: &documents, into: &bag)
    checkAlone(checked, &bag)
    return checked?.tree
  }

  /// Checks a file as one of those of a call. A config of containerd is left to `CallCheck`, which knows what it is read
  /// together with.
  ///
  /// - Parameter documents: opens what the file names.
  package func checkAsPart(
    _ file: SourceFile, _ id: FileID, as kind: InputKind?, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) -> CheckedFile? {
    if Classifier.isConfTemplate(file.name, as: kind) {
      guard Classifier.isBearable(file, id, &bag) else { return CheckedFile(nil) }
      ConfTemplateCheck.check(file, id, for: target, into: &bag)
      return CheckedFile(nil)
    }
    guard let classified = Classifier.classify(file, id, as: kind, isWhole: wantsPointers, into: &bag) else {
      return nil
    }
    if kind == nil { reportListInConf(classified, named: file.name, &bag) }
    return sort(classified, file, id, from: &documents, into: &bag)
  }

  /// A list under a name that makes every runtime take it for a single plugin. A `.json` need not be meant for a folder
  /// of networks, unless it lies in one.
  private func reportListInConf(_ classified: Classified, named name: String, _ bag: inout DiagnosticBag) {
    let suffix = Classifier.suffix(of: name)
    guard classified.kind == .conflist, suffix == "conf" || suffix == "json" && Classifier.liesAmongNetworks(name),
      let plugins = classified.tree.mapping?.first(where: { $0.key == "plugins" })
    else { return }
    let file = String(name.split(separator: "/").last ?? "")
    bag.error(
      Rule.listInConf.id, "\(file) holds a list, which only a .conflist can", at: plugins.keyRange,
      notes: [
        .init("the runtime takes it for a single plugin, and loads no network at all because of it: missing 'type'")
      ],
      help: "rename it to \(file.dropLast(suffix.count))conflist")
  }

  /// Checks a file that was read before, by itself.
  ///
  /// - Parameter documents: opens what the file names.
  package func judge(
    _ classified: Classified, _ file: SourceFile, _ id: FileID, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) {
    checkAlone(sort(classified, file, id, from: &documents, into: &bag), &bag)
  }

  private func checkAlone(_ checked: CheckedFile?, _ bag: inout DiagnosticBag) {
    guard let config = checked?.config else { return }
    ContainerdCheck.check(config.tree, for: target.containerd, isDropIn: config.liesAmongDropIns, into: &bag)
  }

  private func sort(
    _ classified: Classified, _ file: SourceFile, _ id: FileID, from documents: inout some DocumentSource,
    into bag: inout DiagnosticBag
  ) -> CheckedFile {
    var profile: Profile?
    var config: ConfigSource?
    switch classified.kind {
    case .profile:
      profile = ProfileReader.read(classified.tree, of: file, id, from: &documents, into: &bag)
      if let profile { _ = Compiler.compile(profile, overrides: overrides, into: &bag) }
    case .conflist:
      judge(NetworkList(Value(json: classified.tree), fileName: file.name, on: target.capabilities), &bag)
    case .conf: judge(SinglePlugin.list(classified.tree, named: file.name, on: target.capabilities), &bag)
    case .containerd:
      config = ConfigSource(file.name, classified.tree)
    case .template:
      TemplateCheck.check(classified.tree, of: OpenDocument(file, id), overrides: overrides, into: &bag)
    case .capabilities: CapabilitiesReader.check(classified.tree, into: &bag)
    case .fleet:
      let document = OpenDocument(file, id, plainNodes: classified.plainNodes)
      FleetCheck.check(classified.tree, of: document, overrides: overrides, from: &documents, into: &bag)
    // It has no tree, and was checked before anybody asked for one.
    case .confTemplate: break
    }
    return CheckedFile(classified.tree, profile: profile, config: config)
  }

  /// Judges a list. What could not be read has been told, and is not told once more by the rule that misses it.
  private func judge(_ list: NetworkList, _ bag: inout DiagnosticBag) {
    var found = DiagnosticBag()
    Judge.judge(Subject(list, for: target), into: &found)
    Cascade.dropRepeated(from: &found, after: bag)
    bag.add(found)
  }

  /// Whether a config is read beside another one: it lies in a folder `conf.d`, from where config files import.
  package func isDropIn(_ name: String) -> Bool { name.split(separator: "/").dropLast().last == "conf.d" }
}
