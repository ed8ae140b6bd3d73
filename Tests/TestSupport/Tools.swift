import Foundation

/// Programs from the Python package index, which `scripts/setup-python` installs into a folder of their own.
package enum Tools {
  /// The path of a program.
  package static func program(_ name: String) throws -> String {
    let folder = ProcessInfo.processInfo.environment["CNIGEN_PYTHON_TOOLS"] ?? ".build/python"
    let path = folder.hasPrefix("/") ? folder : Machine.repository.appending(path: folder).path
    let program = "\(path)/bin/\(name)"
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw Trouble("there is no \(program); scripts/setup-python installs it")
    }
    return program
  }
}
