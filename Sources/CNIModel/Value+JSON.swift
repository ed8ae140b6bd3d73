package import Syntax

extension Value {
  /// The value of a JSON text that was read with its places.
  package init(json node: Node) {
    switch node.content {
    case .sequence(let nodes): self.init(.array(nodes.map { Value(json: $0) }), at: node.range)
    case .mapping(let members):
      self.init(
        .object(members.map { Member($0.key, at: $0.keyRange, Value(json: $0.value)) }), at: node.range)
    case .scalar(let scalar): self.init(Self.content(of: scalar), at: node.range)
    }
  }

  private static func content(of scalar: Node.Scalar) -> Content {
    guard scalar.isPlain else { return .string(scalar.text) }
    return switch scalar.text {
    case "null": .null
    case "true": .bool(true)
    case "false": .bool(false)
    default: .number(scalar.text)
    }
  }
}
