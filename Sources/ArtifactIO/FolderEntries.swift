import CLinux
import Glibc

/// Reads the names in an open folder without a copy of each.
struct FolderEntries {
  private var buffer = [UInt8](repeating: 0, count: 1 << 15)

  /// Calls the body with the bytes of each name, `.` and `..` left out, in the order of the system.
  ///
  /// - Parameters:
  ///   - folder: a descriptor whose reading stands at the beginning.
  ///   - path: for messages.
  mutating func forEach(
    in folder: Int32, _ path: @autoclosure () -> String, _ body: (UnsafeBufferPointer<UInt8>) throws(FileFault) -> Void
  ) throws(FileFault) {
    while true {
      let count = buffer.withUnsafeMutableBytes { getdents64(folder, $0.baseAddress, UInt($0.count)) }
      guard count >= 0 else { throw FileFault.last(.write, path()) }
      guard count > 0 else { return }
      var offset = 0
      while offset < count {
        // A record is a number of 8 bytes, a position of 8, its own size in 2, a kind in 1, and the name with a zero.
        let size = Int(buffer[offset + 16]) | Int(buffer[offset + 17]) << 8
        let start = offset + 19
        offset += max(size, 20)
        let length = buffer[start...].firstIndex(of: 0).map { $0 - start } ?? 0
        if length <= 2, buffer[start] == UInt8(ascii: "."), length == 1 || buffer[start + 1] == UInt8(ascii: ".") {
          continue
        }
        let fault: FileFault? = buffer.withUnsafeBufferPointer { bytes in
          do throws(FileFault) {
            try body(UnsafeBufferPointer(rebasing: bytes[start..<(start + length)]))
            return nil
          } catch {
            return error
          }
        }
        if let fault { throw fault }
      }
    }
  }
}
