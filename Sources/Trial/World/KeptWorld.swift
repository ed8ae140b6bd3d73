import CLinux
import Glibc

/// A world that outlives this process: a process that does nothing else holds it.
package struct KeptWorld {
  /// The process that holds it; whoever ends it removes everything.
  private let holder: pid_t
  private let containers: Int
  private let privilege: Privilege

  /// Leaves the holder behind. Only for a process whose trials are over.
  ///
  /// - Parameter containers: how many are attached.
  package static func leave(containers: Int, by privilege: Privilege) throws(TrialFault) -> KeptWorld {
    let holder = leaveHolder()
    guard holder > 0 else { throw .last("leave a process behind") }
    return KeptWorld(holder: holder, containers: containers, privilege: privilege)
  }

  /// How to look around, and how to remove everything.
  package var instructions: String {
    let enter: String
    switch privilege {
    case .root: enter = "nsenter"
    case .userNamespace: enter = "nsenter -t \(holder) -U --preserve-credentials"
    }
    let inside = { (name: String) in "\(enter) --net=/proc/\(holder)/root/run/netns/\(name) sh" }
    let places =
      [("on the node:", "\(enter)\(privilege == .root ? " -t \(holder)" : "") -m -n sh")]
      + (1...max(1, containers)).map { ("in container \($0):", inside("cnigen-\($0)")) }
      + [("on the machine outside:", inside("cnigen-outside"))]
    let width = places.map(\.0.utf8.count).max() ?? 0
    let lines = places.map { place, command in
      "  \(place)\(String(repeating: " ", count: width - place.utf8.count)) \(command)"
    }
    return "the containers stay attached, held by process \(holder); to look around:\n" + lines.joined(separator: "\n")
      + "\nto remove everything: kill \(holder)\n"
  }
}
