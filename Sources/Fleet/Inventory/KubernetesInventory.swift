import CNIModel
package import Diagnostics
import NetworkTypes
import Syntax

/// Reads the answer of `kubectl get nodes -o json`: names, labels, pod CIDRs, and the releases that nodes report.
package enum KubernetesInventory {
  /// Reads a list of nodes, or a single one. What is no JSON, or no nodes, is reported; then there are none.
  package static func read(_ file: SourceFile, _ id: FileID, into bag: inout DiagnosticBag) -> [InventoryNode] {
    guard TextEncoding.check(id, file.bytes, into: &bag) else { return [] }
    var reader = Reader(file: id, cursor: JSONCursor(file.bytes, from: TextEncoding.byteOrderMarkLength(file.bytes)))
    do {
      try reader.readDocument()
      bag.add(reader.bag)
      return reader.bag.hasErrors ? [] : reader.nodes
    } catch {
      // The strict reader has the words for what is wrong with the text.
      let before = bag.count(of: .error)
      _ = JSONReader.read(id, file.bytes, into: &bag)
      if bag.count(of: .error) == before {
        bag.error(
          "inventory-invalid", "this is no list of nodes as kubectl prints it",
          at: reader.range(error.position..<error.position),
          help: "make it with: kubectl get nodes -o json")
      }
      return []
    }
  }

  private typealias Fault = JSONCursor.Fault

  private struct Reader {
    let file: FileID
    var cursor: JSONCursor
    var nodes: [InventoryNode] = []
    var bag = DiagnosticBag()

    func range(_ bytes: Range<Int>) -> SourceRange {
      SourceRange(file: file, start: UInt32(clamping: bytes.lowerBound), end: UInt32(clamping: bytes.upperBound))
    }

    mutating func readDocument() throws(Fault) {
      var hasItems = false
      var single = Draft()
      var cursor = self.cursor
      try cursor.members { cursor, key throws(Fault) in
        if cursor.holds(key, "items") {
          hasItems = true
          try cursor.elements { cursor throws(Fault) in
            var draft = Draft()
            let start = cursor.position
            try draft.read(&cursor)
            self.take(draft, from: start, to: cursor.position)
          }
        } else {
          try single.readMember(&cursor, key)
        }
      }
      self.cursor = cursor
      try self.cursor.expectEnd()
      if single.name != nil {
        take(single, from: 0, to: 0)
      } else if !hasItems {
        bag.error(
          "inventory-invalid", "this holds no items, so it is no list of nodes", at: range(0..<0),
          help: "make it with: kubectl get nodes -o json")
      }
    }

    private mutating func take(_ draft: Draft, from start: Int, to end: Int) {
      guard let name = draft.name, let text = cursor.plainText(name) else {
        bag.error(
          "inventory-invalid", "this item has no metadata.name", at: range(start..<min(start + 1, end)),
          help: "make the list with: kubectl get nodes -o json")
        return
      }
      if draft.kind.map({ !cursor.holds($0, "Node") }) ?? false {
        bag.error(
          "inventory-invalid", "\(text) is a \(draft.kind.flatMap(cursor.plainText) ?? ""), not a Node",
          at: range(name), help: "make the list with: kubectl get nodes -o json")
        return
      }
      var node = InventoryNode(Located(text, at: range(name)))
      for place in draft.cidrs.isEmpty ? draft.cidr.map({ [$0] }) ?? [] : draft.cidrs {
        let text = cursor.plainText(place) ?? ""
        guard let subnet = CIDR(text), subnet.isNetwork else {
          bag.error("inventory-invalid", "the pod CIDR \(text) is no subnet", at: range(place))
          continue
        }
        node.subnets.append(Located(subnet, at: range(place)))
      }
      node.labels = draft.labels.compactMap { key, value in
        guard let key = cursor.plainText(key), let value = cursor.plainText(value) else { return nil }
        return InventoryNode.Label(key, value)
      }
      node.containerd = draft.runtime.flatMap(cursor.plainText).flatMap(Self.containerd)
      node.kubernetes = draft.kubelet.flatMap(cursor.plainText).flatMap(Self.minor)
      nodes.append(node)
    }

    /// `containerd://1.7.34` and what distributions hang behind it; `nil` for another runtime.
    private static func containerd(_ text: String) -> Version? {
      guard text.hasPrefix("containerd://") else { return nil }
      return release(text.dropFirst("containerd://".count))
    }

    /// `v1.29.3-eks-1` is 1.29.
    private static func minor(_ text: String) -> Version? {
      guard let release = release(text.drop { $0 == "v" }) else { return nil }
      return Version("\(release.line)")
    }

    /// The numbers at the beginning of a text.
    private static func release(_ text: Substring) -> Version? {
      let numbers = text.drop { $0 == "v" }.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      return Version(String(numbers))
    }
  }

  /// The places of what is wanted of one item.
  private struct Draft {
    var kind: Range<Int>?
    var name: Range<Int>?
    var labels: [(Range<Int>, Range<Int>)] = []
    var cidr: Range<Int>?
    var cidrs: [Range<Int>] = []
    var runtime: Range<Int>?
    var kubelet: Range<Int>?

    mutating func read(_ cursor: inout JSONCursor) throws(Fault) {
      try cursor.members { cursor, key throws(Fault) in try self.readMember(&cursor, key) }
    }

    mutating func readMember(_ cursor: inout JSONCursor, _ key: Range<Int>) throws(Fault) {
      if cursor.holds(key, "metadata") {
        try readMetadata(&cursor)
      } else if cursor.holds(key, "spec") {
        try readSpec(&cursor)
      } else if cursor.holds(key, "status") {
        try readStatus(&cursor)
      } else if cursor.holds(key, "kind") {
        kind = try cursor.rawString()
      } else {
        try cursor.skip()
      }
    }

    private mutating func readMetadata(_ cursor: inout JSONCursor) throws(Fault) {
      try cursor.members { cursor, key throws(Fault) in
        if cursor.holds(key, "name") {
          self.name = try cursor.rawString()
        } else if cursor.holds(key, "labels") {
          guard try cursor.kind() == .object else { return try cursor.skip() }
          try cursor.members { cursor, label throws(Fault) in self.labels.append((label, try cursor.rawString())) }
        } else {
          try cursor.skip()
        }
      }
    }

    private mutating func readSpec(_ cursor: inout JSONCursor) throws(Fault) {
      try cursor.members { cursor, key throws(Fault) in
        if cursor.holds(key, "podCIDR") {
          self.cidr = try cursor.rawString()
        } else if cursor.holds(key, "podCIDRs") {
          try cursor.elements { cursor throws(Fault) in self.cidrs.append(try cursor.rawString()) }
        } else {
          try cursor.skip()
        }
      }
    }

    private mutating func readStatus(_ cursor: inout JSONCursor) throws(Fault) {
      try cursor.members { cursor, key throws(Fault) in
        guard cursor.holds(key, "nodeInfo") else { return try cursor.skip() }
        try cursor.members { cursor, key throws(Fault) in
          if cursor.holds(key, "containerRuntimeVersion") {
            self.runtime = try cursor.rawString()
          } else if cursor.holds(key, "kubeletVersion") {
            self.kubelet = try cursor.rawString()
          } else {
            try cursor.skip()
          }
        }
      }
    }
  }
}
