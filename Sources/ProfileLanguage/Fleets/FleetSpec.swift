package import CNIModel
package import Diagnostics
package import NetworkTypes
package import Syntax

/// A fleet as its document states it: many nodes, their profile, and the blocks that they get subnets from. Every leaf
/// has its place, and what could not be read is missing and reported.
package struct FleetSpec: Sendable {
  package var name: Located<String>?
  package var profile: ProfileReference?
  /// Each node gets one subnet from each.
  package var blocks: [Block] = []
  /// The path of the file that keeps every node's subnets across runs.
  package var lock: Located<String>?
  package var release: Located<Release>?
  /// Networks that no pod subnet may meet.
  package var reserved: [Reserved] = []
  /// Where the nodes come from, in the order of the document.
  package var nodes: [NodeSource] = []
  /// The nodes that the document states one by one.
  package var list = NodeList()
  /// What some of these lay over the profile, in the order of their numbers.
  package var overlays: [NodeOverlay] = []
  /// Nodes that the document's tree lacks, until they are taken in.
  var plainNodes: PlainNodes?
  /// Later pools win.
  package var pools: [Pool] = []
  /// The key `nodes`; the document's first key where that is missing.
  package var nodesPlace: SourceRange

  package init(nodesPlace: SourceRange) {
    self.nodesPlace = nodesPlace
  }

  /// The profile of all nodes.
  package enum ProfileReference: Sendable {
    /// The path of a document, from the fleet's folder.
    case path(Located<String>)
    /// The profile's sections, in the fleet itself.
    case inline(Node)
  }

  /// What becomes of the subnets of a node that left.
  package enum Release: String, Sendable, CaseIterable {
    /// They can be given to another node at once.
    case immediately
    /// The lock keeps them.
    case never
  }

  /// A network that nodes get subnets from.
  package struct Block: Sendable {
    package var network: Located<CIDR>?
    package var prefix: Located<Int>?
    /// The whole entry.
    package let range: SourceRange
  }

  /// A network that is taken.
  package struct Reserved: Sendable {
    /// What for: `services`.
    package let purpose: String
    package let network: Located<CIDR>
  }

  /// Where nodes come from.
  package enum NodeSource: Sendable {
    /// Names by a pattern; a single name is one without ranges.
    case pattern(Located<NodePattern>)
    /// Nodes of the list.
    case nodes(Range<Int>)
    case inventory(Inventory)
  }

  /// What a node of the list lays over the profile.
  package struct NodeOverlay: Sendable {
    package let node: Int
    package let overlay: Overlay

    package init(node: Int, overlay: Overlay) {
      self.node = node
      self.overlay = overlay
    }
  }

  /// A list of nodes in a file of its own.
  package struct Inventory: Sendable {
    /// The path from the fleet's folder; `-` for standard input.
    package let path: Located<String>
    package let form: Form

    /// What stands in the file.
    package enum Form: String, Sendable, CaseIterable {
      /// A table with a header.
      case csv
      /// What `kubectl get nodes -o json` prints.
      case json

      /// No file may be larger, in bytes: room for a million rows, or for the hundred thousand nodes of the largest
      /// clusters at 10 KB each.
      package var maximumSize: Int {
        switch self {
        case .csv: 256 << 20
        case .json: 1024 << 20
        }
      }
    }
  }

  /// A label of a node, or one that a pool asks for.
  package struct Label: Sendable {
    package let key: Located<String>
    package let value: Located<String>
  }

  /// What pools and nodes lay over the profile.
  package struct Overlay: Sendable {
    package var target: TargetSpec?
    /// The members `target`, `network`, `containerd` and `with` as they stand, to be merged into the profile's tree.
    package var members: [Node.Member] = []

    package init() {}
  }

  /// Nodes that have something in common.
  package struct Pool: Sendable {
    package var name: Located<String>?
    package var match: Match?
    package var overlay = Overlay()
    package let range: SourceRange
  }

  /// Which nodes are in a pool: those with a name that fits any of the patterns, where there are some, and with all of
  /// the labels.
  package struct Match: Sendable {
    package var names: [Located<NamePattern>] = []
    package var labels: [Label] = []
    package let range: SourceRange

    /// Whether a node is in the pool.
    ///
    /// - Parameter label: the bytes of the value that the node has for a key.
    package func takes(name: some Collection<UInt8>, label: (String) -> ArraySlice<UInt8>?) -> Bool {
      (names.isEmpty || names.contains { $0.value.matches(name) })
        && labels.allSatisfy { asked in label(asked.key.value)?.elementsEqual(asked.value.value.utf8) ?? false }
    }
  }
}
