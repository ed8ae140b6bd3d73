import Diagnostics

/// The rules about how the files of a folder are named.
extension Rule {
  /// A hidden file that is read.
  package static let hiddenFileLoads = Rule(
    reading: "hidden-file-loads", .warning, "a hidden file that counts as a network",
    effect: """
      A dot at the start of a name hides a file from people alone. containerd, libcni and nerdctl read it, and it \
      stands before all names that begin with a digit.
      """,
    wrong: ".10-old.conflist\n10-a.conflist", right: "10-a.conflist", facts: ["containerd: hidden_files_loaded"])

  /// A backup that is not.
  package static let backupIgnored = Rule(
    reading: "backup-ignored", .note, "a backup or temporary file, which no program reads",
    effect: "The last extension of a name decides, so that 10-a.conflist.bak and 10-a.conflist~ are read past.",
    wrong: "10-a.conflist.bak", right: "10-a.conflist", facts: ["containerd: temp_file_names"])

  /// An extension in upper case.
  package static let extensionCase = Rule(
    reading: "extension-case", .warning, "an extension in upper case, which no program reads",
    effect: "Extensions count in exactly the letter case of .conf, .conflist and .json; others are read past.",
    wrong: "10-a.CONFLIST", right: "10-a.conflist", facts: ["containerd: extensions"])

  /// Numbers that sort as texts do.
  package static let orderByBytes = Rule(
    reading: "order-by-bytes", .warning, "numbers in file names that do not sort by their values",
    effect: """
      Names are compared byte by byte, so that 9-a.conflist stands after 10-b.conflist. containerd gives the first \
      file to eth0 and opens only as many as max_conf_num says.
      """,
    wrong: "9-a.conflist\n10-b.conflist", right: "09-a.conflist\n10-b.conflist", facts: ["containerd: sort"])

  /// What an older installation left behind.
  package static let leftoverConf = Rule(
    reading: "leftover-conf", .warning, "a .conf or .json of a network that has a .conflist",
    effect: """
      A search by name finds the .conflist. containerd takes what stands first by name, which can be the other one.
      """,
    wrong: "05-a.conf\n10-a.conflist", right: "10-a.conflist", facts: ["libcni: order"])

  /// A folder that adds plugins to a network.
  package static let folderMerged = Rule(
    reading: "folder-merged", .warning, "a folder with the name of a network",
    effect: """
      From libcni 1.3.0 on (containerd 2.1) every .conf in it becomes a plugin of the network, after those of the \
      list, unless loadOnlyInlinedPlugins is true. Older ones read past it. Changes in it bring no reload.
      """,
    wrong: "10-web.conflist\nweb/20-tuning.conf", right: "10-web.conflist", facts: ["containerd: libcni_1_3_extras"])
}
