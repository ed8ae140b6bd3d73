import Foundation

/// Reads the files of the folder `Tests`: cases and facts.
package enum TestFiles {
  /// A file or folder that is not there, or cannot be read.
  package struct Unreadable: Error, CustomStringConvertible {
    package let description: String
  }

  /// The folder `Tests` of the checkout.
  private static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Where a file lies, from its path below `Tests`.
  package static func path(_ relative: String) -> String {
    folder.appending(path: relative).path(percentEncoded: false)
  }

  /// The bytes of a file, from its path below `Tests`.
  package static func bytes(_ relative: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path(relative)) else {
      throw Unreadable(description: "Tests/\(relative) cannot be read")
    }
    return [UInt8](data)
  }

  /// The text of a file, from its path below `Tests`; an error where it is not UTF-8.
  package static func text(_ relative: String) throws -> String {
    guard let text = String(validating: try bytes(relative), as: UTF8.self) else {
      throw Unreadable(description: "Tests/\(relative) is not UTF-8")
    }
    return text
  }

  /// The names in a folder below `Tests`, sorted, hidden ones left out.
  package static func names(in relative: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path(relative)).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw Unreadable(description: "Tests/\(relative): \(error)")
    }
  }
}
