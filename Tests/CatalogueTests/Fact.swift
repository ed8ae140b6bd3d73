import Diagnostics
import Syntax
import TestSupport

/// A value of the project's fact files, with the way to it for messages.
struct Fact {
  /// A fact that is not there or has another form.
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  let node: Node
  let path: String

  /// Reads a file of `Tests/Facts` with the project's own reader.
  static func file(_ name: String) throws -> Fact {
    let bytes = try TestFiles.bytes("Facts/\(name).yaml")
    var files = SourceFiles()
    let id = files.add(SourceFile(name: name, bytes: bytes))
    var bag = DiagnosticBag()
    let node = YAMLReader.read(id, bytes, into: &bag)
    guard let node, bag.diagnostics.isEmpty else {
      let first = bag.diagnostics.first.map { "\($0.message) at byte \($0.range?.start ?? 0)" }
      throw Missing(description: "\(name).yaml: \(first ?? "no document")")
    }
    return Fact(node: node, path: name)
  }

  /// The facts about the reference plugins.
  static func plugins() throws -> Fact { try file("reference-plugins") }
  /// The facts about containerd.
  static func containerd() throws -> Fact { try file("containerd") }
  /// The facts about the specification and libcni.
  static func spec() throws -> Fact { try file("cni-spec") }

  /// The value of a key that must be there.
  func at(_ keys: String...) throws -> Fact {
    var fact = self
    for key in keys {
      guard let next = fact[key] else { throw Missing(description: "\(fact.path) has no \(key)") }
      fact = next
    }
    return fact
  }

  /// The value of a key, where it is there.
  subscript(key: String) -> Fact? { node[key].map { Fact(node: $0, path: "\(path).\(key)") } }

  /// The text of a scalar.
  var text: String {
    get throws {
      guard let scalar = node.scalar else { throw Missing(description: "\(path) is no text") }
      return scalar.text
    }
  }

  /// The text of a key that must be there.
  func text(_ key: String) throws -> String { try at(key).text }

  /// Whether a scalar, written without quotes, is true; false where it is false.
  var bool: Bool {
    get throws {
      switch try text {
      case "true": return true
      case "false": return false
      default: throw Missing(description: "\(path) is no boolean")
      }
    }
  }

  /// A whole number.
  var int: Int {
    get throws {
      guard let number = Int(try text) else { throw Missing(description: "\(path) is no number") }
      return number
    }
  }

  /// The elements of a list.
  var list: [Fact] {
    get throws {
      guard let nodes = node.sequence else { throw Missing(description: "\(path) is no list") }
      return nodes.enumerated().map { Fact(node: $0.element, path: "\(path)[\($0.offset)]") }
    }
  }

  /// The elements of a list of texts.
  var texts: [String] { get throws { try list.map { try $0.text } } }

  /// The elements of a list under a key; none where the key is absent.
  func list(_ key: String) throws -> [Fact] { try self[key]?.list ?? [] }

  /// The members of a mapping, in the order of the file.
  var members: [(key: String, value: Fact)] {
    get throws {
      guard let members = node.mapping else { throw Missing(description: "\(path) is no mapping") }
      return members.map { ($0.key, Fact(node: $0.value, path: "\(path).\($0.key)")) }
    }
  }

  /// The members of a mapping under a key; none where the key is absent.
  func members(_ key: String) throws -> [(key: String, value: Fact)] { try self[key]?.members ?? [] }

  /// Every text in the value, in the order of the file.
  var allTexts: [String] {
    switch node.content {
    case .scalar(let scalar): [scalar.text]
    case .sequence(let nodes): nodes.flatMap { Fact(node: $0, path: path).allTexts }
    case .mapping(let members): members.flatMap { Fact(node: $0.value, path: path).allTexts }
    }
  }
}
