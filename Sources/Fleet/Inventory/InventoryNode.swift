package import CNIModel
package import NetworkTypes

/// A node as an inventory lists it.
package struct InventoryNode: Sendable {
  package let name: Located<String>
  package var subnets: [Located<CIDR>] = []
  package var labels: [Label] = []
  /// Pools that it is in whatever its name and labels say.
  package var pools: [Located<String>] = []
  /// Values for the template's parameters, as text; the parameter's type says what they are.
  package var parameters: [Parameter] = []
  /// The release of containerd that the node reports.
  package var containerd: Version?
  /// The minor version of Kubernetes that the node reports.
  package var kubernetes: Version?

  package init(_ name: Located<String>) {
    self.name = name
  }

  /// A label and its value.
  package struct Label: Sendable, Hashable {
    package let key: String
    package let value: String

    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A value for a parameter.
  package struct Parameter: Sendable {
    package let name: String
    package let value: Located<String>

    package init(_ name: String, _ value: Located<String>) {
      self.name = name
      self.value = value
    }
  }
}
