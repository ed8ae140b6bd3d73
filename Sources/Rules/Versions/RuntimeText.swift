import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

/// What a runtime says about spec versions.
extension Target {
  /// The runtime and its release: `containerd 1.6.20`.
  var runtimeName: String { "containerd \(containerd.version)" }

  /// What libcni says of a list without plugins.
  var noPluginsText: String {
    containerd.libcni >= "1.3.0" ? "no plugin configs found" : "error parsing configuration list: no 'plugins' key"
  }

  /// Where the release of containerd is stated, if in a file.
  var runtimeNote: [Diagnostic.Note] {
    places.containerd.map { [.init("the release of containerd is stated here", at: $0)] } ?? []
  }

  /// Where the release of a plugin is stated, if in a file.
  func releaseNote(of type: String) -> [Diagnostic.Note] {
    place(of: type).map { [.init("the release of \(type) is stated here", at: $0)] } ?? []
  }

  /// Where it stands what spec versions a plugin takes: as measured, or by its release.
  func versionsNote(of type: String) -> [Diagnostic.Note] {
    guard let versions = capabilities?[type]?.specVersions else { return releaseNote(of: type) }
    return [.init("what \(type) on the node supports is stated here", at: versions.range)]
  }

  /// Whether the runtime calls STATUS for lists of 1.1.0 and later, and is NotReady where that fails.
  var callsStatus: Bool { containerd.version >= "2.0.1" }

  /// What a plugin says about a version that is not in its list, in libcni's form.
  func incompatible(_ version: String, _ supported: [String]) -> String {
    "incompatible CNI versions; config is \"\(version)\", plugin supports \(SpecChoice.quoted(supported))"
  }
}
