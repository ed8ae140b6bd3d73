import Diagnostics
import Fleet
import NetworkTypes
import ProfileLanguage
import Testing

/// Random fleets against a checker that compares everything with everything.
@Suite struct AddressPlannerTests {
  /// A fleet as the checker sees it.
  struct World {
    var names: [String] = []
    var blocks: [SubnetBlock] = []
    var reserved: [CIDR] = []
    /// Stated subnets by node.
    var stated: [Int: [CIDR]] = [:]
    var lock: [String: [CIDR]] = [:]
    var keepsGone = false

    func run() -> (plan: AddressPlan, bag: DiagnosticBag) {
      var table = NameTable()
      for name in names { table.append(name.utf8) }
      var files = SourceFiles()
      let id = files.add(SourceFile(name: "fleet.yaml", bytes: []))
      let place = SourceRange(file: id, start: 0, end: 0)
      var input = AddressPlanner.Input(names: table) { _ in place }
      input.blocks = blocks.map { AddressPlan.Block($0, at: place) }
      input.reserved = reserved.map { AddressPlanner.Reserved("hosts", $0, at: place) }
      input.claims = names.indices.flatMap { node in
        (stated[node] ?? []).map { Claim(node: node, subnet: $0, place: place, origin: .stated) }
      }
      input.keepsGone = keepsGone
      var bag = DiagnosticBag()
      let text = LockFile.text(lock.map { (ArraySlice($0.key.utf8), $0.value) })
      let lockFile = SourceFile(name: "fleet.lock", bytes: text)
      input.lock = LockFile.read(lockFile, files.add(lockFile), into: &bag)
      return (AddressPlanner.plan(input, into: &bag), bag)
    }
  }

