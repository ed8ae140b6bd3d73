package import CNIModel
import ContainerdConfig
package import Diagnostics
import Emission
import Outputs
package import ProfileLanguage
import Rules

/// A file that a profile compiles to, by its name in the target's folder.
package struct CompiledFile: Sendable, Equatable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// What a profile compiles to for one target.
package struct CompiledTarget: Sendable {
  package let target: Target
  /// The outputs beside them first, then the containerd config, and the networks behind it: a conflist is put in
  /// place last.
  package let files: [CompiledFile]

  package init(target: Target, files: [CompiledFile]) {
    self.target = target
    self.files = files
  }
}

/// From a profile to checked files: lower, judge, emit.
package enum Compiler {
  /// Compiles a profile for all its targets. The files are only to be used where the bag has no errors.
  package static func compile(
    _ profile: Profile, overrides: TargetOverrides, into bag: inout DiagnosticBag
  ) -> [CompiledTarget] {
    let reading = bag
    var resolving = DiagnosticBag()
    let targets = TargetResolution.resolve(profile, overrides, into: &resolving)
    Cascade.drop(from: &resolving, causedBy: reading)
    bag.add(resolving)
    var verdicts: [TargetVerdict] = []
    var compiled: [CompiledTarget] = []
    var outputs: [(target: Target, files: [OutputRendering.File])] = []
    for target in targets {
      var found = DiagnosticBag()
      let (files, further) = compile(profile, for: target, &found)
      Cascade.drop(from: &found, causedBy: reading)
      verdicts.append(TargetVerdict(target: target, bag: found))
      if !further.isEmpty { outputs.append((target, further)) }
      compiled.append(
        CompiledTarget(target: target, files: further.map { CompiledFile(name: $0.name, bytes: $0.bytes) } + files))
    }
    var judged = TargetVerdict.merge(verdicts)
    OutputClash.check(outputs, &judged)
    AllowanceFilter.apply(profile.networks.flatMap(\.allowances), to: &judged, &bag)
    bag.add(judged)
    profile.templateUse?.annotate(&bag)
    return compiled
  }

  private static func compile(
    _ profile: Profile, for target: Target, _ bag: inout DiagnosticBag
  ) -> (files: [CompiledFile], outputs: [OutputRendering.File]) {
    var judged: [Subject] = []
    var version = DiagnosticBag()
    var settings = profile.containerd
    var templates: [CompiledFile] = []
    TemplateFit.check(profile, &bag)
    for network in profile.networks {
      guard let name = network.name ?? profile.name else { continue }
      if let assigned = AssignedNetwork(network, name: name) {
        let (list, file) = assigned.compile(for: target, settings: settings, version: &version, &bag)
        if settings[.confTemplate] == nil { settings.settings.append(assigned.setting(in: settings)) }
        judged.append(Subject(list, for: target))
        templates += file.map { [$0] } ?? []
        continue
      }
      let lowered = Lowering.lower(network, name: name, for: target, into: &version)
      var found = DiagnosticBag()
      // Networks of one name are told about by NameClash; judging them against each other would say it again.
      let others = judged.filter { $0.list.name?.value != name.value }
      let subject = Subject(lowered.list, for: target, earlier: others)
      Judge.judge(subject, into: &found)
      // Nobody wrote a version that cnigen chose: what stands in its way has been said where it was chosen.
      if lowered.choseVersion {
        found.removeAll { $0.rule.hasPrefix("version-") && $0.range == network.keyRange }
      }
      bag.add(found)
      judged.append(subject.alone)
    }
    let lists = judged.map(\.list)
    bag.add(version)
    let node = NodeSubject(
      lists, for: target, maximumNetworks: maximumNetworks(profile),
      hasInternalLoopback: profile.containerd[.internalLoopback]?.value.bool ?? false,
      binDirs: target.capabilities == nil ? [] : binDirs(profile))
    Judge.judgeNode(node, into: &bag)
    NameClash.check(lists, &bag)
    let config = ContainerdEmission.file(settings, for: target, into: &bag).map {
      CompiledFile(name: $0.name, bytes: $0.bytes)
    }
    let networks =
      templates.isEmpty
      ? lists.map { CompiledFile(name: $0.fileName, bytes: JSONWriter.document($0.json)) } : templates
    let deliveries = Deliveries(profile, settings, target)
    let outputs = deliveries.files(config: config, networks: networks, lists: templates.isEmpty ? lists : [], &bag)
    return ((config.map { [$0] } ?? []) + networks, outputs)
  }

  /// The folders of plugins that the profile states.
  private static func binDirs(_ profile: Profile) -> [Located<String>] {
    (profile.containerd[.binDirs]?.value.array ?? []).compactMap { value in
      value.string.map { Located($0, at: value.range) }
    }
  }

  /// How many files of its folder containerd takes for networks.
  private static func maximumNetworks(_ profile: Profile) -> Located<Int>? {
    profile.containerd[.maxConfNum].flatMap { setting in
      setting.value.integer.map { Located($0, at: setting.value.range) }
    }
  }
}
