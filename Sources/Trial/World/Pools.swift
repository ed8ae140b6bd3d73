import CNIModel
import Glibc
import NetworkTypes

/// Where a set of host-local has several subnets, a node comes to the second one when the first is used up. So that both
/// are tried, the second container is made to get its address from there.
enum Pools {
  /// Lets host-local go on behind the first subnet of every set, in the file by which it remembers where it was.
  static func turnToSecondSubnets(of outlook: Outlook) {
    let name = outlook.list.name?.value ?? ""
    for ipam in outlook.list.plugins.compactMap(\.ipam) {
      let folder = "\(ipam["dataDir"]?.string ?? "/var/lib/cni/networks")/\(name)"
      for (index, set) in ipam.rangeSets.enumerated() where set.ranges.count > 1 {
        guard let last = set.ranges[0].last else { continue }
        let file = open("\(folder)/last_reserved_ip.\(index)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { continue }
        let bytes = Array(last.description.utf8)
        _ = write(file, bytes, bytes.count)
        close(file)
      }
    }
  }
}
