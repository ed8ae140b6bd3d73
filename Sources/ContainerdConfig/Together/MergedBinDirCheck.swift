import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// `bin_dir` in one file and `bin_dirs` in another.
enum MergedBinDirCheck {
  static func check(_ reading: SetReading, _ bag: inout DiagnosticBag) {
    let folders = BinDirsInForce(reading)
    guard reading.release.version >= "2.1.0", let single = folders.single, let list = folders.list,
      let outcome = folders.outcome, single.file != list.file
    else { return }
    let later = single.file > list.file ? single : list
    let earlier = single.file > list.file ? list : single
    let place = Diagnostic.Note(
      "\(earlier.member.key) stands in \(reading.set.files[earlier.file].shortName)", at: earlier.member.keyRange)
    if outcome.winner == .neither {
      bag.error(
        "bin-dirs-conflict", "bin_dir and bin_dirs come together when the files are merged",
        at: later.member.keyRange,
        notes: [
          place, Diagnostic.Note("effect: \(outcome.effect)"), Diagnostic.Note("the node shows: \(outcome.message)"),
        ], help: "write bin_dirs in all files")
    } else {
      bag.warning(
        "bin-dirs-conflict", "bin_dir wins over bin_dirs when the files are merged", at: later.member.keyRange,
        notes: [place, Diagnostic.Note("effect: \(outcome.effect)")], help: "write one of the two in all files")
    }
  }
}
