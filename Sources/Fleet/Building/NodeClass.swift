import Compilation
import Diagnostics
import NetworkTypes
import ProfileLanguage

/// Nodes with the same pools and nothing of their own: what one of them compiles to tells what the others do.
struct NodeClass {
  /// What makes nodes alike: their pools, and the shapes of their subnets.
  struct Key: Hashable {
    let pools: [Int]
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
  }

  /// How far it has come.
  private enum State {
    case empty
    case one(Sample)
    case form(ClassForm, findings: DiagnosticBag)
    /// Its nodes differ in more than their subnets.
    case mixed
  }

  private var state = State.empty
  /// Networks and addresses in the files that are not a node's own. Where a node's subnets meet one of them, a rule may
  /// find what it does not find elsewhere.
  private var fixed: [AddressRange] = []

  /// The files and findings of a node, where they follow from those of others.
  func files(for subnets: [CIDR]) -> (compiled: [CompiledTarget], findings: DiagnosticBag)? {
    guard case .form(let form, let findings) = state, isPlain(subnets) else { return nil }
    return (form.compiled(with: subnets), findings)
  }

  /// Learns from a node that was compiled.
  mutating func learn(_ sample: Sample) {
    switch state {
    case .empty:
      fixed = Self.addresses(in: sample)
      if isPlain(sample.subnets) { state = .one(sample) }
    case .one(let first):
      guard isPlain(sample.subnets) else { return }
      let form = ClassForm(first.compiled, first.subnets, sample.compiled, sample.subnets)
      let isAlike = Self.outline(first.findings) == Self.outline(sample.findings)
      state = form.map { isAlike ? .form($0, findings: first.findings) : .mixed } ?? .mixed
    case .form, .mixed: break
    }
  }

  /// Whether nothing is special about some subnets: the rules judge them by their shapes alone.
  private func isPlain(_ subnets: [CIDR]) -> Bool {
    subnets.allSatisfy { subnet in
      SpecialPurpose.of(subnet) == nil && !subnet.address.isIPv4Mapped
        && !fixed.contains { $0.overlaps(subnet.range) }
    }
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

extension OpenFleet {
  /// The class of a node; `nil` for one that is like no other, or whose files hold more of it than its subnets.
  func key(of node: Int, _ pools: [Int], _ subnets: [CIDR]) -> NodeClass.Key? {
    if let detail = nodes.detail(of: node), !detail.overlay.members.isEmpty || detail.reported != nil { return nil }
    guard !subnets.isEmpty else { return nil }
    return NodeClass.Key(
      pools: pools, shapes: subnets.map { NodeClass.Shape(family: $0.family, prefix: $0.prefix) })
  }
}
