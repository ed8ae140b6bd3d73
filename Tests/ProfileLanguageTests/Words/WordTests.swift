import Catalogue
import ContainerdConfig
import ProfileLanguage
import Testing

/// A word of the language that is misspelt, in the wrong section, or CNI's name where the plain word belongs, is
/// answered with the right word: for all words.
@Suite struct WordTests {
  /// The words that stand at a place; of places of one name, all of them.
  private static func words(at place: String) -> [String] {
    WordPlace.all.filter { $0.name == place }.flatMap(\.words)
  }

  @Test func everyPlaceHasADocument() {
    let places = Set(WordPlace.all.map(\.name))
    // The words of outputs are entries of a list; their own tests are about them.
    #expect(places.subtracting(Hole.all.map(\.place)) == ["outputs"])
    #expect(places.count >= 28)
  }

  @Test(arguments: Hole.all) func aSlipIsAnsweredWithTheWord(_ hole: Hole) {
    let words = Self.words(at: hole.place)
    var typos: [String: [String]] = [:]
    for word in words {
      // What happens to be another word there is no slip that anybody could see.
      for typo in Typo.all(of: word) where !words.contains(typo) { typos[typo, default: []].append(word) }
    }
    let answers = hole.answers(to: typos.keys.sorted())
    for (typo, meant) in typos {
      let answer = answers[typo]
      #expect(answer != nil, "\(hole.place): nothing is said about \(typo)")
      for word in meant {
        #expect(answer?.names(word) ?? true, "\(hole.place): \(typo) is answered with \(answer ?? "")")
      }
    }
  }

  @Test(arguments: Hole.all) func aWordOfAnotherPlaceIsAnsweredWithThatPlace(_ hole: Hole) {
    let own = Set(Self.words(at: hole.place))
    var homes: [String: Set<String>] = [:]
    for place in WordPlace.beside(hole.place) where place.name != hole.place {
      for word in place.words where !own.contains(word) { homes[word, default: []].insert(place.name) }
    }
    let names = Self.foreignNames(at: hole.place)
    let answers = hole.answers(to: homes.keys.sorted())
    for (word, places) in homes where names[word] == nil {
      let answer = answers[word]
      #expect(answer != nil, "\(hole.place): nothing is said about \(word)")
      for place in places {
        #expect(answer?.names(place) ?? true, "\(hole.place): \(word) of \(place) is answered with \(answer ?? "")")
      }
    }
  }

  @Test(arguments: Hole.all) func anotherNameIsAnsweredWithTheWord(_ hole: Hole) {
    let names = Self.foreignNames(at: hole.place)
    let answers = hole.answers(to: names.keys.sorted())
    for (name, word) in names {
      #expect(
        answers[name].map { $0.names(word) && $0.contains("name for \(word)") } ?? false,
        "\(hole.place): \(name) is answered with \(answers[name] ?? "nothing")")
    }
  }

  /// The names of CNI, of the plugins and of containerd for the words of a place, where they differ.
  private static func foreignNames(at place: String) -> [String: String] {
    var names: [String: String] = [:]
    for key in keys(at: place) where key.name != key.word { names[key.name] = key.word }
    switch place {
    case "network":
      names["ipam"] = "addresses"
      for intent in Intent.allCases where intent.pluginType != intent.rawValue {
        names[intent.pluginType] = intent.rawValue
      }
    case "containerd":
      for word in ContainerdSettings.Word.allCases { names[word.key] = word.rawValue }
      names["bin_dir"] = "binDirs"
    default: break
    }
    return names
  }

  /// The catalogue's keys that stand at a place under their plain words.
  private static func keys(at place: String) -> [KeyFacts] {
    if let intent = Intent(rawValue: place) { return Catalogue.plugin(intent.pluginType)?.keys ?? [] }
    func fields(_ type: String, _ key: String) -> [KeyFacts] { Catalogue.plugin(type)?.key(key)?.fields ?? [] }
    return switch place {
    case "ranges": fields("host-local", "ranges")
    case "routes": CommonKeys.routeFields
    case "dns": CommonKeys.dnsFields
    case "dhcp", "static": (Catalogue.plugin(place)?.keys ?? []).filter { $0.name != "routes" && $0.name != "dns" }
    case "dhcp.provide": fields("dhcp", "provide")
    case "dhcp.request": fields("dhcp", "request")
    case "static.addresses": fields("static", "addresses")
    case "bridge.vlanTrunk": fields("bridge", "vlanTrunk")
    default: []
    }
  }
}

extension String {
  /// Whether a word stands in a text, whole.
  func names(_ word: String) -> Bool {
    split { !($0.isLetter || $0.isNumber || "-_.".contains($0)) }.map(String.init).contains(word)
      || (word.contains(" ") && contains(word))
  }
}
