import Diagnostics
import NetworkTypes
import Testing

@testable import Rules

/// A list judged by the rules about addresses and routes alone.
struct AddressesRun {
  static let rules = Set((Rule.addressRules + Rule.routeRules).map(\.id))

  let run: ListRun

  init(_ text: String, _ plugins: Version = "1.9.1", overrides: [String: Version] = [:]) throws {
    run = try ListRun(text, plugins: plugins, overrides: overrides, rules: Self.rules)
  }

  /// The findings as `rule /pointer`, sorted. Pointers into the `ipam` of the first plugin begin there.
  var found: [String] {
    run.diagnostics.map { diagnostic in
      let pointer = run.pointer(diagnostic) ?? "nowhere"
      let prefix = "/plugins/0/ipam"
      return "\(diagnostic.rule) \(pointer.hasPrefix(prefix) ? String(pointer.dropFirst(prefix.count)) : pointer)"
    }.sorted()
  }

  /// The notes of all findings.
  var notes: [String] { run.diagnostics.flatMap { $0.notes.map(\.message) } }

  /// What is written beside the messages as help.
  var helps: [String] { run.diagnostics.compactMap(\.help) }
}

/// A configuration, and what is due in some releases.
struct AddressesCase: Sendable, CustomTestStringConvertible {
  let title: String
  let text: String
  let due: [(release: Version, findings: [String])]

  /// - Parameter due: for each release the findings as `rule /pointer`.
  init(_ title: String, _ text: String, _ due: KeyValuePairs<Version, [String]>) {
    self.title = title
    self.text = text
    self.due = due.map { ($0.key, $0.value.sorted()) }
  }

  var testDescription: String { title }

  func check() throws {
    for (release, findings) in due {
      let run = try AddressesRun(text, release)
      #expect(run.found == findings, "\(title), plugins \(release): \(run.run.diagnostics.map(\.message))")
    }
  }
}

/// Chains of one plugin. `ipam` is the inside of its `ipam` object, `more` stands before that key.
enum Chains {
  static func bridge(_ ipam: String, _ more: String = "") -> String {
    #"{"type": "bridge", "bridge": "br0", "isGateway": true, \#(more)"ipam": {\#(ipam)}}"#
  }

  /// A bridge that is no gateway.
  static func plainBridge(_ ipam: String, _ more: String = "") -> String {
    #"{"type": "bridge", "bridge": "br0", \#(more)"ipam": {\#(ipam)}}"#
  }

  static func ptp(_ ipam: String, _ more: String = "") -> String { #"{"type": "ptp", \#(more)"ipam": {\#(ipam)}}"# }

  static func macvlan(_ ipam: String, _ more: String = "") -> String {
    #"{"type": "macvlan", "master": "eno1", \#(more)"ipam": {\#(ipam)}}"#
  }

  /// host-local with range sets, each the inside of a list, and routes, each the inside of an object.
  static func ranges(_ sets: String..., routes: String...) -> String {
    let list = sets.map { "[\($0)]" }.joined(separator: ", ")
    let tail = routes.isEmpty ? "" : ", \"routes\": [\(routes.map { "{\($0)}" }.joined(separator: ", "))]"
    return #""type": "host-local", "ranges": [\#(list)]\#(tail)"#
  }

  /// static with addresses and routes, each the inside of an object.
  static func addresses(_ addresses: String..., routes: String...) -> String {
    let list = addresses.map { "{\($0)}" }.joined(separator: ", ")
    let tail = routes.isEmpty ? "" : ", \"routes\": [\(routes.map { "{\($0)}" }.joined(separator: ", "))]"
    return #""type": "static", "addresses": [\#(list)]\#(tail)"#
  }

  /// What an interface plugin says to a route that the kernel refuses.
  /// - Parameter attributes: what 1.6.0 and later releases name beside it; `nil` for earlier ones.
  static func refused(
    _ route: String, _ reason: String, _ attributes: String? = "metric 0 (Scope: universe, Table: 0)"
  ) -> String {
    "failed to add route '\(route) dev eth0\(attributes.map { " \($0)" } ?? "")': \(reason)"
  }

  static let default4 = #""dst": "0.0.0.0/0""#
  static let default6 = #""dst": "::/0""#
  static let net4 = #"{"subnet": "10.1.0.0/24"}"#
  static let net6 = #"{"subnet": "fd00:1::/64"}"#
}
