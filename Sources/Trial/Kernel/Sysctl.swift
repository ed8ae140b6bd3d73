import Glibc

/// Settings of the network namespace that the thread stands in, by their path below `/proc/sys`.
enum Sysctl {
  /// Sets it; one that is not there has nothing to set.
  static func set(_ path: String, _ value: String) {
    let file = open("/proc/sys/\(path)", O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array(value.utf8)
    _ = write(file, bytes, bytes.count)
  }

  /// Its first line; `nil` where there is no such setting.
  static func value(_ path: String) -> String? {
    let file = open("/proc/sys/\(path)", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &buffer, buffer.count)
    guard count >= 0 else { return nil }
    return String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
  }
}
