import Foundation

/// A folder that lives as long as one test.
package struct Scratch: Sendable {
  package let path: String

  /// A new, empty folder of this run.
  package static func make() throws -> Scratch {
    try sweep()
    let path = "\(parent)/\(Machine.ownName("scratch"))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    return Scratch(path: path)
  }

  package func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// A path inside.
  package func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a folder inside, with those above it, and gives its path.
  @discardableResult
  package func folder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: self(name), withIntermediateDirectories: true)
    return self(name)
  }

  /// Writes a file inside, makes the folders above it, and gives its path.
  @discardableResult
  package func file(_ name: String, _ text: String) throws -> String {
    if let slash = name.lastIndex(of: "/") { try folder(String(name[..<slash])) }
    try text.write(toFile: self(name), atomically: false, encoding: .utf8)
    return self(name)
  }

  /// Whether the run that named something with its process id is still going on. Another program may have got the
  /// id of a killed run since, so the program has to be a test bundle, too.
  package static func isAlive(ownerOf name: some StringProtocol) -> Bool {
    let id = name.dropFirst(Machine.prefix.count).prefix { $0.isASCII && $0.isNumber }
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/exe") else {
      return false
    }
    return program.contains("xctest") || program.contains("swiftpm-testing-helper")
  }

  private static let parent = FileManager.default.temporaryDirectory.path

  private static func sweep() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: parent)
    where name.hasPrefix(Machine.prefix) && !isAlive(ownerOf: name) {
      try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
    }
  }
}

/// Carries out a test with a folder of its own and removes it, however the test ends.
package func withScratch<Value>(_ body: (Scratch) async throws -> Value) async throws -> Value {
  let scratch = try Scratch.make()
  defer { scratch.remove() }
  return try await body(scratch)
}
