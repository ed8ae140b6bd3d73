import Foundation
import TestSupport

/// A conflist as libcni loads it.
struct NetworkConfiguration: Sendable {
  let name: String
  let cniVersion: String
  let disableCheck: Bool
  /// The plugins' objects as they stand in the file.
  let plugins: [JSONValue]

  init(file: String) throws {
    try self.init(text: String(contentsOfFile: file, encoding: .utf8))
  }

  init(text: String) throws {
    let document = try JSONValue(parsing: text)
    guard let name = document["name"]?.string, let version = document["cniVersion"]?.string,
      let plugins = document["plugins"]?.elements, !plugins.isEmpty, plugins.allSatisfy({ $0["type"]?.string != nil })
    else { throw Trouble("no network configuration list:\n\(text)") }
    self.name = name
    cniVersion = version
    disableCheck = document["disableCheck"]?.bool ?? false
    self.plugins = plugins
  }

  /// The types of the chain, in order.
  var types: [String] { plugins.compactMap { $0["type"]?.string } }

  /// The chain's types and those of its IPAM plugins: every program that the node needs.
  var programs: [String] { types + plugins.compactMap { $0["ipam"]?["type"]?.string } }

  /// What libcni 1.1 writes to a plugin's standard input.
  ///
  /// - Parameter arguments: the runtime's arguments by capability; a plugin gets those that it asks for.
  func request(for plugin: JSONValue, previous: JSONValue?, arguments: [String: JSONValue]) throws -> String {
    var request = plugin
    request["name"] = .string(name)
    request["cniVersion"] = .string(cniVersion)
    request["prevResult"] = previous
    let wanted = arguments.filter { plugin["capabilities"]?[$0.key]?.bool == true }
    if !wanted.isEmpty { request["runtimeConfig"] = .object(wanted) }
    return try request.text()
  }
}
