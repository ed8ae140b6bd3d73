import ArgumentParser
import ArtifactIO

/// The profile that is meant where none is named: `cnigen.yaml` here, or in the nearest folder above, up to the top of
/// the git repository.
enum DefaultProfile {
  static let name = "cnigen.yaml"

  /// The path of the profile; `nil` where there is none.
  static func find() -> String? {
    RepositoryPaths().foldersUpwards.map { $0 + name }.first {
      if case .file = FileReading.nature(of: $0) { true } else { false }
    }
  }

  /// The path of the profile, which is told where it lies elsewhere.
  static func required() throws -> String {
    guard let path = find() else {
      throw ValidationError("No profile is named and there is no \(name) here; `cnigen init` writes one.")
    }
    if path != name { Console.say("using \(path)") }
    return path
  }
}
