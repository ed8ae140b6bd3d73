import CNIModel
import Diagnostics
import ProfileLanguage
import Syntax

/// What a node of an inventory lays over the profile, in the form in which pools state it.
extension InventoryNode {
  /// The values of its columns for the template's parameters.
  var overlay: FleetSpec.Overlay {
    var overlay = FleetSpec.Overlay()
    guard !parameters.isEmpty else { return overlay }
    let values = parameters.map { parameter in
      // A table has no types: the parameter's own says what the text is.
      Node.Member(
        key: parameter.name, keyRange: parameter.value.range,
        value: Node(.scalar(Node.Scalar(parameter.value.value, isPlain: true)), at: parameter.value.range))
    }
    overlay.members = [Node.Member(key: "with", keyRange: name.range, value: Node(.mapping(values), at: name.range))]
    return overlay
  }

  /// The releases that the node reports, as a target.
  ///
  /// - Parameter place: the inventory in the fleet's document. What is wrong with a release concerns all nodes that
  ///   have it, and is told there once.
  func reported(at place: SourceRange) -> FleetSpec.Overlay? {
    let stated = [("containerd", containerd), ("kubernetes", kubernetes)].compactMap { key, version in
      version.map { version in
        Node.Member(
          key: key, keyRange: place,
          value: Node(.scalar(Node.Scalar("\(version)", isPlain: true)), at: place))
      }
    }
    guard !stated.isEmpty else { return nil }
    var overlay = FleetSpec.Overlay()
    overlay.members = [
      Node.Member(key: "target", keyRange: place, value: Node(.mapping(stated), at: place))
    ]
    return overlay
  }
}
