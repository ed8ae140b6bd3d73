import CLinux
import Glibc

/// By what right this process makes namespaces.
package enum Privilege: Sendable {
  case root
  /// A user namespace of its own, in which it is root.
  case userNamespace

  /// Finds out, and takes a user namespace where that is needed. To be called once, by a process with one thread.
  package static func acquire() throws(TrialFault) -> Privilege {
    if geteuid() == 0, mayMakeNamespaces { return .root }
    let user = geteuid()
    let group = getegid()
    guard unshare(namespaceKindUser) == 0 else { throw .notPermitted(advice(words(for: errno))) }
    do {
      try write("deny", to: "/proc/self/setgroups")
      try write("0 \(user) 1", to: "/proc/self/uid_map")
      try write("0 \(group) 1", to: "/proc/self/gid_map")
    } catch {
      throw .notPermitted(advice(error.description))
    }
    guard mayMakeNamespaces else { throw .notPermitted(advice(words(for: errno))) }
    return .userNamespace
  }

  /// In words that stand behind "as".
  package var description: String {
    switch self {
    case .root: "root"
    case .userNamespace: "root of a user namespace"
    }
  }

  /// From here on this process is no longer in the machine's own network, to which a user namespace has no way back.
  private static var mayMakeNamespaces: Bool { unshare(namespaceKindMount | namespaceKindNetwork) == 0 }

  private static func advice(_ reason: String) -> String {
    """
    networks are tried in namespaces, and this user can make none (\(reason)); run it as root, with sudo for example, \
    or let users make namespaces: sysctl -w user.max_user_namespaces=10000, on Debian also \
    kernel.unprivileged_userns_clone=1, on Ubuntu also kernel.apparmor_restrict_unprivileged_userns=0
    """
  }

  private static func write(_ text: String, to path: String) throws(TrialFault) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw .last("open \(path)") }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw .last("write \(path)") }
  }
}
