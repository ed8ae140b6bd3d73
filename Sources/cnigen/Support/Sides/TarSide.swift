import ArtifactIO
import Diagnostics
import Difference
import Fleet

/// A tar as a side: what `build --emit tar` has written.
struct TarSide {
  private let path: String
  private let reading: SideReading

  init(_ path: String, _ reading: SideReading) {
    self.path = path
    self.reading = reading
  }

  func read(from input: inout Input, into bag: inout DiagnosticBag) throws -> Side? {
    guard let target = reading.standIn(&bag) else { return nil }
    var nodes = NodeFolders(for: target, reading)
    do {
      try TarReading.forEachFile(of: path) { (name, bytes) throws(FileFault) in
        guard let place = nodes.place(of: name) else { return }
        try nodes.add(place, shown: "\(path):\(name)", bytes)
      }
    } catch {
      Console.say(error.description)
      throw ExitStatus.unreadableInput
    }
    return try nodes.side(path)
  }
}
