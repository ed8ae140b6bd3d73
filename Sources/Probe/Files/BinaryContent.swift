import ArtifactIO

/// What a look into a plugin's binary tells.
struct BinaryContent: Sendable {
  let sha256: String
  let keyNames: KeyNames

  /// No plugin is larger; something that is would only cost time and memory.
  static let maximumSize = 256 << 20

  /// Reads a file. What it says of a file that cannot be read is in words.
  static func read(_ path: String) -> Result<BinaryContent, FileFault> {
    do throws(FileFault) {
      let bytes = try FileReading.read(path, upTo: maximumSize)
      return .success(BinaryContent(sha256: SHA256.hex(bytes), keyNames: KeyNames(in: bytes)))
    } catch {
      return .failure(error)
    }
  }

  /// Reads several files on a few threads beside each other, the largest ones first.
  static func read(all paths: [String], threads: Int) -> [Result<BinaryContent, FileFault>] {
    guard threads > 1, paths.count > 1 else { return paths.map(read) }
    let half = (paths.count + 1) / 2
    let first = Array(paths[..<half])
    let other = SideWork { read(all: first, threads: threads / 2) }
    let rest = read(all: Array(paths[half...]), threads: threads - threads / 2)
    return other.value() + rest
  }
}
