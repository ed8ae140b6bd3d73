import Glibc

/// Reads the lines of a `SHA256SUMS` of an earlier run, one after another.
///
/// Lines of another form than cnigen's, and paths that could lead out of the folder, are left out. A file that is not
/// sorted by path was not left so by cnigen: it ends where the order does, or where a line is longer than any path.
struct OldSums: ~Copyable {
  private let file: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd: Bool
  private var last: [UInt8] = []

  /// A sum, two spaces, a path as long as the system takes one, and the end of the line.
  private static let longestLine = 64 + 2 + Int(PATH_MAX) + 1

  /// A line: the path, the sum in hexadecimal, and the line as it stands there, its end included.
  struct Line {
    let path: ArraySlice<UInt8>
    let sum: ArraySlice<UInt8>
    let bytes: ArraySlice<UInt8>
  }

  init(in root: borrowing Folder) {
    file = openat(root.descriptor, Checksums.fileName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    var status = stat()
    isAtEnd = file < 0 || fstat(file, &status) != 0 || status.st_mode & S_IFMT != S_IFREG
  }

  deinit { if file >= 0 { close(file) } }

  /// Skips some lines if exactly they come next.
  mutating func skip(_ lines: [UInt8]) -> Bool {
    while buffer.count - start < lines.count, !isAtEnd { readMore() }
    guard buffer.count - start >= lines.count, buffer[start..<(start + lines.count)].elementsEqual(lines) else {
      return false
    }
    start += lines.count
    return true
  }

  /// The next line, which `advance` leaves behind; `nil` at the end.
  mutating func peek() -> Line? {
    while true {
      while true {
        if let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
          if let line = Self.line(buffer[start...end]) {
            guard last.isEmpty || last.lexicographicallyPrecedes(line.path) || last.elementsEqual(line.path) else {
              return nil
            }
            return line
          }
          start = end + 1
          break
        }
        guard !isAtEnd, buffer.count - start <= Self.longestLine else { return nil }
        readMore()
      }
    }
  }

  /// Goes behind the line that `peek` gave.
  mutating func advance() {
    guard let line = peek() else { return }
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: line.path)
    start = line.bytes.endIndex
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> Line? {
    let sum = bytes.prefix(64)
    let path = bytes.dropFirst(66).dropLast()
    let isHex = sum.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x66 }
    guard sum.count == 64, isHex, bytes.dropFirst(64).starts(with: [0x20, 0x20]),
      path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy({ part in
        !part.isEmpty && !part.elementsEqual([0x2E]) && !part.elementsEqual([0x2E, 0x2E])
      })
    else { return nil }
    return Line(path: path, sum: sum, bytes: bytes)
  }

  private mutating func readMore() {
    buffer.removeFirst(start)
    start = 0
    let (file, room, filled) = (file, 1 << 16, buffer.count)
    buffer.append(contentsOf: repeatElement(0, count: room))
    let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress.map { $0 + filled }, room) }
    buffer.removeLast(room - max(0, count))
    if count <= 0 { isAtEnd = true }
  }
}
