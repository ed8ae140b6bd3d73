/// Kinds of change that concern the nodes of two sides together; see `FleetDifferenceTests`.
enum SideKindTests {
  static let kinds = ["node-added", "node-removed", "subnet-handed-over"]
}
