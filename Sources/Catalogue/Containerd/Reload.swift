package import NetworkTypes

extension Containerd {
  /// How containerd notices that files of its CNI folder changed, and what happens to the folder itself.
  package enum Reload {
    /// Whether something that is done to the folder is noticed.
    package enum Noticed: String, Sendable, Hashable {
      case yes
      case no
      /// Not by itself: what happens next in the folder then fails on it, or meets a half-written file.
      case badly
    }

    /// How a release notices changes; `nil` for one that is not catalogued.
    package static func mechanism(in release: Version) -> ContainerdLine.Reload? {
      Catalogue.containerdLine(release)?.reload
    }

    /// The mechanisms in words.
    package static let mechanisms: [Change] = [
      Change(
        .only("1.3"),
        "conf_dir is read again at every Status call of the CRI; it need not exist and is not made"),
      Change(
        .since("1.4"),
        """
        conf_dir, and the cni_conf_dir of each runtime, is watched by fsnotify, without polling; any event on any name \
        in it reads everything again
        """),
    ]

    /// Events of the folder that bring a reload, and those that do not (1.4 and later).
    package static let eventsThatReload: [String] = ["WRITE", "REMOVE", "RENAME"]
    package static let eventsIgnored: [String] = ["CREATE", "CHMOD"]

    /// What people do to the folder, and whether containerd 1.4 and later notices.
    package static let actions: [(action: String, noticed: Noticed)] = [
      (
        "mv FILE from another directory on the same filesystem into conf_dir (new name or over an existing file)", .no
      ),
      ("ln / ln -s into conf_dir", .no),
      ("touch / chmod", .no),
      ("write through a symlink target outside conf_dir", .no),
      ("create an empty file with a matching extension", .badly),
      ("write a temp file in conf_dir, then rename it there", .yes),
      ("cp / echo > / editor write in place", .badly),
      ("rm", .yes),
    ]

    /// How to put a file in place so that it is read once, and whole.
    package static let safeWrite = """
      write a temporary file inside conf_dir whose name ends in none of the three extensions, fsync it, rename it \
      within conf_dir
      """

    /// The config file itself is never read again.
    package static let configFile = "never; containerd must be restarted"

    /// Whether and how a release makes conf_dir at its start.
    package static func creation(in release: Version) -> Change? { creations.first { $0.span.contains(release) } }

    /// What happens to a release when conf_dir is removed or renamed.
    package static func removal(in release: Version) -> Change? { removals.first { $0.span.contains(release) } }

    private static let creations: [Change] = [
      Change(.only("1.3"), "not created"),
      Change(.from("1.4.0", to: "1.6.16"), "conf_dir and missing parents are created 0700"),
      Change(.since("1.6.17"), "the parent is created 0755, conf_dir 0700"),
    ]

    private static let removals: [Change] = [
      Change(
        .from("1.4", to: "2.0"), "the watch is lost without an error; later files are not seen until a restart"),
      Change(
        .since("2.1"),
        """
        containerd exits: level=fatal msg="Failed to run CRI service" error="cni network conf monitor error: cni conf \
        dir is removed, stop watching"
        """),
    ]
  }
}
