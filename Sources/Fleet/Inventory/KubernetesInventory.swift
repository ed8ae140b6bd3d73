package import Diagnostics
import NetworkTypes
package import ProfileLanguage
import Syntax

/// Reads the answer of `kubectl get nodes -o json`: names, labels, pod CIDRs, and the releases that nodes report.
package enum KubernetesInventory {
  /// Reads a list of nodes, or a single one. What is no JSON, or no nodes, is reported; then there are none.
  package static func read(_ file: SourceFile, _ id: FileID, into bag: inout DiagnosticBag) -> NodeList {
    guard TextEncoding.check(id, file.bytes, into: &bag) else { return NodeList() }
    var reader = Reader(file: id, cursor: JSONCursor(file.bytes, from: TextEncoding.byteOrderMarkLength(file.bytes)))
    do {
      try reader.readDocument()
      return reader.nodes.finish(into: &bag)
    } catch {
      // After many faults nobody reads on.
      guard reader.nodes.goesOn else { return reader.nodes.finish(into: &bag) }
      if file.bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
        bag.error(
          "inventory-invalid", "there are no nodes here: the file is empty",
          at: SourceRange(file: id, start: 0, end: 0),
          help: "behind a pipe, look at what kubectl said; it makes the list with: kubectl get nodes -o json")
        return NodeList()
      }
      // The strict reader has the words for what is wrong with the text.
      let before = bag.count(of: .error)
      _ = JSONReader.read(id, file.bytes, into: &bag)
      if bag.count(of: .error) == before {
        bag.error(
          "inventory-invalid", "this is no list of nodes as kubectl prints it",
          at: reader.range(error.position..<error.position),
          help: "make it with: kubectl get nodes -o json")
      }
      return NodeList()
    }
  }

  private typealias Fault = JSONCursor.Fault

  private struct Reader {
    let file: FileID
    var cursor: JSONCursor
    var nodes = InventoryNodes()

    func range(_ bytes: Range<Int>) -> SourceRange { SourceRange(file: file, bytes) }

    mutating func readDocument() throws(Fault) {
      var hasItems = false
      var single = Draft()
      var draft = Draft()
      var cursor = self.cursor
      try cursor.members { cursor, key throws(Fault) in
        if cursor.holds(key, "items") {
          hasItems = true
          try cursor.elements { cursor throws(Fault) in
            draft.clear()
            let start = cursor.position
            try draft.read(&cursor)
            self.take(draft, from: start, to: cursor.position)
            guard self.nodes.goesOn else { throw Fault(position: cursor.position) }
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
        nodes.fault(
          "this holds no items, so it is no list of nodes", at: range(0..<0),
          help: "make it with: kubectl get nodes -o json")
      }
    }

    private mutating func take(_ draft: Draft, from start: Int, to end: Int) {
      guard let name = draft.name else {
        nodes.fault(
          "this item has no metadata.name", at: range(start..<min(start + 1, end)),
          help: "make the list with: kubectl get nodes -o json")
        return
      }
      if let kind = draft.kind, !cursor.holds(kind, "Node") {
        nodes.fault(
          "\(ShownText.of(cursor.bytes(name))) is a \(ShownText.of(cursor.bytes(kind))), not a Node",
          at: range(name), help: "make the list with: kubectl get nodes -o json")
        return
      }
      // A name with an escape in it has a backslash here, and is refused for that.
      guard nodes.append(cursor.bytes(name), at: range(name)) else { return }
      for place in draft.cidrs.isEmpty ? draft.cidr.map({ [$0] }) ?? [] : draft.cidrs {
        guard let subnet = CIDR(utf8: cursor.bytes(place).span), subnet.isNetwork else {
          nodes.fault("the pod CIDR \(ShownText.of(cursor.bytes(place))) is no subnet", at: range(place), help: nil)
          continue
        }
        nodes.list.add(subnet, at: range(place), origin: .inventory)
      }
      for (key, value) in draft.labels where cursor.isPlain(key) && cursor.isPlain(value) {
        nodes.list.addLabel(cursor.bytes(key), cursor.bytes(value), at: range(value))
      }
      takeReleases(draft)
    }

    private mutating func takeReleases(_ draft: Draft) {
      if let place = draft.runtime, let release = cursor.plainText(place).flatMap(Self.containerd) {
        nodes.list.addRelease("containerd", "\(release)", at: range(place))
      }
      if let place = draft.kubelet, let release = cursor.plainText(place).flatMap(Self.minor) {
        nodes.list.addRelease("kubernetes", "\(release)", at: range(place))
      }
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

    /// Forgets the item before, and keeps the room of its lists.
    mutating func clear() {
      (kind, name, cidr, runtime, kubelet) = (nil, nil, nil, nil, nil)
      labels.removeAll(keepingCapacity: true)
      cidrs.removeAll(keepingCapacity: true)
    }

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
