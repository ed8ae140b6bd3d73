extension MessageAdvice {
  /// What libcni says of a plugin that did not come back as it should, and what a plugin says that was called by hand.
  static let ofCalls: [MessageAdvice] = [
    MessageAdvice(
      "netplugin failed", ["plugin-does-not-answer"],
      """
      run the binary by hand: CNI_COMMAND=VERSION BINARY has to print its versions; cnigen probe does that for all. \
      signal: killed and deadline exceeded are a time limit or a lack of memory, exec format error another architecture
      """,
      cause: "the plugin's binary was killed, could not be started, or printed something that is no answer"),
    MessageAdvice(
      "fork exec", ["plugin-does-not-answer"],
      """
      exec format error: a binary for another architecture; permission denied: it may not be run (chmod 0755, or a file \
      system with noexec); no such file: its loader is missing, so install the static plugins; text file busy: it is \
      being replaced, and has to be renamed into its place
      """,
      cause: "the plugin's binary is there and cannot be started", isEveryday: true),
    MessageAdvice(
      "exec format error", ["plugin-does-not-answer"], "file BINARY tells what it was built for",
      cause: "the plugin's binary is for another architecture, or was cut off in a download", isEveryday: true),
    MessageAdvice(
      "env variables missing", [], byHand,
      cause: "the plugin was run by hand, without the environment that a runtime gives it", isEveryday: true),
    MessageAdvice(
      "CNI_COMMAND env variable missing", [], byHand,
      cause: "the plugin was run by hand, without the environment that a runtime gives it"),
    MessageAdvice(
      "cached result: decoding version", [],
      "remove the empty file in /var/lib/cni/results that has the container's id in its name",
      cause: "a crash left an empty result of an earlier ADD"),
    MessageAdvice(
      "no space left on device", [], "df -h /var/lib/cni; df -i /var/lib/cni",
      cause: "the disk under /var/lib/cni or /run is full: leases and results cannot be written", isEveryday: true),
    MessageAdvice(
      "read only file system", [],
      "host-local's dataDir (/var/lib/cni/networks) and /var/lib/cni/results have to be writable",
      cause: "a folder that plugins or libcni write to is mounted read-only", isEveryday: true),
  ]

  private static let byHand = "plugins are called by a runtime; cnigen try attaches a throw-away container"
}
