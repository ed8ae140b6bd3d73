import Catalogue
package import ProfileLanguage

extension Shape {
  /// For readers: `a list, each element a subnet`.
  package var words: String {
    switch self {
    case .text: "a text"
    case .name: "a text that is not empty"
    case .fixed(let text): "exactly \(text)"
    case .word(let words) where words.count == 1: words[0]
    case .word(let words): "one of \(words.joined(separator: ", "))"
    case .path: "an absolute path on the node"
    case .fileName(let ending): ending.isEmpty ? "a file name" : "a file name that ends in \(ending)"
    case .release: "a release number, as 1.6.20"
    case .flag: "true or false"
    case .only(let value): "\(value)"
    case .number(let limits?): "a whole number from \(limits.lowerBound) to \(limits.upperBound)"
    case .number(nil): "a whole number"
    case .list(let element, _): "a list, each element \(element.words)"
    case .map(let value): "a mapping with keys of one's own, each value \(value.words)"
    case .section(let section): "a mapping with the keys \(section.keys.joined(separator: ", "))"
    case .key(let key): key.type.words
    case .intent: "true, false or a mapping"
    case .object(let keys): "a mapping with the keys \(keys.map(\.word).joined(separator: ", "))"
    case .rawPlugin: "a plugin with CNI's own keys"
    case .rawIPAM: "an IPAM plugin with CNI's own keys"
    case .overlay(let shape): "\(shape.words), of which any may be there, and null removes"
    case .profile: "a mapping with the sections of a profile"
    case .either(let shapes): shapes.map(\.words).joined(separator: ", or ")
    case .setting: "anything that TOML can hold"
    case .anything: "anything"
    }
  }
}
