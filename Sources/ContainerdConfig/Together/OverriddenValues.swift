import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// Settings of CNI that several files make, with the one that is in force.
enum OverriddenValues {
  static func report(_ reading: SetReading, _ bag: inout DiagnosticBag) {
    for key in Containerd.cniKeys(in: reading.release.version) {
      let all = reading.settings(of: key.name)
      guard let winner = reading.inForce(key.name) else { continue }
      for setting in all where setting.member.keyRange != winner.member.keyRange {
        guard setting.member.value.scalar != winner.member.value.scalar || winner.member.value.scalar == nil else {
          continue
        }
        bag.note(
          "config-value-overridden",
          "\(key.name) is not in force: \(reading.set.files[winner.file].shortName) sets another value",
          at: setting.member.keyRange,
          notes: [Diagnostic.Note("the value that is in force", at: winner.member.value.range)],
          help: "keep one of the two")
      }
    }
  }
}
