package import NetworkTypes

extension Containerd {
  /// What becomes of `bin_dir` and `bin_dirs` in one config.
  package struct BinDirsOutcome: Sendable, Hashable {
    /// Which key counts.
    package enum Winner: String, Sendable, Hashable {
      case binDir = "bin_dir"
      case binDirs = "bin_dirs"
      /// Neither: the CRI plugin is not loaded.
      case neither
    }

    package let winner: Winner
    /// What the log says; empty where it says nothing.
    package let message: String
    /// What happens, in one line.
    package let effect: String

    package init(_ winner: Winner, message: String = "", effect: String) {
      self.winner = winner
      self.message = message
      self.effect = effect
    }
  }

  /// What a release does with both keys in the CNI table, also where they come from two files that are merged.
  ///
  /// - Parameters:
  ///   - schema: the schema of the file.
  ///   - isDefault: whether `bin_dirs` is absent or has exactly its default.
  package static func bothBinDirs(in release: Version, schema: Int, binDirsIsDefault isDefault: Bool) -> BinDirsOutcome
  {
    guard release >= "2.1.0" else {
      return BinDirsOutcome(
        .binDir, message: release >= "2.0.0" ? #"Ignoring unknown key in TOML for plugin ... key="cni bin_dirs""# : "",
        effect: "bin_dirs is an unknown key, which 2.0 warns of and 1.x does not; bin_dir is used")
    }
    guard schema >= 3 else { return BinDirsOutcome(.binDir, effect: "bin_dir wins, without a message") }
    guard !isDefault else {
      return BinDirsOutcome(
        .binDir, message: "`bin_dir` is deprecated, please use `bin_dirs` instead",
        effect: "bin_dir is used, with a warning that it is deprecated")
    }
    return BinDirsOutcome(
      .neither,
      message: "invalid plugin config: `cni.bin_dir` and `cni.bin_dirs` cannot be set at the same time",
      effect: """
        the CRI plugin is not loaded and containerd keeps running; calls of the CRI answer: rpc error: code = \
        Unimplemented desc = unknown service runtime.v1.RuntimeService. `config dump` does not catch it
        """)
  }
}
