import Glibc

/// Something that the world refused: a file that cannot be read or written.
package struct FileFault: Error, Sendable, Equatable {
  /// What was tried.
  package enum Operation: String, Sendable {
    case read
    case write
  }

  package let operation: Operation
  /// The path as the user knows it.
  package let path: String
  /// The reason, in the words of the system where it gave one.
  package let reason: String
  /// Whether the reason is that nothing is there.
  package let isMissing: Bool
  /// Whether the reason is that this user may not.
  package let isDenied: Bool

  package init(
    _ operation: Operation, _ path: String, _ reason: String, isMissing: Bool = false, isDenied: Bool = false
  ) {
    self.operation = operation
    self.path = path
    self.reason = reason
    self.isMissing = isMissing
    self.isDenied = isDenied
  }

  /// The fault that `errno` tells of. To be made right behind the call that failed.
  static func last(_ operation: Operation, _ path: String) -> FileFault {
    let code = errno
    return FileFault(
      operation, path, words(for: code), isMissing: code == ENOENT, isDenied: code == EACCES || code == EPERM)
  }

  /// The same fault of another doing.
  func seen(as operation: Operation) -> FileFault {
    FileFault(operation, path, reason, isMissing: isMissing, isDenied: isDenied)
  }

  private static func words(for code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "permission denied"
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the file system is read-only"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is no folder"
    case ELOOP: "it is a symbolic link, which is never followed here"
    default: String(cString: strerror(code))
    }
  }
}

extension FileFault: CustomStringConvertible {
  package var description: String {
    switch operation {
    case .read: "cannot read \(path): \(reason)"
    case .write: "cannot write \(path): \(reason)"
    }
  }
}
