import CNIModel
import Diagnostics
import Syntax
import TestSupport

/// A conflist of a test's own, and its text for places.
struct Conflist {
  let list: NetworkList
  let files: SourceFiles
  private let id: FileID

  init(_ text: String) throws {
    var files = SourceFiles()
    id = files.add(SourceFile(name: "net.conflist", bytes: Array(text.utf8)))
    self.files = files
    var bag = DiagnosticBag()
    guard let tree = JSONReader.read(id, Array(text.utf8), into: &bag) else { throw Trouble("no JSON: \(text)") }
    list = NetworkList(Value(json: tree), fileName: "net.conflist")
  }

  /// The text of a place.
  func text(_ range: SourceRange) -> String { files[id].text(range) }
}
