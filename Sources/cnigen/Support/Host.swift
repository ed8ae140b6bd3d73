import ArtifactIO
import Glibc
import Probe

/// The machine that we run on.
enum Host {
  /// The name of a node: what its own file says, or what the kernel does.
  static func name(on root: NodeRoot) -> String {
    if !root.isThisMachine { return named(in: root.place(of: "/etc/hostname")) ?? "node" }
    return withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
      guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self), gethostname(start, 255) == 0 else {
        return "node"
      }
      start[255] = 0
      let name = String(cString: start)
      return name.isEmpty ? "node" : name
    }
  }

  /// The day by UTC, as `yyyy-mm-dd`.
  static var today: String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    let two = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  /// A path from the command line as one that begins at `/`.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let text = getcwd(nil, 0) else { return path }
    defer { free(text) }
    return "\(String(cString: text))/\(path)"
  }

  /// A variable of the environment.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func named(in path: String) -> String? {
    guard let bytes = try? FileReading.read(path) else { return nil }
    let line = String(decoding: bytes.prefix(256), as: UTF8.self).split(whereSeparator: \.isNewline).first
    return line.map(String.init)
  }
}
