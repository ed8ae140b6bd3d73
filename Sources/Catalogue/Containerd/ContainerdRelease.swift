package import NetworkTypes

/// A patch release of containerd, as far as CNI is concerned.
package struct ContainerdRelease: Sendable, Hashable {
  /// What containerd does with a config file whose schema it does not know yet.
  package enum NewerSchema: String, Sendable, Hashable {
    /// It reads the file as schema 2 and says nothing.
    case silent
    /// It refuses to start.
    case error
  }

  package let version: Version
  /// The day of its tag, as `yyyy-mm-dd`.
  package let date: String
  /// Config schemas whose CNI table takes effect.
  package let schemas: [Int]
  /// The schema that it writes itself.
  package let nativeSchema: Int
  package let newerSchema: NewerSchema
  /// The release of go-cni inside; two of them are of before its first release and carry a commit.
  package let goCNI: String
  package let libcni: Version
  /// The highest spec version that its libcni can read a result in.
  package let specMaximum: Version
  /// The spec version of the loopback configuration that it carries inside.
  package let loopbackSpec: String
  /// The release of the reference plugins that its own scripts install.
  package let pluginsPin: Version
  /// Whether a bundle with these plugins was published.
  package let bundlePublished: Bool

  package init(
    _ version: Version, _ date: String, schemas: [Int], native: Int, newer: NewerSchema, goCNI: String,
    libcni: Version, specMaximum: Version, loopbackSpec: String, pluginsPin: Version, bundlePublished: Bool
  ) {
    self.version = version
    self.date = date
    self.schemas = schemas
    self.nativeSchema = native
    self.newerSchema = newer
    self.goCNI = goCNI
    self.libcni = libcni
    self.specMaximum = specMaximum
    self.loopbackSpec = loopbackSpec
    self.pluginsPin = pluginsPin
    self.bundlePublished = bundlePublished
  }

  /// The spec versions that it can read a result in, oldest first.
  package var specVersions: [Version] {
    Catalogue.specVersions.map(\.version).filter { $0 <= specMaximum }
  }
}

/// A patch release as the file of its line writes it: what it leaves out is as in the one before.
struct Patch {
  let version: Version
  let date: String
  let newer: ContainerdRelease.NewerSchema?
  let goCNI: String?
  let libcni: Version?
  let loopbackSpec: String?
  let pluginsPin: Version?

  init(
    _ version: Version, _ date: String, newer: ContainerdRelease.NewerSchema? = nil, goCNI: String? = nil,
    libcni: Version? = nil, loopbackSpec: String? = nil, pluginsPin: Version? = nil
  ) {
    self.version = version
    self.date = date
    self.newer = newer
    self.goCNI = goCNI
    self.libcni = libcni
    self.loopbackSpec = loopbackSpec
    self.pluginsPin = pluginsPin
  }
}

extension ContainerdRelease {
  /// The releases of a line: the first one in full, the others by what they changed.
  static func line(from first: ContainerdRelease, _ patches: [Patch]) -> [ContainerdRelease] {
    var releases = [first]
    var last = first
    for patch in patches {
      last = last.followed(by: patch)
      releases.append(last)
    }
    return releases
  }

  private func followed(by patch: Patch) -> ContainerdRelease {
    ContainerdRelease(
      patch.version, patch.date, schemas: schemas, native: nativeSchema, newer: patch.newer ?? newerSchema,
      goCNI: patch.goCNI ?? goCNI, libcni: patch.libcni ?? libcni, specMaximum: specMaximum,
      loopbackSpec: patch.loopbackSpec ?? loopbackSpec, pluginsPin: patch.pluginsPin ?? pluginsPin,
      bundlePublished: bundlePublished)
  }
}
