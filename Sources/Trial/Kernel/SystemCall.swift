import Glibc

/// The words of the system for an error number.
func words(for code: Int32) -> String { String(cString: strerror(code)) }

extension TrialFault {
  /// The fault that `errno` tells of, right behind the call that failed.
  static func last(_ what: String) -> TrialFault {
    let code = errno
    return .refused("cannot \(what): \(words(for: code))")
  }
}

/// The bytes of a plain C structure.
func bytes<Value>(of value: Value) -> [UInt8] { withUnsafeBytes(of: value) { Array($0) } }

/// A plain C structure at the beginning of some bytes; `nil` where there are too few.
func structure<Value>(_ type: Value.Type, in bytes: some Collection<UInt8>) -> Value? {
  guard bytes.count >= MemoryLayout<Value>.size else { return nil }
  return Array(bytes.prefix(MemoryLayout<Value>.size)).withUnsafeBytes { $0.loadUnaligned(as: type) }
}