  private func cidr(_ text: String) throws -> CIDR { try #require(CIDR(text)) }

  private func block(_ text: String, _ prefix: Int) throws -> SubnetBlock {
    try #require(SubnetBlock(try cidr(text), prefix: prefix))
  }

  @Test(arguments: 0..<60) func randomFleets(_ seed: Int) throws {
    var random = FleetRandom(seed: seed)
    var world = World()
    let count = seed == 0 ? 2_000 : Int.random(in: 1...90, using: &random)
    world.names = (0..<count).map { "node-\($0)" }.shuffled(using: &random)
    world.blocks = [try block("10.0.0.0/\(count > 200 ? 12 : 16)", 24), try block("fd00::/48", 64)]
    world.keepsGone = Bool.random(using: &random)
    if Bool.random(using: &random) { world.reserved = [try cidr("10.0.4.0/22"), try cidr("fd00:0:0:10::/60")] }
    for node in world.names.indices where Int.random(in: 0..<8, using: &random) == 0 {
      let number = Int.random(in: 0..<world.blocks[0].count, using: &random)
      world.stated[node] = [world.blocks[0][number], world.blocks[1][number]]
    }
    var held: [String: [CIDR]] = [:]
    for round in 0..<4 {
      let (plan, bag) = world.run()
      let brute = Self.faults(of: world)
      #expect(bag.hasErrors == brute, "seed \(seed), round \(round): \(bag.diagnostics.first?.message ?? "nothing")")
      guard !bag.hasErrors else {
        // What cannot be is taken away, and the fleet lives on.
        world.stated = [:]
        continue
      }
      let subnets = world.names.indices.map { plan.subnets(of: $0) }
      for (node, name) in world.names.enumerated() {
        if let before = held[name], world.stated[node] == nil {
          #expect(subnets[node] == before, "\(name) was renumbered")
        }
        if let stated = world.stated[node] { #expect(subnets[node] == stated) }
      }
      #expect(subnets.allSatisfy { $0.count == 2 })
      let all = subnets.flatMap { $0 }
      #expect(!all.contains { subnet in world.reserved.contains(where: subnet.overlaps) })
      #expect(Set(all).count == all.count)
      for (name, before) in world.lock where world.keepsGone && !world.names.contains(name) {
        for subnet in before { #expect(!all.contains(subnet), "\(subnet) belongs to \(name), which left") }
      }
      held = Dictionary(uniqueKeysWithValues: zip(world.names, subnets))
      world.lock = world.keepsGone ? world.lock.merging(held) { $1 } : held
      // Some leave, some come, and the order is another one.
      world.stated = [:]
      world.names.removeAll { _ in Int.random(in: 0..<5, using: &random) == 0 }
      world.names += (0..<(count / 6 + 1)).map { "new-\(round)-\($0)" }
      world.names.shuffle(using: &random)
      for name in held.keys where !world.names.contains(name) { held[name] = nil }
    }
  }

  /// Whether a plan is impossible, by comparing all pairs.
  private static func faults(of world: World) -> Bool {
    var fixed: [CIDR] = []
    for (node, name) in world.names.enumerated() {
      fixed += world.stated[node] ?? world.lock[name] ?? []
    }
    if world.keepsGone { for (name, subnets) in world.lock where !world.names.contains(name) { fixed += subnets } }
    // Plain numbers: two thousand nodes make millions of pairs.
    let ranges = fixed.map { (family: $0.family.bits, first: $0.first.value, last: $0.last.value) }
    let reserved = world.reserved.map { (family: $0.family.bits, first: $0.first.value, last: $0.last.value) }
    for (index, one) in ranges.enumerated() {
      for other in ranges[..<index] + reserved
      where one.family == other.family && one.first <= other.last && other.first <= one.last { return true }
    }
    return false
  }

  @Test func theLowestFreeSubnetsGoToNamesInNaturalOrder() throws {
    var world = World()
    world.names = ["n10", "n2", "n1", "n3"]
    world.blocks = [try block("10.0.0.0/16", 24)]
    world.stated = [1: [try cidr("10.0.1.0/24")]]
    let (plan, bag) = world.run()
    #expect(!bag.hasErrors)
    #expect(
      world.names.indices.map { plan.subnets(of: $0)[0].description } == [
        "10.0.3.0/24", "10.0.1.0/24", "10.0.0.0/24", "10.0.2.0/24",
      ])
  }

  /// A node may state other subnets than one of each block. The lock takes them down as they are, so what is read back
  /// must not be refused for it.
  @Test func statedSubnetsOfAnySizeGoIntoTheLockAndBack() throws {
    var world = World()
    world.names = ["a", "b"]
    world.blocks = [try block("10.0.0.0/16", 24), try block("fd00::/48", 64)]
    world.stated = [0: [try cidr("10.0.5.0/25")]]
    let first = world.run()
    #expect(!first.bag.hasErrors)
    for (node, name) in world.names.enumerated() { world.lock[name] = first.plan.subnets(of: node) }
    #expect(world.lock["a"]?.map(\.description) == ["10.0.5.0/25"])
    let second = world.run()
    #expect(!second.bag.hasErrors, "\(second.bag.diagnostics)")
    for (node, name) in world.names.enumerated() { #expect(second.plan.subnets(of: node) == world.lock[name]) }
    // Once nothing is stated, the block does not know such a subnet.
    world.stated = [:]
    #expect(world.run().bag.diagnostics.map(\.rule) == ["lock-outside-block"])
  }

  @Test func aBlockIsFilledToItsLastSubnet() throws {
    var world = World()
    world.names = (0..<65_536).map { "n\($0)" }
    world.blocks = [try block("10.0.0.0/8", 24)]
    let (plan, bag) = world.run()
    #expect(!bag.hasErrors)
    #expect("\(plan.subnets(of: 65_535)[0])" == "10.255.255.0/24")
    world.names.append("one-more")
    let refused = world.run().bag
    let finding = try #require(refused.diagnostics.first)
    #expect(finding.rule == "block-exhausted" && finding.message.contains("65536 subnets, and 1 node more needs one"))
    #expect(finding.help?.contains("prefix: 25 makes 131072 subnets") == true)
    #expect(finding.help?.contains("a block of /7 has room") == true)
    world.names = (0..<130_000).map { "n\($0)" }
    world.blocks = [try block("10.0.0.0/8", 25)]
    #expect(!world.run().bag.hasErrors)
  }

  @Test func whatIsWrongIsNamedOnBothSides() throws {
    var world = World()
    world.names = ["a", "b", "c", "d"]
    world.blocks = [try block("10.0.0.0/16", 24)]
    world.reserved = [try cidr("10.0.9.0/24")]
    world.stated = [
      0: [try cidr("10.0.1.0/24")], 1: [try cidr("10.0.0.0/23")], 2: [try cidr("10.7.0.0/24")],
      3: [try cidr("10.0.8.0/22")],
    ]
    let messages = world.run().bag.diagnostics.map(\.message)
    #expect(messages.contains { $0.contains("node a has 10.0.1.0/24") && $0.contains("b has 10.0.0.0/23") })
    #expect(messages.contains { $0.contains("10.7.0.0/24 of the node c lies in no block") })
    #expect(
      messages.contains { $0.contains("10.0.8.0/22 of the node d meets 10.0.9.0/24, which is reserved for hosts") })
  }

  @Test func tenThousandFaultsAreFewLines() throws {
    var world = World()
    world.names = (0..<10_000).map { "n\($0)" }
    world.blocks = [try block("10.0.0.0/8", 24)]
    let same = try cidr("10.0.1.0/24")
    world.stated = Dictionary(uniqueKeysWithValues: world.names.indices.map { ($0, [same]) })
    let bag = world.run().bag
    #expect(bag.diagnostics.count == 21)
    #expect(bag.diagnostics.last?.message == "9979 more subnets of nodes overlap")
  }

  @Test func aLockIsReadLineByLine() throws {
    var files = SourceFiles()
    let text = """
      # a comment

      edge-1 10.0.0.0/24 fd00::/64
      <<<<<<< HEAD
      edge-2 10.0.1.1/24
      edge-3
      edge-1 10.0.5.0/24
      """
    let file = SourceFile(name: "x.lock", bytes: Array(text.utf8))
    let id = files.add(file)
    var bag = DiagnosticBag()
    let lock = LockFile.read(file, id, into: &bag)
    #expect(lock.claims.prefix(2).map(\.subnet.description) == ["10.0.0.0/24", "fd00::/64"])
    #expect(bag.sorted().map(\.rule) == ["lock-unmerged", "lock-line-invalid", "lock-line-invalid", "duplicate-name"])
    #expect(bag.sorted().compactMap { $0.range.map { file.position(at: $0.start).line } } == [4, 5, 6, 7])
  }
}
