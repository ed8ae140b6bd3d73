import CNIModel
package import Diagnostics
package import Fleet
package import NetworkTypes
import ProfileLanguage

/// A block of a fleet from its first subnet to its last: who has what, and what is free.
package struct AddressMap: Sendable {
  package let use: BlockUse
  package let place: SourceRange
  /// All of the block, in the order of its subnets.
  package let segments: [Segment]

  /// Subnets that follow each other and belong to the same kind of owner.
  package struct Segment: Sendable {
    package fileprivate(set) var numbers: ClosedRange<Int>
    package fileprivate(set) var owner: Owner

    package var count: Int {
      let (count, overflow) = (numbers.upperBound - numbers.lowerBound).addingReportingOverflow(1)
      return overflow ? .max : count
    }
  }

  /// Who has subnets.
  package enum Owner: Sendable, Equatable {
    /// Nodes, by their numbers in the order of their subnets.
    case nodes([Int])
    /// Nobody, because it meets a network that is reserved for this purpose.
    case reserved(String)
    /// A node that left and keeps it.
    case gone(String)
    case free
  }

  package var subnets: SubnetBlock { use.subnets }

  /// The maps of all blocks of a fleet.
  package static func all(of survey: FleetSurvey) -> [AddressMap] {
    var owned = survey.blocks.map { _ in [Segment]() }
    for node in 0..<survey.count {
      for subnet in survey.subnets(of: node) { add(.nodes([node]), subnet, survey, to: &owned) }
    }
    for reserved in survey.reserved { add(.reserved(reserved.purpose), reserved.network.value, survey, to: &owned) }
    for (name, subnet) in survey.gone { add(.gone(name), subnet, survey, to: &owned) }
    return survey.blocks.indices.map { index in
      AddressMap(
        use: survey.blockUses[index], place: survey.blocks[index].place,
        segments: joined(owned[index], upTo: survey.blocks[index].subnets.count - 1))
    }
  }

  private static func add(_ owner: Owner, _ network: CIDR, _ survey: FleetSurvey, to owned: inout [[Segment]]) {
    for (index, block) in survey.blocks.enumerated() {
      if let numbers = block.subnets.numbers(touchedBy: network.range) {
        owned[index].append(Segment(numbers: numbers, owner: owner))
      }
    }
  }

  /// Puts neighbours of one kind together, and what nobody has between them.
  private static func joined(_ owned: [Segment], upTo last: Int) -> [Segment] {
    var segments: [Segment] = []
    var next = 0
    let order = owned.enumerated().sorted {
      ($0.element.numbers.lowerBound, $0.offset) < ($1.element.numbers.lowerBound, $1.offset)
    }
    for (_, segment) in order {
      if segment.numbers.lowerBound > next {
        segments.append(Segment(numbers: next...(segment.numbers.lowerBound - 1), owner: .free))
      }
      if let last = segments.indices.last, segments[last].numbers.upperBound + 1 == segment.numbers.lowerBound,
        segments[last].owner.join(segment.owner)
      {
        segments[last].numbers = segments[last].numbers.lowerBound...segment.numbers.upperBound
      } else {
        segments.append(segment)
      }
      guard segment.numbers.upperBound < last else {
        next = last + 1
        continue
      }
      next = max(next, segment.numbers.upperBound + 1)
    }
    if next <= last { segments.append(Segment(numbers: next...last, owner: .free)) }
    return segments
  }
}

extension AddressMap.Owner {
  /// Takes in the next owner; `false` where it is one of another kind.
  fileprivate mutating func join(_ next: AddressMap.Owner) -> Bool {
    switch next {
    case .nodes(let others):
      guard case .nodes(var nodes) = self else { return false }
      // The list has one owner, so that it grows in place.
      self = .free
      nodes += others
      self = .nodes(nodes)
      return true
    case .reserved: return self == next
    case .gone, .free: return false
    }
  }
}
