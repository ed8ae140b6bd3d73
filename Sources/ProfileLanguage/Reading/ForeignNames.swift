import Catalogue
import ContainerdConfig

/// Names from the files that are made, where people write them in place of the language's words.
enum ForeignNames {
  /// A word of the language, and whose name for it somebody used: `CNI's`.
  struct Word {
    let text: String
    let owner: String
  }

  /// The word for a name, in a section.
  static func word(for name: String, in section: String) -> Word? {
    switch section {
    case "network":
      if name == "ipam" { return Word(text: "addresses", owner: "CNI's") }
      guard let intent = Intent.of(pluginType: name), intent.rawValue != name else { return nil }
      return Word(text: intent.rawValue, owner: "the plugin's")
    case "containerd":
      let words = ContainerdSettings.Word.allCases
      let word = name == "bin_dir" ? .binDirs : words.first { $0.key == name }
      return word.map { Word(text: $0.rawValue, owner: "containerd's") }
    default: return nil
    }
  }
}
