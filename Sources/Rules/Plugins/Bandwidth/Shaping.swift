import CNIModel
import Diagnostics

/// One direction of a bandwidth plugin: a rate and a burst, as far as they are numbers.
struct Shaping {
  let plugin: InstalledPlugin
  /// CNI's names of the two keys.
  let rateKey: String
  let burstKey: String

  /// Bits per second; 0 counts as not set.
  var rate: Located<UInt64>? { amount(rateKey) }
  /// Bits; 0 counts as not set.
  var burst: Located<UInt64>? { amount(burstKey) }

  /// Whether both values are absent or numbers that the plugin can read; others are faults of their own.
  var isReadable: Bool {
    [rateKey, burstKey].allSatisfy { key in plugin[key].map { $0.unsigned != nil } ?? true }
  }

  /// Both directions of every bandwidth plugin of a chain.
  static func all(in subject: Subject) -> [Shaping] {
    subject.installed("bandwidth").flatMap { plugin in
      [
        Shaping(plugin: plugin, rateKey: "ingressRate", burstKey: "ingressBurst"),
        Shaping(plugin: plugin, rateKey: "egressRate", burstKey: "egressBurst"),
      ]
    }
  }

  private func amount(_ key: String) -> Located<UInt64>? {
    guard let value = plugin[key], let number = value.unsigned, number > 0 else { return nil }
    return Located(number, at: value.range)
  }
}
