import Glibc

/// Compares files with what they should hold, in memory that is used again.
struct FileComparison {
  private var room: [UInt8] = []

  /// Whether a regular file holds exactly these bytes with mode 0644.
  ///
  /// - Parameter name: the file's name, with a zero at its end.
  mutating func holds(_ name: [CChar], _ bytes: ArraySlice<UInt8>, in folder: Int32) -> Bool {
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o7777 == 0o644,
      status.st_size == bytes.count
    else { return false }
    if room.count < bytes.count { room = [UInt8](repeating: 0, count: max(bytes.count, 4096)) }
    return room.withUnsafeMutableBytes { room in
      var filled = 0
      while filled < bytes.count {
        let count = read(file, room.baseAddress.map { $0 + filled }, bytes.count - filled)
        guard count > 0 else { return false }
        filled += count
      }
      return bytes.withUnsafeBytes { bytes in
        guard let left = bytes.baseAddress, let right = room.baseAddress else { return true }
        return memcmp(left, right, bytes.count) == 0
      }
    }
  }
}
