import Glibc

/// Reads the files of a tar stream one after the other, in the forms that `TarForm` and the usual tools write: ustar,
/// with long names of pax or GNU.
package enum TarReading {
  /// No file of a tar may be larger.
  private static let maximumSize = FileReading.maximumSize

  /// Calls the body with the path and the bytes of every file, in the order of the stream.
  ///
  /// - Parameter path: the file; `-` is standard input.
  package static func forEachFile(of path: String, _ body: (String, [UInt8]) -> Void) throws(FileFault) {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFault.last(.read, path) }
    defer { if path != "-" { close(descriptor) } }
    var stream = TarStream(descriptor: descriptor, path: path)
    var longName: String?
    while let header = try stream.header() {
      guard header.size <= maximumSize else {
        throw FileFault(.read, path, "a file in it is larger than \(maximumSize >> 20) MiB, and more is not read")
      }
      let content = try stream.take(header.size)
      try stream.skip(to: TarHeader.blockSize, after: header.size)
      switch header.kind {
      case UInt8(ascii: "x"): longName = paxPath(content) ?? longName
      case UInt8(ascii: "L"): longName = String(decoding: content.prefix { $0 != 0 }, as: UTF8.self)
      case UInt8(ascii: "g"): break
      case UInt8(ascii: "0"), 0:
        body(plain(longName ?? header.name), content)
        longName = nil
      default: longName = nil
      }
    }
  }

  /// Without `./` before it.
  private static func plain(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }

  /// The path of a pax record: lines of a length, a key and a value.
  private static func paxPath(_ record: [UInt8]) -> String? {
    var rest = record[...]
    while let space = rest.firstIndex(of: UInt8(ascii: " ")) {
      let digits = String(decoding: rest[rest.startIndex..<space], as: UTF8.self)
      guard let length = Int(digits), length > digits.utf8.count + 1, length <= rest.count else { return nil }
      let line = rest[(space + 1)..<(rest.startIndex + length - 1)]
      if line.starts(with: Array("path=".utf8)) { return String(decoding: line.dropFirst(5), as: UTF8.self) }
      rest = rest.dropFirst(length)
    }
    return nil
  }
}

/// A tar stream, read block by block.
private struct TarStream {
  let descriptor: Int32
  let path: String
  private var buffer: [UInt8] = []
  private var start = 0

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  struct Header {
    let name: String
    let size: Int
    let kind: UInt8
  }

  /// The next header; `nil` at the end.
  mutating func header() throws(FileFault) -> Header? {
    let block = try take(TarHeader.blockSize, mayEnd: true)
    guard block.count == TarHeader.blockSize, block.contains(where: { $0 != 0 }) else { return nil }
    guard sum(of: block) == octal(block[148..<156]), let size = octal(block[124..<136]) else {
      throw FileFault(.read, path, "it is no tar, or a compressed one; unpack it first")
    }
    let prefix = block[257..<262].elementsEqual("ustar".utf8) ? text(block[345..<500]) : ""
    let name = text(block[0..<100])
    return Header(name: prefix.isEmpty ? name : "\(prefix)/\(name)", size: size, kind: block[156])
  }

  /// Some bytes. A stream that ends before them was cut off.
  mutating func take(_ count: Int, mayEnd: Bool = false) throws(FileFault) -> [UInt8] {
    while buffer.count - start < count {
      buffer.removeFirst(start)
      start = 0
      let filled = buffer.count
      buffer.append(contentsOf: repeatElement(0, count: max(1 << 18, count - filled)))
      let room = buffer.count - filled
      let got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + filled }, room) }
      buffer.removeLast(room - max(0, got))
      if got < 0 {
        if errno == EINTR { continue }
        throw FileFault.last(.read, path)
      }
      if got == 0 {
        if mayEnd, buffer.isEmpty { return [] }
        throw FileFault(.read, path, "it ends in the middle of a file")
      }
    }
    defer { start += count }
    return Array(buffer[start..<(start + count)])
  }

  /// Skips what fills a content up to whole blocks.
  mutating func skip(to unit: Int, after size: Int) throws(FileFault) {
    let rest = size % unit
    if rest > 0 { _ = try take(unit - rest) }
  }

  /// The sum counts its own field as spaces.
  private func sum(of block: [UInt8]) -> Int {
    block.indices.reduce(0) { $0 + Int((148..<156).contains($1) ? UInt8(ascii: " ") : block[$1]) }
  }

  private func octal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == UInt8(ascii: " ") }.prefix { (0x30...0x37).contains($0) }
    return digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }

  private func text(_ field: ArraySlice<UInt8>) -> String { String(decoding: field.prefix { $0 != 0 }, as: UTF8.self) }
}
