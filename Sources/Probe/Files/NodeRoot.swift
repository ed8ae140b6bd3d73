import Glibc

/// Where the files of a node lie: under `/`, or under the folder that its image is mounted at. Links are followed as
/// the node itself follows them, so that none leads out of the image.
package struct NodeRoot: Sendable {
  /// What stands before every path of the node; empty for this machine.
  private let prefix: String

  /// How many links a path may lead through, as for Linux.
  private static let maximumLinks = 40

  package init(_ folder: String = "/") {
    var prefix = folder[...]
    while prefix.hasSuffix("/") { prefix.removeLast() }
    self.prefix = String(prefix)
  }

  /// Whether it is the machine that we run on.
  package var isThisMachine: Bool { prefix.isEmpty }

  /// The node's own name for a path, without links; `nil` where it leads round in circles.
  func resolved(_ path: String) -> String? {
    // On this machine the system follows links better than anybody.
    guard !isThisMachine else { return Self.real(path) ?? path }
    var rest = Self.steps(path)[...]
    var done: [String] = []
    var links = 0
    while let step = rest.popFirst() {
      if step == ".." {
        done = done.dropLast()
        continue
      }
      guard let target = Self.link(at: "\(prefix)/\((done + [step]).joined(separator: "/"))") else {
        done.append(step)
        continue
      }
      links += 1
      guard links <= Self.maximumLinks else { return nil }
      if target.hasPrefix("/") { done = [] }
      rest = (Self.steps(target) + rest)[...]
    }
    return "/" + done.joined(separator: "/")
  }

  /// The path on this machine of a path on the node.
  package func place(of path: String) -> String {
    isThisMachine ? path : prefix + (resolved(path) ?? path)
  }

  /// The path on this machine of a file on the node that is itself not followed where it is a link; its folder is.
  package func place(ofFile path: String) -> String {
    guard let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return place(of: path) }
    let folder = place(of: cut == path.startIndex ? "/" : String(path[..<cut]))
    return (folder == "/" ? "" : folder) + path[cut...]
  }

  private static func steps(_ path: String) -> [String] {
    path.split(separator: "/").filter { $0 != "." }.map(String.init)
  }

  private static func real(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  private static func link(at path: String) -> String? {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink(path, start.assumingMemoryBound(to: CChar.self), buffer.count)
      return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
  }
}
