import CNIModel
import Diagnostics
import Emission

/// A Butane config with the files in plain sight, for people who keep theirs in Butane. It becomes an Ignition config
/// of spec 3.4.0, as `ignition` makes it directly.
enum Butane {
  static let output = Output(
    "butane", "a Butane config that puts the files in place at the first boot", file: "butane.yaml", alias: ["fcct"],
    options: [
      OutputOption("variant", .word(variants.map(\.name)), "the system that it is for; default fcos")
    ]
  ) { request, delivery, _ in
    let variant = variants.first { $0.name == request.text("variant")?.value } ?? variants[0]
    return YAMLWriter.document(
      .mapping([
        .init("variant", .string(variant.name)), .init("version", .string(variant.version)),
        .init("storage", .mapping([.init("files", .sequence(delivery.files.map(entry)))])),
      ]))
  }

  /// Butane's variants, each in the version that stands for Ignition 3.4.0.
  private static let variants: [(name: String, version: String)] = [("fcos", "1.5.0"), ("flatcar", "1.1.0")]

  private static func entry(_ file: NodeFile) -> YAML {
    let contents: YAML.Member =
      if let text = file.text {
        .init("inline", .string(text))
      } else {
        .init("source", .string(Ignition.dataURL(file.bytes)))
      }
    return .mapping([
      .init("path", .string(file.path)), .init("mode", .number("0644")), .init("overwrite", .bool(true)),
      .init("contents", .mapping([contents])),
    ])
  }
}
