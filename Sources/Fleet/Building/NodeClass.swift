import Compilation
import Diagnostics
import NetworkTypes
import ProfileLanguage

/// Nodes with the same pools that say and report the same: what one of them compiles to tells what the others do.
struct NodeClass {
  /// What makes nodes alike: their pools, what they lay over the profile themselves, and the shapes of their subnets.
  struct Key: Hashable {
    let pools: [Int]
    let own: String
    let shapes: [Shape]
  }

  /// A subnet without its address.
  struct Shape: Hashable {
    let family: IPAddress.Family
    let prefix: Int
  }

  /// A node that was compiled.
  struct Sample {
    let subnets: [CIDR]
    let compiled: [CompiledTarget]
    let findings: DiagnosticBag
    /// The number of the form that it has by itself.
    let form: Int
  }

  /// How far it has come.
  private enum State {
    case empty
    case one(Sample)
    /// The number of the form of all its nodes.
    case form(Int)
    /// Its nodes differ in more than their subnets.
    case mixed
  }

  private var state = State.empty
  /// Networks and addresses in the files that are not a node's own. Where a node's subnets meet one of them, a rule may
  /// find what it does not find elsewhere.
  private var fixed: [AddressRange] = []

  /// The form of the nodes, once it is known.
  var form: Int? {
    if case .form(let number) = state { number } else { nil }
  }

  /// Learns from a node that was compiled.
  ///
  /// - Returns: the form of all nodes of the class, where this node shows it: that of the first one, with holes.
  mutating func learn(_ sample: Sample) -> (number: Int, form: NodeForm)? {
    switch state {
    case .empty:
      fixed = Self.addresses(in: sample)
      if sample.subnets.allSatisfy(isPlain) { state = .one(sample) }
    case .one(let first):
      guard sample.subnets.allSatisfy(isPlain) else { return nil }
      let form = NodeForm(first.compiled, first.subnets, sample.compiled, sample.subnets)
      guard let form, Self.outline(first.findings) == Self.outline(sample.findings) else {
        state = .mixed
        return nil
      }
      state = .form(first.form)
      return (first.form, form)
    case .form, .mixed: break
    }
    return nil
  }

  /// Whether nothing is special about a network and what lies in it: the rules judge it by its shape alone.
  func isPlain(_ network: CIDR) -> Bool {
    SpecialPurpose.of(network) == nil && !network.address.isIPv4Mapped
      && !fixed.contains { $0.overlaps(network.range) }
  }

  private static func outline(_ bag: DiagnosticBag) -> [String] {
    bag.diagnostics.map { "\($0.rule) \($0.severity) \($0.range.map { "\($0)" } ?? "")" }
  }

  /// All addresses and networks that stand in quotes in the files of a node, its own subnets and default routes left
  /// aside.
  private static func addresses(in sample: Sample) -> [AddressRange] {
    sample.compiled.flatMap(\.files).flatMap { file in
      file.bytes.split { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: " ") }
    }.compactMap { word in
      let text = String(decoding: word, as: UTF8.self)
      guard let network = CIDR(text) ?? IPAddress(text).flatMap({ CIDR($0, prefix: $0.family.bits) }) else {
        return nil
      }
      return network.prefix == 0 || sample.subnets.contains(network) ? nil : network.range
    }
  }
}
