package import Foundation
package import Testing

/// What the live tests need of the machine that they run on, and where they find it.
package enum Machine {
  /// Whether the live tests are wanted. `CNIGEN_SKIP_LIVE=1` is the one way to leave them out.
  package static let wantsLive = ProcessInfo.processInfo.environment["CNIGEN_SKIP_LIVE"] != "1"

  /// Why the suites are left out, in the words that the test run prints.
  package static let skipped: Comment = "CNIGEN_SKIP_LIVE=1 leaves out every test that needs root or other programs"

  /// Debian's folder of the CNI reference plugins, release 1.1.1.
  package static let plugins = "/usr/lib/cni"

  /// The top folder of the checkout.
  package static let repository: URL = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// Namespaces, folders and containers of this run begin with this, so that a later run knows a killed one's leftovers.
  package static let prefix = "cnigen-live-"

  /// A name that belongs to this run and to nothing else in it.
  package static func ownName(_ role: String) -> String {
    "\(ownPrefix)\(role)-\(UUID().uuidString.prefix(8).lowercased())"
  }

  private static let ownPrefix = "\(prefix)\(ProcessInfo.processInfo.processIdentifier)-"

  /// The `cnigen` under test: `CNIGEN_BINARY`, or the one that was built beside this test bundle.
  package static func cnigen() throws -> String {
    if let named = ProcessInfo.processInfo.environment["CNIGEN_BINARY"], !named.isEmpty {
      return try executable(named, hint: "CNIGEN_BINARY names it")
    }
    return try builtBeside()
  }

  /// The `cnigen` that was built beside this test bundle.
  package static func builtBeside() throws -> String {
    let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = URL(filePath: bundle).deletingLastPathComponent().appending(path: "cnigen").path
    return try executable(beside, hint: "build the product cnigen, or set CNIGEN_BINARY")
  }

  /// Stops a test that cannot work without root.
  package static func requireRoot() throws {
    guard geteuid() == 0 else {
      throw Trouble(
        """
        The live tests make network namespaces and mounts, so they need root. Run scripts/test as root or with sudo, \
        or leave them out with CNIGEN_SKIP_LIVE=1.
        """)
    }
  }

  /// The path of a program on the search path.
  package static func program(_ name: String) throws -> String {
    let folders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"]
    for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
      return "\(folder)/\(name)"
    }
    throw Trouble("\(name) is not installed; scripts/test installs what the live tests need")
  }

  private static func executable(_ path: String, hint: String) throws -> String {
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Trouble("there is no program at \(path); \(hint)")
    }
    return path
  }
}

/// Why a test could not be carried out, as against a promise that was not kept.
package struct Trouble: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
