import CNIModel
import Diagnostics
import NetworkTypes

/// The life of containers on a network, from the first question to the last look.
struct Life {
  private let world: World
  private let outlook: Outlook
  private let runner: ChainRunner
  private let trial: NetworkTrial
  private let progress: (String) -> Void
  private var findings: [Finding] = []

  init(
    _ world: World, _ outlook: Outlook, _ runner: ChainRunner, _ trial: NetworkTrial,
    progress: @escaping (String) -> Void
  ) {
    self.world = world
    self.outlook = outlook
    self.runner = runner
    self.trial = trial
    self.progress = progress
  }

  private var chain: Chain { runner.chain }

  /// Everything that is looked at in the kernel's tables.
  private static var tableProbes: [any TableProbe.Type] {
    [
      AddressProbe.self, DefaultRouteProbe.self, RouteProbe.self, MTUProbe.self, HardwareAddressProbe.self,
      SysctlProbe.self, DeviceSettingsProbe.self, VLANProbe.self, BackendProbe.self, FirewallRuleProbe.self,
      DNSProbe.self,
    ]
  }

  /// Everything that is found out by calls.
  private static var callProbes: [any CallProbe.Type] {
    [
      GatewayProbe.self, NeighbourProbe.self, HostProbe.self, WayOutProbe.self, HostPortProbe.self, HairpinProbe.self,
      WholePacketProbe.self, IngressPolicyProbe.self,
    ]
  }

  mutating func live(staysAttached: Bool, stranger: ChainRunner?) throws(TrialFault) -> [Finding] {
    askVersions()
    let runner = runner
    if chain.hasStatus { step("status", "STATUS") { () throws(ChainRunner.Refusal) in try runner.status() } }
    findings += KubeProxy.prepare(for: chain.list)
    let before = try Leftovers()
    var attachments: [ChainRunner.Attachment] = []
    var isAttached = true
    while isAttached, attachments.count < outlook.containerCount {
      let attachment = ChainRunner.Attachment(
        try world.addContainer(), RuntimeArguments(for: attachments.count + 1, of: outlook))
      progress("attaching container \(attachments.count + 1)")
      if attachments.count == 1 { Pools.turnToSecondSubnets(of: outlook) }
      isAttached = try attach(attachment)
      attachments.append(attachment)
    }
    let guest = try isAttached ? attach(to: stranger) : nil
    let standing = isAttached ? attachments : Array(attachments.dropLast())
    let scene = try Scene(
      world, outlook, runner, for: trial.target, attachments: standing, stranger: guest,
      expectsPorts: trial.expectsPorts)
    if !standing.isEmpty { try look(at: scene) }
    guard !staysAttached else { return findings }
    progress("detaching")
    if let guest, let stranger { detach(guest, from: stranger) }
    for attachment in attachments.reversed() { detach(attachment, from: runner) }
    let everything = try Scene(
      world, outlook, runner, for: trial.target, attachments: attachments, stranger: guest,
      expectsPorts: trial.expectsPorts)
    findings += try before.findings(in: everything)
    return findings
  }

  /// Whether each plugin of the chain answers the list's spec version. Who is missing is missed at ADD.
  private mutating func askVersions() {
    progress("asking the plugins for their versions")
    var told: [String] = []
    for plugin in chain.list.plugins where !told.contains(plugin.type) {
      told.append(plugin.type)
      guard PluginSearch.path(of: plugin.type, in: trial.binDirs) != nil else { continue }
      let version = "\(chain.effectiveVersion)"
      let answer: Result<[String], ChainRunner.Refusal>
      do {
        answer = .success(try runner.versions(of: plugin))
      } catch {
        answer = .failure(error)
      }
      switch answer {
      case .success(let versions):
        findings.append(
          Finding(
            "version", plugin.type, expected: version,
            seen: versions.isEmpty ? "none" : versions.joined(separator: " "),
            versions.contains(version) ? .held : .failed, at: chain.list.cniVersion?.range ?? plugin.typeRange))
      case .failure(let refusal):
        findings.append(
          Finding("version", plugin.type, expected: version, seen: refusal.message, .failed, at: plugin.typeRange))
      }
    }
  }

