import Diagnostics
import Fleet
import ProfileLanguage
import Syntax

/// An input that a fleet names: its inventory or its lock.
///
/// A fleet that builds writes a lock that it can read, and with that lock it builds the same again: no node ever moves.
enum FleetPass {
  static func run(_ bytes: [UInt8], at path: String) -> [Diagnostic] {
    var bag = DiagnosticBag()
    let isLock = path == lock
    let inventory = isLock ? "\"edge-[01-20]\"" : "from: \(path)"
    let (build, files) = build(inventory, [(path, bytes)], into: &bag)
    Rendering.run(bag, files, nil)
    if let build, !bag.hasErrors {
      for node in 0..<min(build.count, 3) {
        let values = build.values(of: node)
        for file in build.forms[build.form(of: node)].files { _ = file.form.filled(with: values) }
      }
      if let made = build.lock { again(made.bytes, inventory, path, bytes) }
    }
    return bag.diagnostics
  }

  static let lock = "fleet.lock"

  /// The same fleet once more, with the lock that it has written.
  private static func again(_ lock: [UInt8], _ inventory: String, _ path: String, _ bytes: [UInt8]) {
    var bag = DiagnosticBag()
    var files = [(path: Self.lock, bytes: lock)]
    if path != Self.lock { files.append((path, bytes)) }
    let (build, _) = build(inventory, files, into: &bag)
    precondition(!bag.hasErrors, "its own lock is refused: \(bag.diagnostics.first?.message ?? "")")
    precondition(build?.lock?.bytes == lock, "with its own lock the fleet is another one")
  }

  private static func build(
    _ inventory: String, _ files: [(path: String, bytes: [UInt8])], into bag: inout DiagnosticBag
  ) -> (FleetBuild?, SourceFiles) {
    var documents = Surroundings(files)
    let opened = documents.open("fleet.yaml", Array(fleet(inventory).utf8))
    guard let document = ReadDocument.read(opened.id, opened.file.bytes, into: &bag) else {
      preconditionFailure("the fleet around the input is faulty")
    }
    let build = FleetBuild.build(
      document.tree, of: OpenDocument(opened.file, opened.id, plainNodes: document.plainNodes),
      nodes: NodeSelection(), overrides: TargetOverrides(), from: &documents, into: &bag)
    return (build, documents.files)
  }

  private static func fleet(_ nodes: String) -> String {
    """
    apiVersion: cnigen/v1
    kind: Fleet
    name: fuzzed
    lock: \(lock)
    release: never
    profile:
      target: {containerd: 1.7.34, plugins: 1.5.1}
      network:
        bridge: {name: cni0, gateway: true}
        addresses: {ranges: "${node.subnets}", routes: [default]}
    allocate: [{from: 10.0.0.0/12, prefix: 24}, {from: "fd00:1::/48", prefix: 64}]
    reserved: {services: [10.2.0.0/20]}
    pools: [{name: small, match: {names: ["edge-0*"]}, network: {bridge: {mtu: 1400}}}]
    nodes:
      - \(nodes)

    """
  }
}
