package import CNIModel
import Catalogue
import Emission
package import NetworkTypes

/// Writes the template of a network whose ranges Kubernetes assigns.
package enum TemplateText {
  /// The text of the template; `nil` where the release lacks a field that it needs.
  ///
  /// - Parameters:
  ///   - list: the network of any node.
  ///   - assigned: the `ipam` object of its interface, which is the first plugin.
  package static func write(
    _ list: NetworkList, _ assigned: AssignedAddresses, for release: Version
  ) -> [UInt8]? {
    guard let ipam = ipam(assigned, for: release) else { return nil }
    let document = list.json.replacing("plugins") { plugins in
      guard case .array(var elements) = plugins, let first = elements.first else { return plugins }
      elements[0] = first.replacing("ipam") { _ in ipam }
      return .array(elements)
    }
    return JSONWriter.document(document, partsBraces: true)
  }

  private static func ipam(_ assigned: AssignedAddresses, for release: Version) -> JSON? {
    var members: [JSON.Member] = []
    for part in assigned.parts {
      switch part {
      case .fixed(let member): members.append(JSON.Member(member.name, member.value.json))
      case .ranges:
        guard let field = field(.everyCIDR, in: release) else { return nil }
        let set = JSON.array([.object([JSON.Member("subnet", element(named: "range"))])])
        members.append(JSON.Member("ranges", .array([each(of: field, named: "range", set)])))
      case .routes(let routes, _, _):
        guard let elements = elements(routes, for: release) else { return nil }
        members.append(JSON.Member("routes", .array(elements)))
      }
    }
    return .object(members)
  }

  private static func elements(_ routes: [AssignedAddresses.Route], for release: Version) -> [JSON]? {
    var elements: [JSON] = []
    for route in routes {
      switch route {
      case .fixed(let value): elements.append(value.json)
      case .perFamily(let value):
        guard let field = field(.defaultRoutes, in: release) else { return nil }
        let object = value.json.replacing("dst") { _ in element(named: "route") }
        elements.append(each(of: field, named: "route", object))
      }
    }
    return elements
  }

  /// The name of the field that has some content in a release.
  private static func field(_ content: Containerd.Template.Field.Content, in release: Version) -> String? {
    Containerd.Template.fields(in: release).first { $0.content == content }?.name
  }

  /// What a loop writes for an element: the element as a string of JSON. Networks and addresses need no escapes.
  private static func element(named name: String) -> JSON { .verbatim("\"{{$\(name)}}\"") }

  /// A value for each element of a field, with commas between them.
  private static func each(of field: String, named name: String, _ value: JSON) -> JSON {
    let text = JSONWriter.line(value, partsBraces: true)
    return .verbatim("{{range $i, $\(name) := .\(field)}}{{if $i}}, {{end}}\(text){{end}}")
  }
}

extension JSON {
  /// An object with another value under a name.
  fileprivate func replacing(_ name: String, _ replace: (JSON) -> JSON) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object(members.map { $0.name == name ? Member(name, replace($0.value)) : $0 })
  }
}
