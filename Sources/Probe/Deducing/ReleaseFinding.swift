import Catalogue
import NetworkTypes
import ProfileLanguage

/// The release of a plugin, and how it is known.
struct ReleaseFinding: Sendable, Equatable {
  let release: Version?
  let source: CapabilitiesDocument.ReleaseSource?
  /// What speaks for it, or against; empty where nobody says anything.
  let evidence: String

  /// What the sources say of one plugin.
  struct Sources: Sendable {
    /// What the binary says of itself.
    var told: AboutText?
    var package: PackageOwner?
    /// `nil` where nothing can be deduced.
    var deduction: ReleaseDeduction?

    /// What a look at its neighbours has to choose from.
    var candidates: [Version] {
      if let told = told?.release { return [told] }
      let deduced = deduction?.releases.map(\.version) ?? []
      guard let packaged = package?.release else { return deduced }
      return deduced.isEmpty || deduced.contains(packaged) ? [packaged] : deduced
    }
  }

  /// Weighs the sources: the binary's own word counts most, then its package's unless the binary shows that it is
  /// another one, then what follows from the binary.
  ///
  /// - Parameters:
  ///   - choice: what it is by a look at its neighbours.
  ///   - neighbours: how many plugins of its folder there was something to choose for, itself among them.
  init(_ sources: Sources, choice: CommonRelease.Choice?, among neighbours: Int, in folder: String) {
    let deduced = sources.deduction.map { "\($0)" }
    if let told = sources.told {
      let differs = sources.deduction.map { !$0.releases.isEmpty && !$0.fits(told.release) } ?? false
      self.init(
        told.release, .told, ["it says \"\(told.line)\"\(differs ? ", which cannot be" : "")", differs ? deduced : nil])
      return
    }
    let package = sources.package.map { "package \($0.name) \($0.version)" }
    if let packaged = sources.package?.release {
      guard let deduction = sources.deduction, !deduction.releases.isEmpty, !deduction.fits(packaged) else {
        self.init(packaged, .package, [package, deduced])
        return
      }
    }
    guard let choice, let deduction = sources.deduction else {
      self.init(nil, nil, [package, deduced])
      return
    }
    let isOnlyOne = deduction.releases.count == 1
    let reason =
      neighbours > 1
      ? "\(choice.release) is the newest that fits \(choice.fitting) of \(neighbours) plugins in \(folder)"
      : "\(choice.release) is the newest of them"
    self.init(
      choice.release, .deduced,
      [deduced, isOnlyOne ? nil : reason, package.map { "its \($0) does not fit" }])
  }

  private init(_ release: Version?, _ source: CapabilitiesDocument.ReleaseSource?, _ evidence: [String?]) {
    self.release = release
    self.source = source
    self.evidence = evidence.compactMap(\.self).joined(separator: "; ")
  }
}
