import Diagnostics
import Difference

/// A file of a revision as a side, with everything that it names from the same revision.
struct GitSide {
  private let place: GitPlace
  private let reading: SideReading

  init(_ place: GitPlace, _ reading: SideReading) {
    self.place = place
    self.reading = reading
  }

  func read(from input: inout Input, into bag: inout DiagnosticBag) throws -> Side? {
    let title = "git:\(place.revision):\(place.path)"
    let found: (revision: GitRevision, bytes: [UInt8])
    do throws(GitFault) {
      let revision = try GitRevision.named(place.revision)
      guard let bytes = try revision.file(place.path) else {
        throw GitFault("the revision has no such file; paths begin in the folder that you are in")
      }
      found = (revision, bytes)
    } catch {
      Console.say("cannot read \(title): \(error.reason)")
      throw ExitStatus.unreadableInput
    }
    let file = SourceFile(name: title, bytes: found.bytes)
    let id = input.add(file, of: found.revision, at: place.path)
    return try reading.read(file, id, called: title, from: &input, into: &bag)
  }
}
