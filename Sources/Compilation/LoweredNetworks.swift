package import CNIModel
import Diagnostics
package import ProfileLanguage

/// The networks of a profile for one of its targets, as lists whose members know their places. `Compiler` has judged
/// them; this is for those who do something with them besides.
package struct LoweredNetworks: Sendable {
  package let target: Target
  package let lists: [NetworkList]

  /// Of every target of a profile. A network whose ranges Kubernetes assigns has those of a node of both families.
  package static func all(of profile: Profile, overrides: TargetOverrides) -> [LoweredNetworks] {
    // Everything that could be said about it has been said by the compiler.
    var told = DiagnosticBag()
    return TargetResolution.resolve(profile, overrides, into: &told).map { target in
      let lists = profile.networks.compactMap { network -> NetworkList? in
        guard let name = network.name ?? profile.name else { return nil }
        let spec = network.assigned == nil ? network : network.filled(with: PodCIDRs.samples[0])
        return Lowering.lower(spec, name: name, for: target, into: &told).list
      }
      return LoweredNetworks(target: target, lists: lists)
    }
  }
}
