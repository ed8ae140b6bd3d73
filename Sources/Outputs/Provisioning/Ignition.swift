import Diagnostics
import Emission

/// A config for Ignition, of spec 3.4.0, that puts the files in place before the first boot goes on.
enum Ignition {
  static let output = Output(
    "ignition", "an Ignition config of spec 3.4.0 that puts the files in place at the first boot",
    file: "ignition.ign", alias: ["ign", "coreos"]
  ) { _, delivery, _ in
    JSONWriter.document(
      .object([
        .init("ignition", .object([.init("version", .string("3.4.0"))])),
        .init("storage", .object([.init("files", .array(delivery.files.map(entry)))])),
      ]))
  }

  /// The mode is a decimal number in JSON: 420 is 0644.
  private static func entry(_ file: NodeFile) -> JSON {
    .object([
      .init("path", .string(file.path)), .init("mode", .integer(0o644)), .init("overwrite", .bool(true)),
      .init("contents", .object([.init("source", .string(dataURL(file.bytes)))])),
    ])
  }

  /// A URL that holds the bytes themselves, after RFC 2397.
  static func dataURL(_ bytes: [UInt8]) -> String { "data:;base64,\(Base64.text(bytes))" }
}
