import CNIModel
import Catalogue
import Compilation
import Diagnostics
import Foundation
import NetworkTypes
import ProfileLanguage
import TestSupport
import Testing

/// Profiles that are built, imported and built again.
@Suite struct ProfileCircleTests {
  /// The profiles that people start from.
  static let profiles: [String] = {
    let folder = TestFiles.path("../profiles")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test func thereAreProfiles() { #expect(Self.profiles.count >= 6) }

  @Test(arguments: profiles) func comesBackWhole(_ name: String) async throws {
    try await check(Compiled(try TestFiles.text("../profiles/\(name)")))
  }

  @Test(arguments: TemplateLibrary.names) func templatesComeBackWhole(_ name: String) async throws {
    let template = try #require(TemplateLibrary.named(name)).template
    for (containerd, plugins) in [("1.6.20", "1.1.1"), ("2.1.4", "1.9.1")] {
      let releases = StartingProfile.Releases(
        containerd: try #require(Version(containerd)), plugins: try #require(Version(plugins)))
      let text = StartingProfile.using(template, reference: name, named: "net", for: releases)
      let compiled = Compiled(text)
      // Some templates want newer plugins than the older target has; then there is nothing to import.
      guard !compiled.bag.hasErrors || containerd == "2.1.4" else { continue }
      try await check(compiled)
    }
  }

  private func check(_ first: Compiled) async throws {
    try #require(!first.bag.hasErrors && !first.targets.isEmpty)
    for target in first.targets {
      let files = target.files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
      let circle = try Circle(
        files, plugins: target.target.plugins.version.description,
        containerd: target.target.containerd.version.description)
      #expect(circle.said.isEmpty, "\(circle.said)")
      #expect(!circle.building.hasErrors, "\(circle.building.diagnostics)")
      #expect(Set(circle.built.map(\.name)) == Set(files.map(\.0)))
      var cases: [Comparison.Case] = []
      for (name, before) in files {
        let after = circle.built.first { $0.name == name }?.text ?? ""
        let form = name.hasSuffix(".toml") ? "toml" : "json"
        cases.append(
          Comparison.Case(name: name, form: form, before: before, after: after, profile: circle.profile))
      }
      for verdict in try await Comparison.run(cases) {
        #expect(verdict.trouble.isEmpty && verdict.differences.isEmpty, "\(verdict)\n\(circle.profile)")
      }
      // What was an intent comes back as one.
      if !first.usesRawPlugins { #expect(!circle.profile.contains("plugins:\n    -"), "\(circle.profile)") }
    }
  }
}

extension Compiled {
  /// Whether a network of the profile has raw plugins.
  fileprivate var usesRawPlugins: Bool { profile?.networks.contains { !$0.plugins.isEmpty } ?? false }
}
