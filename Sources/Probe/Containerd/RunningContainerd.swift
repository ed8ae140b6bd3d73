import ArtifactIO
import Glibc

/// The containerd that runs on a node, which knows its config as it was when it started.
package enum RunningContainerd {
  /// The process of a containerd that was started before one of its config files was last written, or one went from their
  /// usual folders; `nil` where none runs, as in an image, or where it has read them.
  ///
  /// - Parameters:
  ///   - binary: the program's path on the node.
  ///   - configs: the paths of its config files there.
  package static func process(of binary: String, olderThan configs: [String], on root: NodeRoot) -> Int32? {
    let paths = configs + ["/etc/containerd", "/etc/containerd/conf.d"]
    guard let written = paths.compactMap({ age(ofFile: root.place(of: $0)) }).min() else { return nil }
    let program = real(root.place(of: binary))
    return processes().first { process in
      guard self.program(of: process) == program, let age = age(of: process) else { return false }
      return age > written
    }
  }

  private static func processes() -> [Int32] {
    guard let stream = opendir("/proc") else { return [] }
    defer { closedir(stream) }
    var found: [Int32] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if let number = Int32(name) { found.append(number) }
    }
    return found.sorted()
  }

  /// The file that a process was started from; one that an upgrade replaced goes by its old name.
  private static func program(of process: Int32) -> String? {
    let text = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer -> String? in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink("/proc/\(process)/exe", start.assumingMemoryBound(to: CChar.self), buffer.count)
      return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
    guard let text else { return nil }
    let replaced = " (deleted)"
    return text.hasSuffix(replaced) ? String(text.dropLast(replaced.count)) : text
  }

  /// For how many seconds a process has been there: field 22 of its line, in ticks since the machine started.
  private static func age(of process: Int32) -> Double? {
    guard let bytes = try? FileReading.read("/proc/\(process)/stat") else { return nil }
    // The name in brackets may hold anything.
    guard let end = bytes.lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = String(decoding: bytes[end...].dropFirst(2), as: UTF8.self).split(separator: " ")
    guard fields.count > 19, let ticks = Double(fields[19]) else { return nil }
    return now(CLOCK_BOOTTIME) - ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// For how many seconds a file has been as it is.
  private static func age(ofFile path: String) -> Double? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return now(CLOCK_REALTIME) - Double(status.st_ctim.tv_sec) - Double(status.st_ctim.tv_nsec) / 1e9
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func real(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

}
