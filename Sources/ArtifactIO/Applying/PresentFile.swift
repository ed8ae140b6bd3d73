import Glibc

/// What a path leads to, without following a link at its end.
package enum PresentFile: Equatable, Sendable {
  case nothing
  case file([UInt8])
  case link
  /// A folder, a device, or a file of more than 64 MiB.
  case other

  /// Looks at a path. Only what this user may not look at is a fault.
  package static func look(_ path: String) throws(FileFault) -> PresentFile {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let fault = FileFault.last(.read, path)
      guard fault.isDenied else { return .nothing }
      throw fault
    }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: return .link
    case S_IFREG: break
    default: return .other
    }
    errno = 0
    guard let bytes = SetSwitch.contents(path) else {
      let fault = FileFault.last(.read, path)
      guard fault.isDenied else { return .other }
      throw fault
    }
    return .file(bytes)
  }
}
