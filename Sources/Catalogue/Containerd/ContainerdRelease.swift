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
}
