/// Headers of a tar stream in the POSIX form (ustar, with pax records for long names). Owner, group and times are
/// zero, so that the same files give the same bytes on any machine.
package enum TarHeader {
  /// What an entry is.
  package enum Kind: UInt8, Sendable {
    case file = 0x30
    case folder = 0x35
    /// A pax record for the entry behind it.
    case extended = 0x78
  }

  /// The size of a header, and the unit in which contents are filled up.
  package static let blockSize = 512

  /// Appends the header of an entry.
  ///
  /// - Parameters:
  ///   - path: the entry's path in UTF-8, with slashes; of a folder with one at the end.
  ///   - size: the bytes of the content, which the caller appends, filled up with `pad`.
  package static func append(
    _ path: some Collection<UInt8>, _ kind: Kind, size: Int, to output: inout [UInt8]
  ) {
    if path.count <= 100 {
      appendBlock(name: path, prefix: EmptyCollection(), kind, size: size, to: &output)
    } else if let slash = split(path) {
      appendBlock(
        name: path[path.index(after: slash)...], prefix: path[..<slash], kind, size: size, to: &output)
    } else {
      appendRecord(path, to: &output)
      appendBlock(name: path.prefix(100), prefix: EmptyCollection(), kind, size: size, to: &output)
    }
  }

  /// Fills a content of some size up to a whole number of blocks.
  package static func pad(after size: Int, _ output: inout [UInt8]) {
    let rest = size % blockSize
    if rest > 0 { output.append(contentsOf: repeatElement(0, count: blockSize - rest)) }
  }

  /// Ends a stream: two empty blocks.
  package static func end(_ output: inout [UInt8]) {
    output.append(contentsOf: repeatElement(0, count: 2 * blockSize))
  }

  /// The slash at which a long path is taken apart: the last one that leaves at most 155 bytes before and 100 behind.
  private static func split<Path: Collection<UInt8>>(_ path: Path) -> Path.Index? {
    var found: Path.Index?
    var offset = 0
    var index = path.startIndex
    while index != path.endIndex, offset <= 155 {
      if path[index] == UInt8(ascii: "/"), offset > 0, path.count - offset - 1 <= 100, path.count - offset - 1 > 0 {
        found = index
      }
      offset += 1
      index = path.index(after: index)
    }
    return found
  }

  /// A pax record with the whole path, as an entry of its own.
  private static func appendRecord(_ path: some Collection<UInt8>, to output: inout [UInt8]) {
    // The length counts its own digits.
    let rest = " path=".utf8.count + path.count + 1
    var length = rest + 1
    while String(length).utf8.count + rest != length { length = String(length).utf8.count + rest }
    var record = Array("\(length) path=".utf8)
    record.append(contentsOf: path)
    record.append(UInt8(ascii: "\n"))
    appendBlock(name: "pax".utf8, prefix: EmptyCollection(), .extended, size: record.count, to: &output)
    output.append(contentsOf: record)
    pad(after: record.count, &output)
  }

  private static func appendBlock(
    name: some Collection<UInt8>, prefix: some Collection<UInt8>, _ kind: Kind, size: Int, to output: inout [UInt8]
  ) {
    let start = output.count
    output.append(contentsOf: repeatElement(0, count: blockSize))
    output.withUnsafeMutableBufferPointer { buffer in
      let block = UnsafeMutableBufferPointer(rebasing: buffer[start..<(start + blockSize)])
      put(name, at: 0, in: block)
      octal(kind == .folder ? 0o755 : 0o644, digits: 7, at: 100, in: block)
      octal(0, digits: 7, at: 108, in: block)
      octal(0, digits: 7, at: 116, in: block)
      octal(size, digits: 11, at: 124, in: block)
      octal(0, digits: 11, at: 136, in: block)
      block[156] = kind.rawValue
      put("ustar\u{0}00".utf8, at: 257, in: block)
      put(prefix, at: 345, in: block)
      // The sum counts its own field as spaces.
      put("        ".utf8, at: 148, in: block)
      var sum = 0
      for byte in block { sum += Int(byte) }
      octal(sum, digits: 6, at: 148, in: block)
      block[154] = 0
    }
  }

  private static func put(
    _ text: some Collection<UInt8>, at offset: Int, in block: UnsafeMutableBufferPointer<UInt8>
  ) {
    var index = offset
    for byte in text {
      block[index] = byte
      index += 1
    }
  }

  private static func octal(_ value: Int, digits: Int, at offset: Int, in block: UnsafeMutableBufferPointer<UInt8>) {
    var rest = value
    for index in stride(from: offset + digits - 1, through: offset, by: -1) {
      block[index] = UInt8(ascii: "0") + UInt8(rest & 7)
      rest >>= 3
    }
  }
}
