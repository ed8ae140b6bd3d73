package import NetworkTypes

extension Containerd {
  /// How containerd puts a root file and its drop-ins together.
  package struct Merging: Sendable, Hashable {
    /// What happens to the table of a plugin that two files set.
    package enum Tables: String, Sendable, Hashable {
      /// The later file's replaces the whole of it, keys that it does not name included.
      case replaced
      /// Key by key; arrays are replaced, and an empty array or zero overrides.
      case merged
    }

    /// Releases that merge so.
    package let span: ReleaseSpan
    package let pluginTables: Tables
    /// What happens to keys at the top, in words.
    package let topLevelScalars: String
    package let topLevelArrays: String
    /// What happens to other maps, in words; empty where they are as plugin tables.
    package let otherMaps: String

    /// The ways, oldest first.
    package static let ways: [Merging] = [
      Merging(
        span: .from("1.3.0", to: "1.7"), pluginTables: .replaced, topLevelScalars: "the last that is not empty wins",
        topLevelArrays: "appended, such as disabled_plugins",
        otherMaps: "timeouts (1.4 and later), stream_processors, proxy_plugins: key by key, the value replaced"),
      Merging(
        span: .since("2.0.0"), pluginTables: .merged, topLevelScalars: "the last that is not empty wins",
        topLevelArrays: "appended without repeats", otherMaps: ""),
    ]

    /// How a release merges.
    package static func way(of release: Version) -> Merging? { ways.first { $0.span.contains(release) } }
  }

  /// What the version line of a drop-in does.
  package struct DropInVersion: Sendable, Hashable {
    /// Which files are brought to the native schema, and when.
    package enum Migration: String, Sendable, Hashable {
      /// None: the merged result is read by its version.
      case none
      /// The merged result, once; the last version that is not zero decides for all of it.
      case once
      /// Each file by its own version, before merging.
      case eachFile
    }

    /// Releases that do so.
    package let span: ReleaseSpan
    package let migration: Migration
    /// What a drop-in without a version line means.
    package let absent: String
    /// What one of a lower version than the root file does.
    package let lower: String
    /// What one of a higher version than the root file does.
    package let higher: String
    /// Whether a higher version is refused.
    package let refusesHigher: [ReleaseSpan]

    /// The ways, oldest first. No release demands a version line in a drop-in.
    package static let ways: [DropInVersion] = [
      DropInVersion(
        span: .from("1.3.0", to: "1.7"), migration: .none, absent: "takes that of the other files",
        lower: """
          version = 1 in a drop-in turns the whole merged result into schema 1: tables named by URI stop working, and \
          all plugin settings go back to defaults
          """,
        higher: """
          its tables are ignored in silence up to 1.6.31 and 1.7.16; later it is an error: failed to load TOML from \
          DROPIN: unsupported config version `3`
          """,
        refusesHigher: [.from("1.6.32", to: "1.6"), .from("1.7.17", to: "1.7")]),
      DropInVersion(
        span: .from("2.0.0", to: "2.2"), migration: .once,
        absent: """
          table names are taken as they are, in the schema of the files merged so far; grpc.v1.cri tables under a root \
          file of version 3 are ignored with a warning
          """,
        lower: """
          root file 3, drop-in 2: the result is read as schema 2; for keys that both set the root file's values win, \
          but bin_dir replaces bin_dirs
          """,
        higher: "root file 2, drop-in 3: the root file's whole CRI section is dropped; above 3 it is an error",
        refusesHigher: []),
      DropInVersion(
        span: .since("2.3.0"), migration: .eachFile,
        absent: "counts as version 0 or 1 and is brought to the native schema; old and new table names work",
        lower: "allowed; the old table name works",
        higher: """
          an error: drop-in config version 3 higher than root config version 2. Under a root file without a version \
          the first later file's is the limit
          """,
        refusesHigher: [.since("2.3.0")]),
    ]

    /// What a release does.
    package static func way(of release: Version) -> DropInVersion? { ways.first { $0.span.contains(release) } }
  }
}
