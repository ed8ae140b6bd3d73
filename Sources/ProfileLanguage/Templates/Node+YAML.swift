import Emission
import Syntax

extension Node {
  /// The value as YAML that reads back as the same; comments and form of the source are left aside.
  var yaml: YAML {
    switch content {
    case .scalar(let scalar):
      scalar.isPlain && !scalar.isNull ? .number(scalar.text) : scalar.isNull ? .null : .string(scalar.text)
    case .sequence(let nodes): .sequence(nodes.map(\.yaml))
    case .mapping(let members): .mapping(members.map { YAML.Member($0.key, $0.value.yaml) })
    }
  }

  /// The value on one line, as it is written behind a key.
  package var flowText: String {
    let line = YAMLWriter.document(.mapping([YAML.Member("x", .inline(yaml))]))
    return String(decoding: line, as: UTF8.self).dropFirst(3).trimmingEnd()
  }
}

extension Substring {
  fileprivate func trimmingEnd() -> String { String(reversed().drop { $0 == "\n" || $0 == " " }.reversed()) }
}
