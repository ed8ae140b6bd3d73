package import Diagnostics
package import NetworkTypes
package import ProfileLanguage

/// Gives every node its subnets: those that are stated, those of the inventory, those of the lock, and for the rest the
/// lowest free ones of each block, to nodes in the natural order of their names. Nothing that a node has is ever
/// taken from it.
package struct AddressPlanner {
  /// What a plan is made from.
  package struct Input {
    package let names: NameTable
    package var blocks: [AddressPlan.Block] = []
    package var reserved: [Reserved] = []
    /// Subnets that fleet and inventory state, in the order of the nodes' numbers.
    package var claims: [Claim] = []
    package var lock: LockFile?
    /// Whether nodes of the lock that are gone keep their subnets.
    package var keepsGone = false
    /// Where each node comes from.
    package let place: (Int) -> SourceRange?

    package init(names: NameTable, place: @escaping (Int) -> SourceRange?) {
      self.names = names
      self.place = place
    }
  }

  /// A network that no pod may have an address of.
  package struct Reserved: Sendable {
    package let name: String
    package let network: CIDR
    package let place: SourceRange

    package init(_ name: String, _ network: CIDR, at place: SourceRange) {
      self.name = name
      self.network = network
      self.place = place
    }
  }

  let input: Input
  private(set) var plan: AddressPlan
  /// Every subnet that somebody has before anything new is given away, gone nodes that keep theirs included.
  private var fixed: [Claim] = []
  private(set) var bag = DiagnosticBag()

  /// Makes the plan. Where the bag has errors the plan is not to be used.
  package static func plan(_ input: Input, into bag: inout DiagnosticBag) -> AddressPlan {
    var planner = AddressPlanner(input)
    planner.takeStated()
    planner.takeLocked()
    planner.checkFixed()
    planner.holdBackReserved()
    if !planner.bag.hasErrors { planner.giveAway() }
    bag.add(planner.bag)
    return planner.plan
  }

  private init(_ input: Input) {
    self.input = input
    plan = AddressPlan(input.blocks, nodes: input.names.count, stated: input.claims)
    fixed.reserveCapacity(input.claims.count + (input.lock?.claims.count ?? 0))
  }

  // MARK: What is stated

  private mutating func takeStated() {
    var reports = Reports(limit: 20)
    var start = 0
    let claims = input.claims
    while start < claims.count {
      var end = start + 1
      while end < claims.count, claims[end].node == claims[start].node { end += 1 }
      take(start..<end, &reports)
      start = end
    }
    reports.finish("subnet-outside-block", "subnets lie in no block of the fleet", &bag)
  }

  /// The subnets of one node, by their claims.
  private mutating func take(_ range: Range<Int>, _ reports: inout Reports) {
    let node = input.claims[range.lowerBound].node
    var isOneOfEach = true
    for index in range {
      let claim = input.claims[index]
      fixed.append(claim)
      guard let (block, number) = number(of: claim.subnet) else {
        reportOutside(claim, &reports)
        isOneOfEach = false
        continue
      }
      if let number, !plan.has(node, in: block) {
        plan.give(number, of: block, to: node)
      } else {
        isOneOfEach = false
      }
    }
    guard !isOneOfEach else { return }
    plan.takeBack(from: node)
    plan.place(node, elsewhere: range)
    for index in range { holdBack(input.claims[index].subnet.range) }
  }

  /// The block that a subnet lies in, and its number there where it has the block's size. In a fleet without blocks
  /// everything lies nowhere, and nothing is wrong with that.
  private func number(of subnet: CIDR) -> (block: Int, number: Int?)? {
    for (index, block) in input.blocks.enumerated() where block.subnets.network.contains(subnet) {
      return (index, block.subnets.number(of: subnet))
    }
    return input.blocks.isEmpty ? (0, nil) : nil
  }

  private mutating func reportOutside(_ claim: Claim, _ reports: inout Reports) {
    guard reports.takes() else { return }
    let blocks = input.blocks.map { "\($0.subnets.network)" }.joined(separator: ", ")
    bag.error(
      "subnet-outside-block",
      "\(claim.subnet) of the node \(input.names.text(claim.node)) lies in no block of the fleet", at: claim.place,
      notes: input.blocks.map { Diagnostic.Note("a block", at: $0.place) },
      help: "take a subnet of \(blocks), or add a block that holds it")
  }

  // MARK: The lock

  private mutating func takeLocked() {
    guard let lock = input.lock else { return }
    let claims = lock.claims
    let nodes = lock.names.numbers(in: input.names)
    for claim in claims {
      guard let node = nodes[claim.node] else {
        if input.keepsGone {
          holdBack(claim.subnet.range)
          fixed.append(Claim(node: -1 - claim.node, subnet: claim.subnet, place: claim.place, origin: .lock))
        }
        continue
      }
      // The lock took these down, too, and they need not have the size of the blocks.
      guard plan.mayGive(to: node) else { continue }
      guard let (block, number) = number(of: claim.subnet), let number else {
        reportUnfit(claim, node)
        continue
      }
      guard !plan.has(node, in: block) else { continue }
      plan.give(number, of: block, to: node)
      fixed.append(Claim(node: node, subnet: claim.subnet, place: claim.place, origin: .lock))
    }
  }

  private mutating func reportUnfit(_ claim: Claim, _ node: Int) {
    let name = input.names.text(node)
    bag.error(
      "lock-outside-block", "the lock says \(claim.subnet) for \(name), which is no subnet of the fleet's blocks",
      at: claim.place, notes: input.blocks.map { Diagnostic.Note("a block", at: $0.place) },
      help: "keep the block that it comes from, or remove the line: the node is then renumbered and its pods must go")
  }

  // MARK: What cannot be

  private mutating func checkFixed() {
    let overlaps = Overlaps(fixed)
    var pairs = Reports(limit: 20)
    overlaps.forEachPair { earlier, later in
      if pairs.takes() { reportOverlap(earlier, later) }
    }
    pairs.finish("fleet-subnet-overlap", "subnets of nodes overlap", &bag)
    var meetings = Reports(limit: 20)
    let reserved = input.reserved
    overlaps.forEach(meeting: reserved.map(\.network.range)) { claim, number in
      if meetings.takes() { reportReserved(claim, reserved[number]) }
    }
    meetings.finish("fleet-subnet-reserved", "subnets of nodes meet reserved networks", &bag)
  }

  private mutating func reportOverlap(_ one: Claim, _ other: Claim) {
    // What the user wrote is nearer to him than a line of the lock, and the later place than the earlier one.
    let (shown, earlier) = order(one, other)
    let same = shown.subnet == earlier.subnet ? "too" : "which overlaps"
    bag.error(
      "fleet-subnet-overlap",
      "the node \(name(shown)) has \(shown.subnet), and \(name(earlier)) has \(earlier.subnet)\(same == "too" ? ", too" : "")",
      at: shown.place ?? earlier.place,
      notes: [
        Diagnostic.Note("\(earlier.subnet) of \(name(earlier)) stands here", at: earlier.place),
        Diagnostic.Note("pods of both nodes get the same addresses, and answers go to the wrong node"),
      ], help: "give one of them another subnet, or leave it out and let cnigen allocate one")
  }

  private func order(_ one: Claim, _ other: Claim) -> (shown: Claim, earlier: Claim) {
    if one.origin != other.origin { return one.origin < other.origin ? (one, other) : (other, one) }
    let isLater = (one.place?.start ?? 0) > (other.place?.start ?? 0)
    return isLater ? (one, other) : (other, one)
  }

  private func name(_ claim: Claim) -> String {
    guard claim.node < 0 else { return input.names.text(claim.node) }
    return input.lock.map { "\($0.names.text(-1 - claim.node)), which left and keeps it," } ?? ""
  }

  private mutating func reportReserved(_ claim: Claim, _ reserved: Reserved) {
    bag.error(
      "fleet-subnet-reserved",
      "\(claim.subnet) of the node \(name(claim)) meets \(reserved.network), which is reserved for \(reserved.name)",
      at: claim.place, notes: [Diagnostic.Note("it is reserved here", at: reserved.place)],
      help: "take another subnet; one that is left out is allocated around what is reserved")
  }

  private mutating func holdBack(_ range: AddressRange) {
    for (index, block) in input.blocks.enumerated() {
      if let numbers = block.subnets.numbers(touchedBy: range) { plan.holdBack(numbers, of: index) }
    }
  }

  private mutating func holdBackReserved() {
    for reserved in input.reserved { holdBack(reserved.network.range) }
  }

  // MARK: What is new

  private mutating func giveAway() {
    // Where everybody has a subnet of each block, nobody asks for the order.
    let wanting = (0..<input.names.count).contains { node in
      plan.mayGive(to: node) && input.blocks.indices.contains { !plan.has(node, in: $0) }
    }
    guard wanting else { return }
    let order = input.names.inNaturalOrder
    for (index, block) in input.blocks.enumerated() {
      var free = FreeNumbers(except: plan.taken(in: index), below: block.subnets.count)
      var missing: [Int] = []
      for node in order where !plan.has(node, in: index) && plan.mayGive(to: node) {
        if let number = free.next() {
          plan.give(number, of: index, to: node)
        } else {
          missing.append(node)
        }
      }
      if let first = missing.first { reportExhausted(block, missing.count, first) }
    }
  }

  private mutating func reportExhausted(_ block: AddressPlan.Block, _ missing: Int, _ first: Int) {
    let subnets = block.subnets
    let needed = subnets.count + missing
    var helps: [String] = []
    let bits = Int.bitWidth - (needed - 1).leadingZeroBitCount
    let longer = subnets.network.prefix + bits
    if longer < subnets.family.bits - 1 { helps.append("prefix: \(longer) makes \(1 << bits) subnets of it") }
    let wider = subnets.prefix - bits
    if wider >= 0 { helps.append("a block of /\(wider) has room for all") }
    bag.error(
      "block-exhausted",
      "\(subnets) has \(subnets.count) subnets, and \(missing) node\(missing == 1 ? "" : "s") more need\(missing == 1 ? "s" : "") one, \(input.names.text(first)) first",
      at: block.place, help: helps.isEmpty ? "add a block" : helps.joined(separator: "; "))
  }
}
