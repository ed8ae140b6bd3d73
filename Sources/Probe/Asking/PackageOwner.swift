import ArtifactIO
import NetworkTypes
import Programs

/// The package of the distribution that a file belongs to.
struct PackageOwner: Sendable, Equatable {
  let name: String
  /// Its version as the distribution writes it: `1.1.1+ds1-3+b5`.
  let version: String
  /// The release of the program in it: `1.1.1`.
  let release: Version?
}
