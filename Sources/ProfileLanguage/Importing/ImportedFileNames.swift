import CNIModel
import Emission

/// The names that imported networks get as files: their own where they can be kept, each once.
struct ImportedFileNames {
  private var taken: [String] = []

  /// What a network says of its file.
  struct Choice {
    /// `order` or `file`, or nothing where the name is the one that comes by itself.
    let members: [YAML.Member]
    let name: String
  }

  /// The name for a network's file.
  ///
  /// - Parameters:
  ///   - stated: the name of the file that the network came from; `nil` for standard input.
  ///   - network: the network's name.
  mutating func choose(_ stated: String?, network: String) -> Choice {
    let wanted = stated.map(Self.conflist) ?? "10-\(network).conflist"
    var name = wanted
    var number = 2
    while taken.contains(name.lowercased()) {
      name = "\(wanted.dropLast(".conflist".count))-\(number).conflist"
      number += 1
    }
    taken.append(name.lowercased())
    return Choice(members: Self.members(name, network: network), name: name)
  }

  private static func members(_ name: String, network: String) -> [YAML.Member] {
    if name == "10-\(network).conflist" { return [] }
    let digits = name.prefix(2)
    if digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let order = Int(digits),
      name == "\(digits)-\(network).conflist"
    {
      return [YAML.Member("order", .integer(order))]
    }
    return [YAML.Member("file", .text(name))]
  }

  /// A name with the ending of lists, and nothing in it that an output file's name may not have.
  private static func conflist(_ stated: String) -> String {
    var stem = stated
    for ending in [".conflist", ".conf", ".json"] where stem.hasSuffix(ending) {
      stem = String(stem.dropLast(ending.count))
      break
    }
    if FileName.fault(of: "\(stem).conflist") == nil { return "\(stem).conflist" }
    let kept = stem.unicodeScalars.map { scalar in
      FileName.fault(of: "a\(scalar)") == nil ? Character(scalar) : "-"
    }
    let trimmed = String(kept.drop { $0 == "." }.prefix(100))
    return "\(trimmed.isEmpty ? "network" : trimmed).conflist"
  }
}
