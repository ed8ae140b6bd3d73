import CNIModel
import Catalogue
import Diagnostics
import Difference
import NetworkTypes

/// How a node comes to its new files: by `cnigen apply` from a profile or a fleet, else as copies.
struct FileDelivery: Sendable {
  /// What `cnigen apply` is given; `nil` for a side that it does not take.
  let document: String?
  /// The folder that copies come from: what a build has made, or will make of the document.
  let folder: String
  /// Whether each node has a folder of its name in it.
  let hasNodes: Bool
  /// A revision of a git repository that has to be checked out first.
  let revision: String?
  /// A tar that has to be unpacked into the folder first.
  let archive: String?

  /// - Parameter built: the folder that a build of the document is made into.
  init(_ side: Side, built: String = "out") {
    let words = side.title.split(separator: ":", maxSplits: 2).map(String.init)
    let isGit = words.count == 3 && words[0] == "git"
    let path = isGit ? words[2] : side.title
    revision = isGit ? words[1] : nil
    hasNodes = side.names != [""]
    switch side.origin {
    case .profile, .fleet: (document, folder, archive) = (path, built, nil)
    case .build where path.hasSuffix(".tar"): (document, folder, archive) = (nil, String(path.dropLast(4)), path)
    case .build, .folder: (document, folder, archive) = (nil, path, nil)
    case .network: (document, folder, archive) = (nil, NodePaths.split(path).folder ?? ".", nil)
    }
  }

  /// The command that applies, without what says how; `nil` where files are copied.
  ///
  /// The releases are stated, since the command may run before they are there, and what is stated stands above what
  /// apply measures. Single plugins of another release cannot be stated: they have to be there to be measured.
  func apply(for state: NodeState, pluginsComeLater: Bool) -> String? {
    guard let document else { return nil }
    var words = ["cnigen", "apply", ShellWord.quoted(document)]
    if hasNodes { words += ["--node", "\"$NODE\""] }
    guard state.knowsTarget else { return words.joined(separator: " ") }
    let target = state.target
    words += ["--containerd", "\(target.containerd.version)"]
    if target.overrides.isEmpty, target.capabilities == nil {
      words += ["--plugins", "\(target.plugins.version)"]
    } else if pluginsComeLater {
      return nil
    }
    if let kubernetes = target.kubernetes, target.places.kubernetes == nil {
      words += ["--kubernetes", "\(kubernetes)"]
    }
    return words.joined(separator: " ")
  }

  /// The commands that copy: under another name first, which containerd passes over, since it does not notice a file
  /// that is moved in from elsewhere, and may meet a half of one that is written in its place.
  func copies(of files: [FilePlacement]) -> [String] {
    let start = hasNodes ? "\(ShellWord.quoted(folder))/\"$NODE\"" : ShellWord.quoted(folder)
    let unpack = archive.map { archive in
      let room = ShellWord.quoted(folder)
      return "mkdir -p \(room) && tar -xf \(ShellWord.quoted(archive)) -C \(room)"
    }
    return (unpack.map { [$0] } ?? [])
      + files.map { file in
        let place = ShellWord.quoted(file.path)
        if file.isRemoved { return "rm -f \(place)" }
        let temporary = ShellWord.quoted(file.temporaryPath)
        return "install -D -m 0644 \(start)/\(ShellWord.quoted(file.name)) \(temporary) && mv -f \(temporary) \(place)"
      }
  }

  /// What is to be done before anything else; `nil` where there is nothing.
  var preparation: String? {
    revision.map {
      """
      Check \(MarkdownText.code($0)) out first, and go on in that folder: `git worktree add --detach FOLDER \
      \(ShellWord.quoted($0))`.
      """
    }
  }
}
