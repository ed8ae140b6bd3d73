/// A template that lies in this program, so that a profile can name it anywhere.
///
/// The texts are those of the files in `templates/`; `CNIGEN_UPDATE=1 swift test --filter ShippedTemplatesTests` takes
/// them over, and a test finds out when somebody forgot.
package struct ShippedTemplate: Sendable {
  /// The name by which `template:` calls it; its file is `templates/NAME.yaml`.
  package let name: String
  private let bytes: StaticString

  init(_ name: String, _ bytes: StaticString) {
    self.name = name
    self.bytes = bytes
  }

  /// The YAML text, byte for byte as in the file.
  package var text: String { bytes.description }

  /// The template of a name.
  package static func named(_ name: String) -> ShippedTemplate? { all.first { $0.name == name } }
}
