/// Folders that are made one after another: very many, and each soon forgotten.
package protocol FolderSource: Sendable {
  /// How many folders there are. They are numbered in the order in which their paths stand in a sorted list.
  var count: Int { get }

  /// What files of several folders have in common; a page names them by their index.
  var files: [SharedFile] { get }

  /// Puts a folder's name and files on a page.
  ///
  /// - Parameter contents: whether the bytes are wanted; if not, only the names are.
  func fill(_ page: inout FolderPage, with number: Int, contents: Bool)
}

/// One folder with all its files. The page of one folder is used again for the next, and so is its memory.
package struct FolderPage: Sendable {
  /// The name of the folder in UTF-8, checked where it was read; empty for the output folder itself, which only streams
  /// have.
  package private(set) var name: [UInt8] = []
  /// The files one behind the other.
  package private(set) var bytes: [UInt8] = []
  /// The files in the order in which they are written: the index of what they share, and where their bytes end.
  package private(set) var files: [(shared: Int, end: Int)] = []

  package init() {}

  /// Begins the page of a folder.
  package mutating func begin(_ name: some Collection<UInt8>) {
    self.name.removeAll(keepingCapacity: true)
    self.name.append(contentsOf: name)
    bytes.removeAll(keepingCapacity: true)
    files.removeAll(keepingCapacity: true)
  }

  /// Adds a file.
  ///
  /// - Parameter write: appends its bytes.
  package mutating func add(_ shared: Int, _ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    files.append((shared, bytes.count))
  }

  /// What stands before the paths of the files below the output folder: the folder's name with a slash.
  package var path: [UInt8] { name.isEmpty ? [] : name + [UInt8(ascii: "/")] }

  /// The bytes of a file by its place in the page.
  package func range(of index: Int) -> Range<Int> { (index == 0 ? 0 : files[index - 1].end)..<files[index].end }

  /// The sums of the files, in their order.
  func appendDigests(_ shared: [SharedFile], to digests: inout [SHA256.Digest]) {
    bytes.withUnsafeBytes { buffer in
      for index in files.indices {
        digests.append(
          shared[files[index].shared].digest(of: UnsafeRawBufferPointer(rebasing: buffer[range(of: index)])))
      }
    }
  }
}

extension FolderSource {
  /// The folders in pieces of some size.
  func chunks(of size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }
}
