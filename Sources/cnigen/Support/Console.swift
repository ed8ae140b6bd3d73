import ArtifactIO
import Diagnostics
import Glibc

/// The two streams of a command: data on one, talk on the other.
enum Console {
  /// A stream of the process.
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Writes all bytes; `false` where the stream takes no more, a closed pipe for example.
  @discardableResult
  static func write(_ bytes: [UInt8], to stream: Stream) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let position = offset
      let count = bytes.withUnsafeBytes {
        Glibc.write(stream.rawValue, $0.baseAddress.map { $0 + position }, bytes.count - position)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      offset += count
    }
    return true
  }

  /// Writes a text.
  static func write(_ text: String, to stream: Stream) { write(Array(text.utf8), to: stream) }

  /// Writes the data of a command to standard output, and ends the command where it is not taken. A reader that wants no
  /// more of it, such as `head`, is no fault.
  static func print(_ bytes: [UInt8]) throws {
    guard !write(bytes, to: .output) else { return }
    guard errno != EPIPE else { return }
    say(fault().description)
    throw ExitStatus.unwritableOutput
  }

  /// What keeps standard output from being written; to be asked right behind the write.
  static func fault() -> FileFault {
    let code = errno
    let reason =
      switch code {
      case EPIPE: "nobody reads it any more"
      case ENOSPC: "the disk is full"
      default: String(cString: strerror(code))
      }
    return FileFault(.write, "standard output", reason)
  }

  /// Writes a text to standard output; see above.
  static func print(_ text: String) throws { try print(Array(text.utf8)) }

  /// A line for people, on standard error. Names of files in it may come from anybody.
  static func say(_ line: String) { write("cnigen: \(ShownText.visible(line))\n", to: .error) }
}
