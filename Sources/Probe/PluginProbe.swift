import Catalogue
import Glibc
import NetworkTypes
import Programs

/// Asks the plugins of a node, and looks into them.
struct PluginProbe {
  private let root: NodeRoot
  private let packages: PackageQuestion

  init(root: NodeRoot, packages: PackageQuestion? = nil) {
    self.root = root
    self.packages = packages ?? PackageQuestion(root: root)
  }

  /// What each of them is. Programs run beside each other, and beside the reading of their files.
  func look(at files: [PluginFile]) -> [FoundPlugin] {
    let places = files.map { root.place(of: $0.path) }
    let width = max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let reading = SideWork { BinaryContent.read(all: places, threads: min(width, 8)) }
    let paths = files.map { root.resolved($0.path) ?? $0.path }
    let packages = packages
    let owning = SideWork { packages.owners(of: paths) }
    let (answers, abouts) = ask(places, width: 2 * width)
    let owners = owning.value()
    let contents = reading.value().map { try? $0.get() }

    let sources = files.indices.map { index -> ReleaseFinding.Sources in
      var sources = ReleaseFinding.Sources(told: abouts[index], package: owners[index])
      if case .versions(let versions) = answers[index], let content = contents[index] {
        sources.deduction = ReleaseDeduction(
          of: files[index].type, specVersions: versions, keyNames: content.keyNames)
      }
      return sources
    }
    let findings = judge(files, sources)
    return files.indices.map { index in
      FoundPlugin(
        type: files[index].type, path: files[index].path, shadowed: files[index].shadowed, answer: answers[index],
        release: findings[index], sha256: contents[index]?.sha256)
    }
  }

  /// What they answer, and what those that did answer say of themselves. One that hangs is not asked twice.
  private func ask(_ places: [String], width: Int) -> (answers: [VersionQuestion.Answer], abouts: [AboutText?]) {
    let answers = Runner.run(places.map(VersionQuestion.invocation), width: width).map(VersionQuestion.answer)
    let willing = places.indices.filter { if case .versions = answers[$0] { true } else { false } }
    let said = Runner.run(willing.map { AboutText.question(places[$0]) }, width: width)
    var abouts = [AboutText?](repeating: nil, count: places.count)
    for (index, outcome) in zip(willing, said) { abouts[index] = AboutText(outcome) }
    return (answers, abouts)
  }

  /// The releases, folder by folder.
  private func judge(_ files: [PluginFile], _ sources: [ReleaseFinding.Sources]) -> [ReleaseFinding] {
    let folders = files.map { String($0.path.dropLast($0.type.utf8.count + 1)) }
    var choices = [CommonRelease.Choice?](repeating: nil, count: files.count)
    var neighbours = [Int](repeating: 0, count: files.count)
    for folder in Set(folders).sorted() {
      // Releases of other plugins are counted by others.
      let own = files.indices.filter { folders[$0] == folder && Catalogue.plugin(files[$0].type) != nil }
      let candidates = own.map { sources[$0].candidates }
      for (index, choice) in zip(own, CommonRelease.choose(candidates)) {
        choices[index] = choice
        neighbours[index] = candidates.count { !$0.isEmpty }
      }
    }
    return files.indices.map { index in
      ReleaseFinding(sources[index], choice: choices[index], among: neighbours[index], in: folders[index])
    }
  }
}
