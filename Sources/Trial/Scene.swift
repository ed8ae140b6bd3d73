import CNIModel
import Diagnostics
import NetworkTypes

/// A network with its containers attached, as the probes find it.
struct Scene {
  let world: World
  let outlook: Outlook
  let chain: Chain
  let target: Target
  /// The containers on the network; one or two.
  let attachments: [ChainRunner.Attachment]
  /// A container on another bridge that follows the same policy, where that policy is to be looked at.
  let stranger: ChainRunner.Attachment?
  /// Whether host ports are expected even where no plugin says that it serves them.
  let expectsPorts: Bool
  /// The addresses that the kernel shows on each container's device, in the containers' order.
  let addresses: [[CIDR]]
  let device: String

  init(
    _ world: World, _ outlook: Outlook, _ runner: ChainRunner, for target: Target,
    attachments: [ChainRunner.Attachment], stranger: ChainRunner.Attachment?, expectsPorts: Bool
  ) throws(TrialFault) {
    self.world = world
    self.outlook = outlook
    self.target = target
    self.attachments = attachments
    self.stranger = stranger
    self.expectsPorts = expectsPorts
    chain = runner.chain
    device = runner.device
    var addresses: [[CIDR]] = []
    for attachment in attachments {
      addresses.append(try Self.addresses(of: attachment, on: runner.device))
    }
    self.addresses = addresses
  }

  /// The plugin that stands for the containers' interface, or the first one.
  var interfacePlace: SourceRange {
    (outlook.plugin ?? chain.list.plugins.first)?.typeRange ?? chain.list.value.range
  }

  /// The families in which every container has an address, and the first of each.
  func address(_ family: IPAddress.Family, of container: Int) -> IPAddress? {
    addresses[container].first { $0.family == family }?.address
  }

  /// All addresses of a family that a container has.
  func addresses(_ family: IPAddress.Family, of container: Int) -> [IPAddress] {
    addresses[container].map(\.address).filter { $0.family == family }
  }

  /// The plugins of a type.
  func plugins(_ type: String) -> [Plugin] { chain.list.plugins.filter { $0.type == type } }

  static func addresses(of attachment: ChainRunner.Attachment, on device: String) throws(TrialFault) -> [CIDR] {
    try attachment.container.namespace.inside { () throws(TrialFault) in try Devices().addresses(of: device) }
  }
}

extension Scene {
  /// Everybody who answers, and where.
  var services: (parties: [Party], services: [Service]) {
    var parties: [Party] = [.host, .outside]
    var services = [world.host, world.outside].map { Service(namespace: $0, port: Party.port) }
    let containers = attachments.indices.map { (Party.container($0), attachments[$0]) }
    for (party, attachment) in containers + (stranger.map { [(Party.stranger, $0)] } ?? []) {
      parties.append(party)
      services.append(Service(namespace: attachment.container.namespace, port: RuntimeArguments.containerPort))
    }
    return (parties, services)
  }
}

extension IPAddress.Family {
  /// The family's name for people.
  var name: String { self == .ipv4 ? "IPv4" : "IPv6" }
}

/// Looks at the kernel's tables.
protocol TableProbe: Sendable {
  static func look(at scene: Scene) throws(TrialFault) -> [Finding]
}

/// Plans calls; all of them are made at once.
protocol CallProbe: Sendable {
  static func calls(in scene: Scene) throws(TrialFault) -> [PlannedCall]
}

/// Everybody who answers calls, in the order of the services.
enum Party: Equatable {
  case host
  case outside
  case container(Int)
  case stranger

  /// The port on which everybody but containers answers.
  static let port: UInt16 = 7721

  /// In words that stand behind "reaches".
  var words: String {
    switch self {
    case .host: "the node"
    case .outside: "the machine outside"
    case .container(let index): "container \(index + 1)"
    case .stranger: "the container of another bridge"
    }
  }
}

/// A call, and what is expected of it.
struct PlannedCall {
  let probe: String
  let subject: String
  let call: Call
  /// Who is to answer, and whom he is to see, one of these where it is said; `nil` where nobody is to.
  let expected: (party: Party, callers: [IPAddress])?
  let range: SourceRange
  /// What it means where it is otherwise.
  var otherwise = Finding.State.failed

  /// What came of it, in a line of the report.
  func finding(_ answer: Answer, _ parties: [Party]) -> Finding {
    let size = call.wholeDatagram.map { " a datagram of \($0) bytes" } ?? ""
    let goal = call.port == Party.port ? "\(call.address)" : "\(call.address) port \(call.port)"
    var seen = answer.words
    var holds = false
    switch (expected, answer) {
    case (nil, .served(let service, let caller)): seen = "\(parties[service].words) answers \(caller)"
    case (nil, _): holds = true
    case ((let party, let wanted)?, .served(let service, let caller)):
      holds = parties[service] == party && (wanted.isEmpty || wanted.contains(caller))
      seen = "\(parties[service].words) sees \(caller)"
    case (.some, _): break
    }
    let wish =
      switch expected {
      case nil: "no answer from \(goal)"
      case (let party, let callers)? where callers.isEmpty: "\(goal) leads\(size) to \(party.words)"
      case (let party, let callers)?:
        "\(goal) leads to \(party.words), which sees \(callers.map(\.description).joined(separator: " or "))"
      }
    return Finding(probe, subject, expected: wish, seen: seen, holds ? .held : otherwise, at: range)
  }
}
