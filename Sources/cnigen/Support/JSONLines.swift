import ArtifactIO
import Emission

/// Files for other tools: an object a file, a line each.
struct JSONLines: FolderStream.Form {
  private let shared: [SharedFile]

  /// - Parameter shared: what the files of the source share.
  init(_ shared: [SharedFile]) { self.shared = shared }

  /// Every line has the sum of its file.
  var hasSums: Bool { false }

  /// Every file that a build makes is text.
  func append(_ page: FolderPage, _ digests: ArraySlice<SHA256.Digest>, to output: inout [UInt8]) {
    for index in page.files.indices {
      let path = page.path + shared[page.files[index].shared].path
      let line = JSONWriter.line(
        .object([
          .init("path", .string(String(decoding: path, as: UTF8.self))),
          .init("sha256", .string(digests[digests.startIndex + index].hex)),
          .init("text", .string(String(decoding: page.bytes[page.range(of: index)], as: UTF8.self))),
        ]))
      output.append(contentsOf: line.utf8)
      output.append(UInt8(ascii: "\n"))
    }
  }

  func beginSums(size: Int, to output: inout [UInt8]) {}

  func endSums(size: Int, to output: inout [UInt8]) {}
}
