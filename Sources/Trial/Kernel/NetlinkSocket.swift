import CLinux
import Glibc

/// A connection to the kernel's tables of the network namespace in which it was opened.
final class NetlinkSocket {
  private let descriptor: Int32

  /// Opens it in the namespace of the calling thread.
  init() throws(TrialFault) {
    descriptor = socket(AF_NETLINK, Int32(SOCK_RAW.rawValue | SOCK_CLOEXEC.rawValue), NETLINK_ROUTE)
    guard descriptor >= 0 else { throw .last("open a netlink socket") }
  }

  deinit { close(descriptor) }

  /// Carries out a change.
  ///
  /// - Returns: the kernel's error number; 0 where it was done.
  func change(_ message: NetlinkMessage) throws(TrialFault) -> Int32 {
    try send(message)
    for answer in try receive() where Int32(answer.type) == NLMSG_ERROR {
      return structure(Int32.self, in: answer.payload).map { -$0 } ?? EBADMSG
    }
    return EBADMSG
  }

  /// Carries out a change that has no reason to fail.
  func require(_ message: NetlinkMessage, _ what: String) throws(TrialFault) {
    let code = try change(message)
    guard code == 0 else { throw .refused("cannot \(what): \(words(for: code))") }
  }

  /// Every entry of a table.
  func list(_ message: NetlinkMessage) throws(TrialFault) -> [ArraySlice<UInt8>] {
    try send(message)
    var entries: [ArraySlice<UInt8>] = []
    while true {
      for answer in try receive() {
        switch Int32(answer.type) {
        case NLMSG_DONE: return entries
        case NLMSG_ERROR:
          let code = structure(Int32.self, in: answer.payload).map { -$0 } ?? EBADMSG
          throw .refused("the kernel does not list its tables: \(words(for: code))")
        default: entries.append(answer.payload)
        }
      }
    }
  }

  private func send(_ message: NetlinkMessage) throws(TrialFault) {
    let bytes = message.finished
    let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, 0) }
    guard count == bytes.count else { throw .last("ask the kernel") }
  }

  /// The messages of one datagram.
  private func receive() throws(TrialFault) -> [(type: UInt16, payload: ArraySlice<UInt8>)] {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var count = 0
    repeat {
      count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
    } while count < 0 && errno == EINTR
    guard count >= 0 else { throw .last("hear the kernel") }
    var messages: [(type: UInt16, payload: ArraySlice<UInt8>)] = []
    var rest = buffer[..<count]
    while let header = structure(nlmsghdr.self, in: rest) {
      let length = Int(header.nlmsg_len)
      guard length >= 16, length <= rest.count else { break }
      messages.append((header.nlmsg_type, rest.dropFirst(16).prefix(length - 16)))
      rest = rest.dropFirst((length + 3) & ~3)
    }
    return messages
  }
}
