import Diagnostics
import Syntax
import Testing

/// From places back to pointers.
@Suite struct PointerTests {
  private let json = #"""
    {
      "name": "net",
      "plugins": [
        {"type": "bridge", "ipam": {"ranges": [[{"subnet": "10.1.0.0/16"}]]}},
        {"type": "portmap", "a/b": {"m~n": 1, "": 2, "~1": 3}}
      ],
      "plugins": []
    }
    """#

  /// The pointer to the n-th occurrence of a text.
  private func pointer(_ text: String, _ occurrence: Int = 0, in source: String, _ tree: Node) throws -> String? {
    let bytes = Array(source.utf8)
    let wanted = Array(text.utf8)
    let starts = (0...(bytes.count - wanted.count)).filter { bytes[$0...].starts(with: wanted) }
    let start = try #require(starts.dropFirst(occurrence).first)
    let range = SourceRange(file: tree.range.file, start: UInt32(start), end: UInt32(start + wanted.count))
    return tree.pointer(to: range)
  }

  private func jsonPointer(_ text: String, _ occurrence: Int = 0) throws -> String? {
    try pointer(text, occurrence, in: json, try #require(Reading(Array(json.utf8)).tree))
  }

  @Test func valuesAndKeysHaveOnePointer() throws {
    #expect(try jsonPointer(#""net""#) == "/name")
    #expect(try jsonPointer(#""name""#) == "/name")
    #expect(try jsonPointer(#""bridge""#) == "/plugins/0/type")
    #expect(try jsonPointer(#""type""#, 1) == "/plugins/1/type")
    #expect(try jsonPointer(#""ipam""#) == "/plugins/0/ipam")
    #expect(try jsonPointer(#"{"subnet": "10.1.0.0/16"}"#) == "/plugins/0/ipam/ranges/0/0")
    #expect(try jsonPointer(#"[{"subnet": "10.1.0.0/16"}]"#) == "/plugins/0/ipam/ranges/0")
    #expect(try jsonPointer(#"[[{"subnet": "10.1.0.0/16"}]]"#) == "/plugins/0/ipam/ranges")
    #expect(try jsonPointer(json) == "")
  }

  @Test func slashesAndTildesAreEscaped() throws {
    #expect(try jsonPointer(#""a/b""#) == "/plugins/1/a~1b")
    #expect(try jsonPointer(#""m~n""#) == "/plugins/1/a~1b/m~0n")
    #expect(try jsonPointer(#""~1""#) == "/plugins/1/a~1b/~01")
    #expect(try jsonPointer(#""": 2"#) == "/plugins/1/a~1b")
  }

  @Test func ofTwoEqualKeysEitherHasItsPointer() throws {
    #expect(try jsonPointer(#""plugins""#, 1) == "/plugins")
    #expect(try jsonPointer("[]") == "/plugins")
  }

  @Test func otherPlacesGoToTheSmallestPartAroundThem() throws {
    #expect(try jsonPointer("10.1") == "/plugins/0/ipam/ranges/0/0/subnet")
    #expect(try jsonPointer("typ") == "/plugins/0/type")
    #expect(try jsonPointer(": ") == "")
    #expect(try jsonPointer(": ", 2) == "/plugins/0")
    #expect(try jsonPointer(#""ranges": ["#) == "/plugins/0/ipam")
  }

  @Test func placesOutsideHaveNone() throws {
    let tree = try #require(Reading(Array(" [1] ".utf8)).tree)
    let file = tree.range.file
    #expect(tree.pointer(to: SourceRange(file: file, start: 0, end: 5)) == nil)
    #expect(tree.pointer(to: SourceRange(file: file, start: 4, end: 5)) == nil)
    #expect(tree.pointer(to: SourceRange(file: file, start: 1, end: 4)) == "")
    var files = SourceFiles()
    _ = files.add(SourceFile(name: "first", bytes: []))
    let other = files.add(SourceFile(name: "second", bytes: []))
    #expect(tree.pointer(to: SourceRange(file: other, start: 2, end: 3)) == nil)
  }

  @Test func whatAnAliasStandsForIsFoundWhereItIsFirst() throws {
    let yaml = "base: &b {mtu: 1500}\nnets:\n  - <<: *b\n    name: x\n  - {only: *b}\n"
    var files = SourceFiles()
    let file = files.add(SourceFile(name: "test.yaml", bytes: Array(yaml.utf8)))
    var bag = DiagnosticBag()
    let tree = try #require(YAMLReader.read(file, Array(yaml.utf8), into: &bag))
    #expect(try pointer("1500", in: yaml, tree) == "/base/mtu")
    let nets = try #require(tree["nets"])
    #expect(try pointer("1500", in: yaml, nets) == "/0/mtu")
    #expect(try pointer("name", in: yaml, nets) == "/0/name")
  }
}
