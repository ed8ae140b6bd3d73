import CLinux
import Glibc

/// A pod's network namespace with the identifier that a runtime would give it.
final class Container {
  /// Counted from 1, in the order in which they are attached.
  let number: Int
  /// As containerd makes them: 64 hexadecimal digits.
  let id: String
  let namespace: NetworkNamespace
  /// What plugins find in `CNI_NETNS`.
  let path: String

  /// The name that containerd gives the device inside.
  static let device = "eth0"

  init(number: Int) throws(TrialFault) {
    self.number = number
    id = Self.randomDigits(64)
    path = "/run/netns/cnigen-\(number)"
    namespace = try NetworkNamespace.make()
    try namespace.takeAddressesAtOnce()
    try namespace.bind(to: path)
  }

  func close() { umount2(path, Int32(MNT_DETACH)) }

  private static func randomDigits(_ count: Int) -> String {
    String((0..<count).map { _ in "0123456789abcdef".randomElement() ?? "0" })
  }
}
