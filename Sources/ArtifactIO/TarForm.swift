/// Folders as one tar stream: each before what lies in it, the sums last. The same bytes for the same folders on any
/// machine.
package struct TarForm: FolderStream.Form {
  private let shared: [SharedFile]

  /// - Parameter shared: what the files of the source share.
  package init(_ shared: [SharedFile]) { self.shared = shared }

  package var hasSums: Bool { true }

  package func append(_ page: FolderPage, _ digests: ArraySlice<SHA256.Digest>, to output: inout [UInt8]) {
    var path = page.path
    let base = path.count
    if base > 0 { TarHeader.append(path, .folder, size: 0, to: &output) }
    var inner: ArraySlice<UInt8> = []
    for index in page.files.indices {
      let file = shared[page.files[index].shared].path
      for slash in file.indices where file[slash] == UInt8(ascii: "/") && !inner.starts(with: file[...slash]) {
        inner = file[...slash]
        path.removeLast(path.count - base)
        path.append(contentsOf: inner)
        TarHeader.append(path, .folder, size: 0, to: &output)
      }
      path.removeLast(path.count - base)
      path.append(contentsOf: file)
      let range = page.range(of: index)
      TarHeader.append(path, .file, size: range.count, to: &output)
      output.append(contentsOf: page.bytes[range])
      TarHeader.pad(after: range.count, &output)
    }
  }

  package func beginSums(size: Int, to output: inout [UInt8]) {
    TarHeader.append(Checksums.fileName.utf8, .file, size: size, to: &output)
  }

  package func endSums(size: Int, to output: inout [UInt8]) {
    TarHeader.pad(after: size, &output)
    TarHeader.end(&output)
  }
}
