import CLinux
import Glibc

/// A network namespace without a name: it lives as long as somebody holds it, and this process holds it by a
/// descriptor. Whatever ends the process ends the namespace.
package final class NetworkNamespace: Sendable {
  let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// The namespace of the calling thread.
  static func current() throws(TrialFault) -> NetworkNamespace {
    let descriptor = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last("open /proc/thread-self/ns/net") }
    return NetworkNamespace(descriptor)
  }

  /// A new one, its loopback device up. The calling thread stays where it is.
  static func make() throws(TrialFault) -> NetworkNamespace {
    let origin = try current()
    guard unshare(namespaceKindNetwork) == 0 else { throw .last("make a network namespace") }
    let made: NetworkNamespace
    do {
      made = try current()
      try Devices().setUp("lo")
    } catch {
      try origin.take()
      throw error
    }
    try origin.take()
    return made
  }

  /// Carries out `body` on this thread while it stands in the namespace. A socket opened there stays there.
  func inside<Value>(_ body: () throws(TrialFault) -> Value) throws(TrialFault) -> Value {
    let origin = try Self.current()
    try take()
    let value: Value
    do {
      value = try body()
    } catch {
      try origin.take()
      throw error
    }
    try origin.take()
    return value
  }

  /// Moves the calling thread in, to stay.
  func take() throws(TrialFault) {
    guard setns(descriptor, namespaceKindNetwork) == 0 else { throw .last("enter a network namespace") }
  }

  /// Gives the namespace a path, as runtimes do for plugins. It holds the namespace until it is unmounted.
  func bind(to path: String) throws(TrialFault) {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o444)
    guard file >= 0 else { throw .last("make \(path)") }
    close(file)
    guard mount("/proc/self/fd/\(descriptor)", path, nil, UInt(MS_BIND), nil) == 0 else {
      throw .last("mount \(path)")
    }
  }

  /// Lets devices that are made from now on use their IPv6 addresses at once. Who asks around first whether an address is
  /// taken waits for a second, and in a world of its own nobody can have taken it.
  func takeAddressesAtOnce() throws(TrialFault) {
    try inside { () throws(TrialFault) in
      for part in ["all", "default"] { Sysctl.set("net/ipv6/conf/\(part)/accept_dad", "0") }
    }
  }
}
