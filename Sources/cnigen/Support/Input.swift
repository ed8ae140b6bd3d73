import ArgumentParser
import ArtifactIO
import Diagnostics
import Syntax

/// The files that a command has read, and their trees.
struct Input {
  private(set) var files = SourceFiles()
  private var trees: [(id: FileID, tree: Node)] = []
  /// Files that come from revisions of a git repository, and their paths there.
  private(set) var revisions: [(id: FileID, revision: GitRevision, path: String)] = []

  /// Reads a file into memory. A file that cannot be read ends the command.
  mutating func read(_ path: String) throws -> (id: FileID, file: SourceFile) {
    do {
      let file = SourceFile(name: path == "-" ? "<stdin>" : path, bytes: try FileReading.read(path))
      return (files.add(file), file)
    } catch {
      Console.say(error.description)
      throw ExitStatus.unreadableInput
    }
  }

  /// Takes in a file that somebody else has read.
  mutating func add(_ name: String, _ bytes: [UInt8]) -> FileID { add(SourceFile(name: name, bytes: bytes)) }

  /// Takes in a file that somebody else has read.
  mutating func add(_ file: SourceFile) -> FileID { files.add(file) }

  /// Takes in a file of a revision; what it names is read from there too.
  mutating func add(_ file: SourceFile, of revision: GitRevision, at path: String) -> FileID {
    let id = files.add(file)
    revisions.append((id, revision, path))
    return id
  }

  /// Remembers the tree of a file, so that places in it have pointers.
  mutating func remember(_ tree: Node, of id: FileID) { trees.append((id, tree)) }

  /// The JSON pointer of a place.
  func pointer(to range: SourceRange) -> String? {
    trees.first { $0.id == range.file }?.tree.pointer(to: range)
  }
}
