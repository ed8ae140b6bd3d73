package import CNIModel
import Compilation
import ContainerdConfig
package import Diagnostics
import Emission
package import ProfileLanguage
import Syntax

/// The files that a profile compiles to for one target, with the places that set what stands in them.
package struct ShownTarget: Sendable {
  package let target: Target
  package let files: [ShownFile]

  /// What a profile compiles to. What is wrong with it goes into the bag.
  package static func all(
    of profile: Profile, overrides: TargetOverrides, into bag: inout DiagnosticBag
  ) -> [ShownTarget] {
    let compiled = Compiler.compile(profile, overrides: overrides, into: &bag)
    let networks = LoweredNetworks.all(of: profile, overrides: overrides)
    return zip(compiled, networks).map { compiled, networks in
      ShownTarget(
        target: compiled.target,
        files: compiled.files.map { file in
          if let list = networks.lists.first(where: { $0.fileName == file.name }) {
            return ShownFile(file.name, file.bytes, FilePlaces.ofJSON(file.bytes, from: list.value))
          }
          return file.name.hasSuffix(".toml")
            ? ShownFile(file.name, file.bytes, FilePlaces.ofTOML(file.bytes, from: profile.containerd))
            : ShownFile(file.name, file.bytes)
        })
    }
  }
}
