import Glibc

/// Reads the files of a tar stream one after the other, in the forms that `TarForm` and the usual tools write: ustar,
/// with long names of pax or GNU. Anything but files in it counts for nothing, links too.
package enum TarReading {
  /// No file of a tar may be larger.
  package static let maximumSize = FileReading.maximumSize

  /// Calls the body with the path and the bytes of every file, in the order of the stream. Paths stay in the tar and
  /// hold no control characters, and files hold no zero byte: a build makes text.
  ///
  /// - Parameter path: the file; `-` is standard input.
  package static func forEachFile(
    of path: String, _ body: (String, [UInt8]) throws(FileFault) -> Void
  ) throws(FileFault) {
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
        let name = plain(longName ?? header.name)
        try check(name, content, path)
        try body(name, content)
        longName = nil
      default: longName = nil
      }
    }
  }

  /// Refuses what no build makes: it was not put there by one, whatever it is.
  private static func check(_ name: String, _ content: [UInt8], _ path: String) throws(FileFault) {
    guard !name.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) else {
      throw FileFault(.read, path, "a path in it has control characters, and no build makes such a one")
    }
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      throw FileFault(.read, path, "the path \(name) in it leads out of it, and no build makes such a one")
    }
    guard !content.contains(0) else {
      throw FileFault(.read, path, "\(name) in it is no text, and a build makes nothing else")
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
  ///
  /// Memory is used as far as there are bytes, whatever a header says.
  mutating func take(_ count: Int, mayEnd: Bool = false) throws(FileFault) -> [UInt8] {
    var failure: FileFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
      while filled < count {
        if start == buffer.count, !refill(&failure) { return }
        let part = min(count - filled, buffer.count - start)
        _ = target[filled..<(filled + part)].initialize(fromContentsOf: buffer[start..<(start + part)])
        start += part
        filled += part
      }
    }
    if let failure { throw failure }
    guard bytes.count == count || (mayEnd && bytes.isEmpty) else {
      throw FileFault(.read, path, "it ends in the middle of a file")
    }
    return bytes
  }

  /// Reads a further piece into the buffer; `false` at the end, and where the system refuses.
  private mutating func refill(_ failure: inout FileFault?) -> Bool {
    start = 0
    let (descriptor, path) = (descriptor, path)
    buffer = [UInt8](unsafeUninitializedCapacity: 1 << 18) { target, filled in
      while true {
        let count = read(descriptor, target.baseAddress, target.count)
        if count >= 0 {
          filled = count
          return
        }
        guard errno == EINTR else {
          failure = FileFault.last(.read, path)
          return
        }
      }
    }
    return !buffer.isEmpty
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
