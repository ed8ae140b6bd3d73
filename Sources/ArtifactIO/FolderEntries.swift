import CLinux
import Glibc

/// Reads the names in an open folder without a copy of each.
struct FolderEntries {
  private var buffer = [UInt8](repeating: 0, count: 1 << 15)

  /// Calls the body with the bytes of each name, `.` and `..` left out, in the order of the system.
  ///
  /// - Parameter folder: a descriptor whose reading stands at the beginning.
  /// - Returns: whether all could be read; if not, `errno` says why.
  mutating func forEach(in folder: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    while true {
      let count = buffer.withUnsafeMutableBytes { getdents64(folder, $0.baseAddress, UInt($0.count)) }
      guard count > 0 else { return count == 0 }
      buffer.withUnsafeBufferPointer { bytes in
        var offset = 0
        while offset < count {
          // A record is a number of 8 bytes, a position of 8, its own size in 2, a kind in 1, and the name with a zero.
          let size = Int(bytes[offset + 16]) | Int(bytes[offset + 17]) << 8
          let start = offset + 19
          var end = start
          while end < offset + size, bytes[end] != 0 { end += 1 }
          offset += max(size, 20)
          let isDots =
            bytes[start] == UInt8(ascii: ".")
            && (end - start == 1 || end - start == 2 && bytes[start + 1] == UInt8(ascii: "."))
          if !isDots { body(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
        }
      }
    }
  }
}
