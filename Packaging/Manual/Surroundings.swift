import Foundation

/// Files and variables of the environment. Each stands on the pages of the commands whose help speaks of it.
struct Surroundings {
  private let name: String
  private let meaning: String
  /// Words of a command's help that say it is concerned.
  private let signs: [String]

  private static let files = [
    Surroundings(
      name: "cnigen.yaml",
      meaning: """
        The profile or fleet that is taken where none is named: in this folder, or in the nearest one above, up to the \
        top of the git repository.
        """, signs: ["cnigen.yaml"]),
    Surroundings(
      name: "*.lock",
      meaning: """
        Beside a fleet, under the name that its `lock:` states: the subnets of each node. It belongs into git; without \
        it every node could get another subnet.
        """, signs: ["fleet"]),
    Surroundings(
      name: "SHA256SUMS",
      meaning: "In an output folder, written last: the sum of each file. By it later runs know what is theirs.",
      signs: ["SHA256SUMS", "folder to write to"]),
    Surroundings(
      name: "/etc/cni/net.d", meaning: "Where containerd looks for networks, unless its config says otherwise.",
      signs: ["net.d", "folders of networks", "folder of networks"]),
    Surroundings(
      name: "/opt/cni/bin, /usr/lib/cni, /usr/libexec/cni",
      meaning: "Where plugins are looked for if neither the command nor a file says where they are.",
      signs: ["/opt/cni/bin"]),
  ]

  private static let variables = [
    Surroundings(
      name: "CNI_PATH", meaning: "Folders of plugins, with colons between them, looked through before the usual ones.",
      signs: ["CNI_PATH"]),
    Surroundings(
      name: "NO_COLOR", meaning: "If it is set and not empty, `--color auto` colors nothing.", signs: ["When to color"]),
    Surroundings(
      name: "TERM", meaning: "If it is `dumb`, `--color auto` colors nothing.", signs: ["When to color"]),
  ]

  private func concerns(_ words: String) -> Bool { signs.contains { words.contains($0) } }

  /// Writes what concerns a command.
  static func write(for command: CommandTree, _ page: inout Mdoc) { write(words: command.words, &page) }

  /// Writes what concerns any of some commands.
  static func write(words: String, _ page: inout Mdoc) {
    let (variables, files) = (variables.filter { $0.concerns(words) }, files.filter { $0.concerns(words) })
    if !variables.isEmpty { page.section("ENVIRONMENT") }
    write(variables, as: "Ev", &page)
    if !files.isEmpty { page.section("FILES") }
    write(files, as: "Pa", &page)
  }

  private static func write(_ list: [Surroundings], as macro: String, _ page: inout Mdoc) {
    page.list(list) { entry, page in
      let names = entry.name.components(separatedBy: ", ").map { "\(macro) \($0)" }
      page.macro("It \(names.joined(separator: " , "))")
      page.prose(entry.meaning)
    }
  }
}
