import CNIModel
import Diagnostics

extension Value {
  /// Whichever of two values stands later in the user's files: of two that exclude each other the one to report.
  static func later(of a: Value, _ b: Value) -> Value {
    (a.range.file, a.range.start) < (b.range.file, b.range.start) ? b : a
  }

  /// A number that is whole, not negative, and fits 64 bits.
  var unsigned: UInt64? { if case .number(let text) = content { UInt64(text) } else { nil } }
}
