import Glibc

/// What a program writes into one of its streams, as far as it has come.
struct Stream {
  private(set) var bytes: [UInt8] = []
  /// The reading end of the pipe; `nil` once nobody can write into it any more, or we do not care.
  private(set) var descriptor: Int32?
  /// Whether there was more than the limit.
  private(set) var isFlooded = false
  private let limit: Int

  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// Takes what is there, without waiting and never more than the limit.
  mutating func take() {
    guard let descriptor else { return }
    while true {
      let room = limit - bytes.count
      let (count, error) = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { piece in
        let count = read(descriptor, piece.baseAddress, piece.count)
        let error = errno
        if count > 0 { bytes.append(contentsOf: piece[..<min(count, room)]) }
        return (count, error)
      }
      if count < 0 {
        if error == EINTR { continue }
        if error != EAGAIN { close() }
        return
      }
      if count > room { isFlooded = true }
      if count == 0 || isFlooded { return close() }
    }
  }

  mutating func close() {
    if let descriptor { Glibc.close(descriptor) }
    descriptor = nil
  }
}
