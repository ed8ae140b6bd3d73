import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// Files of 1.x that replace the CRI section of an earlier one, and what is lost by it.
enum ReplacedSectionCheck {
  static func check(_ reading: SetReading, _ bag: inout DiagnosticBag) {
    guard Containerd.Merging.way(of: reading.release.version)?.pluginTables == .replaced else { return }
    var last: (file: Int, table: ContainerdFile.Table)?
    for index in reading.files.indices {
      guard let table = reading.tables(of: index).first?.table else { continue }
      if let last { report(table, in: index, over: last, reading, &bag) }
      last = (index, table)
    }
  }

  private static func report(
    _ table: ContainerdFile.Table, in file: Int, over earlier: (file: Int, table: ContainerdFile.Table),
    _ reading: SetReading, _ bag: inout DiagnosticBag
  ) {
    let lost = LostSettings(of: earlier.table.key.value, under: table.key.value)
    guard !lost.settings.isEmpty else { return }
    let name = reading.set.files[earlier.file].shortName
    let count = lost.settings.count == 1 ? "its one other setting is lost" : "\(lost.settings.count) settings are lost"
    bag.error(
      "dropin-replaces-cri",
      "on \(reading.files[file].containerd) this table replaces the whole CRI section of \(name): \(count)",
      at: table.key.keyRange, notes: lost.notes(in: name),
      help: "put these settings into \(name), or repeat its whole CRI section here")
  }
}
