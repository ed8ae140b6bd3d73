import CNIModel
import Diagnostics
import NetworkTypes

/// A range set under the number that host-local gives it in its error texts.
struct NumberedSet: Sendable {
  /// From 0: the old form of a single subnet first, then the elements of `ranges`.
  let number: Int
  let set: RangeSet
  /// Whether it is the old form, whose object is the whole of `ipam`.
  let isOldForm: Bool

  /// The place to name: the set's list, or the subnet of the old form.
  var place: SourceRange { isOldForm ? set.value["subnet"]?.range ?? set.value.range : set.value.range }

  /// The place of one of its ranges: the range's object, or the subnet of the old form.
  func place(of range: AllocationRange) -> SourceRange { isOldForm ? place : range.value.range }

  /// How host-local begins its errors about the set.
  func refusal(_ text: String) -> String { "invalid range set \(number): \(text)" }
}

extension NumberedSet {
  /// The range sets of host-local. Elements of `ranges` that are no lists are counted and left out.
  static func all(of ipam: IPAM) -> [NumberedSet] {
    var sets: [NumberedSet] = []
    if ipam["subnet"] != nil {
      let range = AllocationRange(ipam.value)
      sets.append(NumberedSet(number: 0, set: RangeSet(ipam.value, ranges: [range]), isOldForm: true))
    }
    for (index, element) in (ipam["ranges"]?.array ?? []).enumerated() {
      guard let set = RangeSet(element) else { continue }
      let number = index + (ipam["subnet"] == nil ? 0 : 1)
      sets.append(NumberedSet(number: number, set: set, isOldForm: false))
    }
    return sets
  }
}

extension AddressPlan {
  /// Every range of host-local, with the set that it belongs to.
  var ranges: [(set: NumberedSet, range: AllocationRange)] {
    sets.flatMap { set in set.set.ranges.map { (set, $0) } }
  }
}

extension AllocationRange {
  /// Whether a key says nothing to the plugins: it is absent, null or an empty text. Only `subnet` must say something.
  func isUnset(_ key: String) -> Bool {
    guard let value = value[key] else { return true }
    return value.string?.isEmpty ?? false
  }
}
