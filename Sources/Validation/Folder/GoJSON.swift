import CNIModel
import Diagnostics
import Syntax

/// Why a configuration does not load.
struct LoadFault: Error, Sendable, Hashable {
  /// What is at fault.
  enum Cause: Sendable, Hashable {
    /// The file cannot be read at all.
    case unreadable
    /// It is no JSON.
    case json
    /// What it holds is refused.
    case content
    /// Something else stands where the folder of further plugins would be, or that folder cannot be read.
    case pluginFolder
    /// A file of further plugins does not load; the fault tells which.
    case pluginFile(String)
  }

  /// What libcni says.
  let text: String
  let cause: Cause

  init(_ text: String, _ cause: Cause = .content) {
    self.text = text
    self.cause = cause
  }
}

/// JSON as Go's decoder reads it, which is less strict than the standard in a few things.
enum GoJSON {
  /// What the strict reader reports and Go lets pass: the last of two equal keys counts, half of a surrogate pair
  /// becomes a replacement character.
  private static let accepted: [JSONFault] = [.duplicateKey, .loneSurrogate]

  /// Reads a file; a fault holds what stands for `<json error>`.
  static func read(_ file: SourceFile, _ id: FileID) throws(LoadFault) -> Value {
    var bag = DiagnosticBag()
    let tree = JSONReader.read(id, decodable(file.bytes), into: &bag)
    let fault = bag.diagnostics.first { finding in !accepted.contains { $0.rawValue == finding.rule } }
    if let fault { throw LoadFault(text(of: fault), .json) }
    guard let tree else { throw LoadFault("it cannot be read to its end", .json) }
    return Value(json: tree)
  }

  /// Go puts replacement characters for what is no UTF-8. Here any character does, but it must not move the others.
  private static func decodable(_ bytes: [UInt8]) -> [UInt8] {
    if (try? UTF8Span(validating: bytes.span)) != nil { return bytes }
    return bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }
  }

  private static func text(of fault: Diagnostic) -> String {
    switch JSONFault(rawValue: fault.rule) {
    case .empty, .truncated: "unexpected end of JSON input"
    case .trailingText: "invalid character after top-level value"
    case .byteOrderMark: "invalid character 'ï' looking for beginning of value"
    case .numberOutOfRange: "json: cannot unmarshal number into Go value of type float64"
    default: fault.message
    }
  }
}

extension Value {
  /// The type that Go's decoder makes of a value where nothing else is asked of it; it stands in libcni's errors.
  var goType: String {
    switch content {
    case .null: "<nil>"
    case .bool: "bool"
    case .number: "float64"
    case .string: "string"
    case .array: "[]interface {}"
    case .object: "map[string]interface {}"
    }
  }

  /// What Go's decoder calls a value that does not fit.
  var goWord: String {
    switch content {
    case .null: "null"
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
