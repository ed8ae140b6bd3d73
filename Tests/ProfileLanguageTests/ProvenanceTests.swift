import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Syntax
import TestSupport
import Testing

/// Every member of a list that comes from a profile points at the text that caused it.
@Suite struct ProvenanceTests {
  static let profiles = ((try? TestFiles.names(in: "../profiles")) ?? []).filter { $0.hasSuffix(".yaml") }

  @Test func profilesAreFound() { #expect(Self.profiles.count >= 6) }

  @Test(arguments: profiles)
  func everyMemberHasItsPlace(_ name: String) throws {
    let text = try TestFiles.text("../profiles/\(name)")
    let compiled = Compiled(text)
    let profile = try #require(compiled.profile)
    var bag = DiagnosticBag()
    for target in TargetResolution.resolve(profile, TargetOverrides(), into: &bag) {
      for network in profile.networks {
        let named = try #require(network.name ?? profile.name)
        let list = Lowering.lower(network, name: named, for: target, into: &bag).list
        try check(list.value, in: compiled.file, path: name)
      }
    }
  }

  /// A scalar that stands in the profile word for word must point at those words.
  private func check(_ value: Value, in file: SourceFile, path: String) throws {
    #expect(value.range.end > value.range.start, "\(path) has no place")
    #expect(Int(value.range.end) <= file.bytes.count, "\(path) lies behind the file")
    let written = file.text(value.range)
    switch value.content {
    case .object(let members):
      for member in members {
        #expect(member.nameRange.end > member.nameRange.start, "\(path)/\(member.name) has no place")
        try check(member.value, in: file, path: "\(path)/\(member.name)")
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() { try check(element, in: file, path: "\(path)/\(index)") }
    case .string(let text):
      let isImplied = written == "default" || Intent.allCases.contains { written.hasPrefix($0.rawValue) }
      let isKey = ["network", "ranges", "dhcp", "static", "plugin"].contains { written.hasPrefix($0) }
      #expect(written.contains(text) || isImplied || isKey, "\(path): \(text) points at \(written)")
    case .bool, .number, .null: break
    }
  }
}
