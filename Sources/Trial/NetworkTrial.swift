package import CNIModel
package import Diagnostics
import Emission
import NetworkTypes

/// A network that is tried: its containers attached, looked at and detached with the real plugins, in a world of its
/// own.
package struct NetworkTrial {
  package let list: NetworkList
  package let target: Target
  /// The folders of `CNI_PATH`, in the order in which they are looked through.
  package let binDirs: [String]
  /// Whether host ports are expected even where no plugin says that it serves them.
  package let expectsPorts: Bool

  package init(_ list: NetworkList, for target: Target, binDirs: [String], expectsPorts: Bool = false) {
    self.list = list
    self.target = target
    self.binDirs = binDirs
    self.expectsPorts = expectsPorts
  }

  /// Prepares this process for trials: from here on it has files of its own, and paths should be absolute.
  package static func begin() throws(TrialFault) -> Privilege {
    let privilege = try Privilege.acquire()
    try PrivateFiles.enter()
    return privilege
  }

  /// Tries the network.
  ///
  /// - Parameters:
  ///   - staysAttached: whether the containers stay on the network, for somebody to look around.
  ///   - name: names a plugin's answer as a file of this run.
  ///   - progress: is told what is done next.
  /// - Returns: what was promised and what was seen, in the order in which it was looked at.
  package func run(
    staysAttached: Bool = false, naming name: @escaping ([UInt8]) -> FileID,
    progress: @escaping (String) -> Void = { _ in }
  ) throws(TrialFault) -> [Finding] {
    progress("building a node, a machine outside and a cable")
    let outlook = Outlook(list)
    let world = try World(for: outlook, keeping: binDirs)
    defer { if !staysAttached { world.close() } }
    let dhcp = try outlook.usesDHCP ? DHCPService(world, binDirs: binDirs) : nil
    defer { dhcp?.stop() }
    let runner = ChainRunner(Chain(list, for: target), for: target, binDirs: binDirs, naming: name)
    var life = Life(world, outlook, runner, self, progress: progress)
    return try life.live(staysAttached: staysAttached, stranger: stranger(name))
  }

  /// The runner of the other network that a firewall policy is tried with.
  private func stranger(_ name: @escaping ([UInt8]) -> FileID) -> ChainRunner? {
    Stranger.list(beside: list).map {
      ChainRunner(Chain($0, for: target), for: target, binDirs: binDirs, naming: name)
    }
  }
}
