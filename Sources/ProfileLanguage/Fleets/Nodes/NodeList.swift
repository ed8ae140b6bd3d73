package import Diagnostics
package import NetworkTypes

/// Nodes as a fleet or an inventory lists them, in the order of the text: a name, and subnets, labels, pools and values
/// of parameters where they have some. A hundred thousand of them take up a few buffers.
package struct NodeList: Sendable, Equatable {
  package private(set) var names = NameTable()
  private var places: [NamePlace] = []
  /// The subnets that are stated, in the order of the nodes.
  package private(set) var claims: [Claim] = []
  package private(set) var labels = NodeTexts()
  /// Pools that nodes are in whatever these ask for.
  package private(set) var pools = NodeTexts()
  /// Values for the template's parameters, as text; the parameter's type says what they are.
  package private(set) var parameters = NodeTexts()
  /// The releases that nodes report, by the words of a target: `containerd`, `kubernetes`.
  package private(set) var releases = NodeTexts()

  /// Where the name of a node stands.
  private struct NamePlace: Sendable, Equatable {
    let file: UInt32
    let start: UInt32
    let length: UInt32
  }

  package init() {}

  package var count: Int { names.count }

  /// Where the name of a node stands.
  package func place(_ node: Int) -> SourceRange {
    let place = places[node]
    return SourceRange(file: FileID(index: place.file), start: place.start, end: place.start + place.length)
  }

  /// Takes in a node and gives its number.
  @discardableResult
  package mutating func append(_ name: some Sequence<UInt8>, at place: SourceRange) -> Int {
    places.append(NamePlace(file: place.file.index, start: place.start, length: place.end - place.start))
    return names.append(name)
  }

  /// Takes away the node that was taken in last.
  mutating func removeLast() {
    let node = count - 1
    names.removeLast()
    places.removeLast()
    while claims.last?.node == node { claims.removeLast() }
    labels.removeAll(of: node)
    pools.removeAll(of: node)
    parameters.removeAll(of: node)
    releases.removeAll(of: node)
  }

  /// Adds a subnet to the node that was taken in last.
  package mutating func add(_ subnet: CIDR, at place: SourceRange, origin: Claim.Origin) {
    claims.append(Claim(node: count - 1, subnet: subnet, place: place, origin: origin))
  }

  /// Adds a label to the node that was taken in last.
  package mutating func addLabel(_ key: some Sequence<UInt8>, _ value: some Sequence<UInt8>, at place: SourceRange) {
    labels.add(key, value, to: count - 1, at: place)
  }

  /// Adds a pool to the node that was taken in last.
  package mutating func addPool(_ name: some Sequence<UInt8>, at place: SourceRange) {
    pools.add(name, EmptyCollection(), to: count - 1, at: place)
  }

  /// Adds a value for a parameter to the node that was taken in last.
  package mutating func addParameter(
    _ name: some Sequence<UInt8>, _ value: some Sequence<UInt8>, at place: SourceRange
  ) {
    parameters.add(name, value, to: count - 1, at: place)
  }

  /// Adds a release that the node that was taken in last reports.
  package mutating func addRelease(_ software: String, _ release: String, at place: SourceRange) {
    releases.add(software.utf8, release.utf8, to: count - 1, at: place)
  }

  /// Takes in all names of a pattern.
  package mutating func append(_ pattern: NodePattern, at place: SourceRange) {
    var name: [UInt8] = []
    names.reserve(pattern.count)
    places.reserveCapacity(places.count + pattern.count)
    for number in 0..<pattern.count {
      name.removeAll(keepingCapacity: true)
      pattern.append(number, to: &name)
      append(name, at: place)
    }
  }

  /// Takes in nodes of another list, behind those that are there.
  package mutating func append(_ other: NodeList, _ numbers: Range<Int>) {
    guard count > 0 || numbers != 0..<other.count else {
      self = other
      return
    }
    let start = count
    names.append(other.names, numbers)
    places += other.places[numbers]
    let offset = start - numbers.lowerBound
    for claim in other.claims[other.claims(of: numbers)] { claims.append(claim.of(claim.node + offset)) }
    labels.append(other.labels, of: numbers, from: start)
    pools.append(other.pools, of: numbers, from: start)
    parameters.append(other.parameters, of: numbers, from: start)
    releases.append(other.releases, of: numbers, from: start)
  }

  /// The subnets that are stated for a node.
  package func claims(of node: Int) -> ArraySlice<Claim> {
    claims[claims(of: node..<(node + 1))]
  }

  private func claims(of numbers: Range<Int>) -> Range<Int> {
    let start = claims.count.firstIndex { claims[$0].node >= numbers.lowerBound }
    return start..<max(start, claims.count.firstIndex { claims[$0].node >= numbers.upperBound })
  }
}

extension Int {
  /// The first of the numbers below this one for which something holds that then holds for all behind it.
  func firstIndex(where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = self
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