  /// Attaches a container. Where it is the machine that cannot carry the network, that ends the trial.
  private mutating func attach(_ attachment: ChainRunner.Attachment) throws(TrialFault) -> Bool {
    var refusal: ChainRunner.Refusal?
    let runner = runner
    let isAttached = step("attach", "ADD", "container \(attachment.container.number)") {
      () throws(ChainRunner.Refusal) in
      do throws(ChainRunner.Refusal) {
        try runner.add(attachment)
      } catch {
        refusal = error
        throw error
      }
    }
    if let refusal { try KernelSupport.explain(refusal) }
    return isAttached
  }

  /// Attaches a container to the other network. Of that one only a refusal is told: the policy is not looked at then.
  private mutating func attach(to other: ChainRunner?) throws(TrialFault) -> ChainRunner.Attachment? {
    guard let other, let policy = Stranger.policy(of: chain.list) else { return nil }
    let container = try world.addContainer()
    let arguments = RuntimeArguments(for: container.number, of: Outlook(other.chain.list))
    let attachment = ChainRunner.Attachment(container, arguments)
    do {
      try other.add(attachment)
    } catch {
      findings.append(
        Finding(
          "ingress-policy", expected: "a container on another bridge, to call from",
          seen: "\(error.plugin.type) refuses: \(error.message)", .noted, at: policy.range))
      return nil
    }
    return attachment
  }

  /// Looks at everything while the containers are there.
  private mutating func look(at scene: Scene) throws(TrialFault) {
    let runner = runner
    if chain.isChecked {
      progress("checking")
      for attachment in scene.attachments {
        // containerd never sends it: who fails it hurts other callers only.
        step("check", "CHECK", "container \(attachment.container.number)", otherwise: .noted) {
          () throws(ChainRunner.Refusal) in try runner.check(attachment)
        }
      }
    }
    if chain.isCollected {
      let all = scene.attachments
      step("collect-garbage", "GC") { () throws(ChainRunner.Refusal) in try runner.collectGarbage(keeping: all) }
    }
    progress("looking at addresses and routes")
    for probe in Self.tableProbes { findings += try probe.look(at: scene) }
    progress("calling")
    var calls: [PlannedCall] = []
    for probe in Self.callProbes { calls += try probe.calls(in: scene) }
    let (parties, services) = scene.services
    let answers = try Exchange.run(calls.map(\.call), services: services)
    findings += zip(calls, answers).map { $0.finding($1, parties) }
    findings += try BandwidthProbe.look(at: scene, progress: progress)
  }

  /// DEL, and once more: a runtime repeats it when it is not sure, and the specification asks for success.
  private mutating func detach(_ attachment: ChainRunner.Attachment, from runner: ChainRunner) {
    let name = "container \(attachment.container.number)"
    let worked = step("detach", "DEL", name) { () throws(ChainRunner.Refusal) in try runner.delete(attachment) }
    guard worked else { return }
    step("detach", "DEL", "\(name) once more", otherwise: .noted) { () throws(ChainRunner.Refusal) in
      try runner.delete(attachment)
    }
  }

  private static func wish(_ verb: String) -> String {
    verb == "CHECK" ? "success of CHECK, which containerd never sends" : "success of \(verb)"
  }

  /// Carries out a verb and writes down what came of it.
  @discardableResult
  private mutating func step(
    _ probe: String, _ verb: String, _ subject: String = "", otherwise: Finding.State = .failed,
    _ body: () throws(ChainRunner.Refusal) -> Void
  ) -> Bool {
    do {
      try body()
    } catch {
      findings.append(
        Finding(
          probe, subject, expected: Self.wish(verb), seen: "\(error.plugin.type) refuses: \(error.message)",
          otherwise,
          at: Blame.place(of: error.message, in: error.plugin, list: chain.list)))
      return false
    }
    let range = (outlook.plugin ?? chain.list.plugins.first)?.typeRange ?? chain.list.value.range
    findings.append(Finding(probe, subject, expected: Self.wish(verb), seen: "success", .held, at: range))
    return true
  }
}
