package import CNIModel
package import Diagnostics
package import Syntax

/// A template as read: the part of a profile that it stands for, with holes.
package struct Template: Sendable {
  /// Its name; in `template:` of a profile a shipped one is called by it.
  package var name: Located<String>?
  /// What it is for, in one line.
  package var summary = ""
  package var parameters: [Parameter] = []
  /// The sections of a profile that it brings, as they stand in the file.
  package var body: [Node.Member] = []
  /// The file that it was read from.
  package let document: FileID
  /// The whole document.
  package let range: SourceRange

  init(document: FileID, range: SourceRange) {
    self.document = document
    self.range = range
  }
}
