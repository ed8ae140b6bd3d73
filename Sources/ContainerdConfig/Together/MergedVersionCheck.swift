import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// The versions of files that are read together.
enum MergedVersionCheck {
  static func check(_ reading: SetReading, _ bag: inout DiagnosticBag) {
    guard let way = reading.way else { return }
    if way.migration == .eachFile {
      higher(than: reading.files.compactMap(\.statedSchema).first { $0 > 0 }, way, reading, &bag)
    } else {
      differing(way, reading, &bag)
    }
  }

  /// Releases that bring each file to the newest schema refuse a drop-in that is ahead of the root file.
  private static func higher(
    than limit: Int?, _ way: Containerd.DropInVersion, _ reading: SetReading, _ bag: inout DiagnosticBag
  ) {
    guard let limit else { return }
    for file in reading.files.dropFirst() {
      guard let version = file.version, let stated = file.statedSchema, stated > limit else { continue }
      bag.error(
        "dropin-schema",
        "\(file.containerd) does not start: this file states version \(stated), the first one \(limit)",
        at: version.value.range,
        notes: place(of: limit, reading)
          + [
            Diagnostic.Note(
              "the node shows: drop-in config version \(stated) higher than root config version \(limit)")
          ], help: "state one version in all files")
    }
  }

  /// Elsewhere one version decides for all files, and tables of another one are lost.
  private static func differing(
    _ way: Containerd.DropInVersion, _ reading: SetReading, _ bag: inout DiagnosticBag
  ) {
    guard let decisive = reading.decisive, let version = reading.files[decisive.file].version else { return }
    for (index, file) in reading.files.enumerated() {
      for table in file.tables where reading.schema(of: table, in: index) == nil {
        let stated = file.statedSchema.map { $0 > 0 ? $0 : 1 }
        // A file that is wrong by itself has been told of.
        guard stated != decisive.version, index != decisive.file else { continue }
        let isRefused = file.release.version < "2.0.0" && decisive.version == 2 && table.schema == 1
        bag.error(
          "dropin-schema",
          isRefused
            ? "\(file.containerd) does not start: version \(decisive.version) of another file does not allow this table"
            : "\(file.containerd) ignores this table: version \(decisive.version) of another file counts for all",
          at: table.key.keyRange,
          notes: [Diagnostic.Note("the version that counts", at: version.value.range)]
            + (isRefused
              ? [
                Diagnostic.Note(
                  "the node shows: invalid plugin key URI \"\(table.key.key)\" expect io.containerd.x.vx")
              ] : LostSettings(of: table.key.value, under: nil).notes(in: reading.set.files[index].shortName)),
          help: "state version = \(max(table.schema, 2)) in all files, and name the tables as that schema does")
      }
    }
    mixed(way, reading, &bag)
  }

  /// Root file 3 and drop-in 2 on 2.0 to 2.2: both are read, but not as the order of the files says.
  private static func mixed(
    _ way: Containerd.DropInVersion, _ reading: SetReading, _ bag: inout DiagnosticBag
  ) {
    guard way.migration == .once, let decisive = reading.decisive, decisive.file > 0, decisive.version == 2,
      let version = reading.files[decisive.file].version, (reading.files[0].statedSchema ?? 0) > 2
    else { return }
    bag.warning(
      "dropin-schema",
      "every file that \(reading.files[0].containerd) reads together must state one schema", at: version.value.range,
      notes: place(of: reading.files[0].statedSchema, reading) + [Diagnostic.Note("effect: \(way.lower)")],
      help: "state the version of \(reading.set.root.shortName)")
  }

  private static func place(of version: Int?, _ reading: SetReading) -> [Diagnostic.Note] {
    let file = reading.files.first { $0.statedSchema == version }
    return file?.version.map { [Diagnostic.Note("the other version", at: $0.value.range)] } ?? []
  }
}
