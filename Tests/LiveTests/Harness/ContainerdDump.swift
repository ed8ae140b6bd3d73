import Foundation
import TestSupport

/// What `containerd config dump` of the installed containerd prints: every setting that is in force, by table and key.
struct ContainerdDump {
  /// The tables of schema 2, as containerd 1.6 writes their headers.
  enum Table {
    static let root = ""
    static let cri = #"plugins."io.containerd.grpc.v1.cri""#
    static let cni = cri + ".cni"
    static let runcOptions = cri + ".containerd.runtimes.runc.options"
  }

  private let values: [String: [String: String]]

  /// Lets containerd read a config file and tell what it understood.
  init(of file: String) throws {
    let containerd = try Machine.program("containerd")
    let text = try run(containerd, ["--config", file, "config", "dump"], limit: 30).required()
    var values: [String: [String: String]] = [:]
    var table = Table.root
    for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("["), line.hasSuffix("]") {
        table = String(line.dropFirst().dropLast())
      } else if let equals = line.firstRange(of: " = ") {
        values[table, default: [:]][String(line[..<equals.lowerBound])] = String(line[equals.upperBound...])
      }
    }
    self.values = values
  }

  /// A setting as it stands in the dump, strings with their quotes; `nil` where containerd does not have it.
  subscript(table: String, key: String) -> String? { values[table]?[key] }

  /// What containerd says where it does not take a config; `nil` where it does.
  static func refusal(of file: String) throws -> String? {
    let outcome = try run(Machine.program("containerd"), ["--config", file, "config", "dump"], limit: 30)
    return outcome.succeeded ? nil : outcome.errors
  }

  /// The release of the installed containerd, such as `1.6.20`.
  static func installedVersion() throws -> String {
    let text = try run(Machine.program("containerd"), ["--version"], limit: 30).required()
    guard let match = text.firstMatch(of: /[0-9]+\.[0-9]+\.[0-9]+/) else { throw Trouble("no version in \(text)") }
    return String(match.output)
  }
}
