import Foundation
import TestSupport

/// The `cnigen` program, run as a user runs it.
struct Compiler: Sendable {
  let binary: String

  init() throws { binary = try Machine.cnigen() }

  /// `cnigen build`, whatever comes of it.
  func build(
    _ profile: String, to folder: String, _ options: [String] = [], input: String = ""
  ) throws -> Outcome {
    try run(binary, Self.arguments(profile, folder, options), environment: Self.environment, input: input)
  }

  /// `cnigen validate` for Debian's releases.
  func validate(_ file: String) throws -> Outcome {
    let releases = ["--containerd", "1.6.20", "--plugins", "1.1.1"]
    return try run(binary, ["validate", file] + releases, environment: Self.environment)
  }

  /// The arguments of a build.
  static func arguments(_ profile: String, _ folder: String, _ options: [String] = []) -> [String] {
    ["build", profile, "-o", folder] + options
  }

  /// Nothing of the tester's own settings reaches the program.
  static let environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"]
}

/// The files below a folder, by relative path.
struct Tree: Equatable, Sendable, CustomStringConvertible {
  struct File: Equatable, Sendable {
    let bytes: Data
    /// The permission bits.
    let mode: Int
  }

  let files: [String: File]

  /// Reads a folder; one that is not there has no files.
  init(_ folder: String) throws {
    var files: [String: File] = [:]
    for name in try FileManager.default.fileExists(atPath: folder)
      ? FileManager.default.subpathsOfDirectory(atPath: folder) : []
    {
      let path = "\(folder)/\(name)"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      files[name] = File(bytes: try Data(contentsOf: URL(filePath: path)), mode: try Self.mode(of: path))
    }
    self.files = files
  }

  /// The permission bits of a file or folder.
  static func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    guard let mode = attributes[.posixPermissions] as? NSNumber else { throw Trouble("\(path) has no mode") }
    return mode.intValue
  }

  var description: String { files.keys.sorted().joined(separator: " ") }
}
