import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// `routes:` of `addresses:`.
enum Routes {
  /// A list of `default`, of networks, and of routes with details.
  static var shape: Shape { .list(.either([.text, .object(CommonKeys.routeFields)])) }

  /// The list of routes as CNI wants it; `default` becomes a route for each family, IPv4 first.
  static func read(_ node: Node, families: [IPAddress.Family], _ bag: inout DiagnosticBag) -> Value {
    guard let entries = node.sequence else {
      Scalars.wrong(node, of: "routes", wants: "a list", &bag)
      return Value(.array([]), at: node.range)
    }
    var routes: [Value] = []
    for entry in entries { routes += self.routes(entry, families, &bag) }
    return Value(.array(routes), at: node.range)
  }

  /// The routes of a network whose families are not known yet.
  static func assigned(_ node: Node, _ bag: inout DiagnosticBag) -> [AssignedAddresses.Route] {
    guard let entries = node.sequence else {
      Scalars.wrong(node, of: "routes", wants: "a list", &bag)
      return []
    }
    return entries.flatMap { entry -> [AssignedAddresses.Route] in
      let routes = routes(entry, IPAddress.Family.allCases, &bag)
      // A route for every family comes back once for each.
      return routes.count > 1 ? routes.prefix(1).map { .perFamily($0) } : routes.map { .fixed($0) }
    }
  }

  private static func routes(
    _ node: Node, _ families: [IPAddress.Family], _ bag: inout DiagnosticBag
  ) -> [Value] {
    if let scalar = node.scalar, !scalar.isNull {
      return destinations(scalar.text, via: nil, families).map { destination in
        let value = Value(.string(destination), at: node.range)
        return Value(.object([Value.Member("dst", at: node.range, value)]), at: node.range)
      }
    }
    guard node.mapping != nil else {
      Scalars.wrong(node, of: "an entry of routes", wants: "default, a subnet, or a mapping", &bag)
      return []
    }
    let fields = CommonKeys.routeFields
    guard let route = IntentValue.object(node, fields: fields, named: "routes", &bag) else { return [] }
    guard let to = route.member("dst") else {
      return [route]
    }
    let via = route["gw"]?.string.flatMap { IPAddress($0) }
    return destinations(to.value.string ?? "", via: via, families).map { destination in
      let members = (route.object ?? []).map { member in
        member.name == "dst"
          ? Value.Member("dst", at: member.nameRange, Value(.string(destination), at: member.value.range)) : member
      }
      return Value(.object(members), at: route.range)
    }
  }

  /// What a destination stands for: `default` for the family of its gateway, or for all families.
  private static func destinations(_ text: String, via: IPAddress?, _ families: [IPAddress.Family]) -> [String] {
    guard text == "default" else { return [text] }
    return via.map { [$0.family.defaultRoute] } ?? families.map(\.defaultRoute)
  }
}
