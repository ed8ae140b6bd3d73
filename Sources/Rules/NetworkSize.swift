import CNIModel
import Diagnostics

/// How large a network may be to be judged. Many rules hold every entry against every other one, so a file of a few
/// megabytes could keep a build busy for hours.
enum NetworkSize {
  /// So many values may stand in a network, each entry and each member counted.
  static let maximumCount = 10_000

  /// Whether a network is small enough to be judged.
  static func isBearable(_ list: NetworkList) -> Bool {
    var rest = maximumCount
    return take(list.value, &rest)
  }

  /// Reports a network that is not.
  static func report(_ list: NetworkList, _ bag: inout DiagnosticBag) {
    bag.error(
      "too-many-entries", "this network has more than \(maximumCount) values, and is not checked", at: list.value.range,
      help: "sum routes and ranges up into larger subnets, or split the network")
  }

  private static func take(_ value: Value, _ rest: inout Int) -> Bool {
    rest -= 1
    guard rest >= 0 else { return false }
    switch value.content {
    case .array(let values):
      for value in values where !take(value, &rest) { return false }
    case .object(let members):
      for member in members where !take(member.value, &rest) { return false }
    default: break
    }
    return true
  }
}
