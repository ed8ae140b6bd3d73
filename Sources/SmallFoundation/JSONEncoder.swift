/// Writes values as JSON in the form that Foundation has for them.
///
/// swift-argument-parser asks Foundation for three things: this, for `--experimental-dump-help`, and the two beside it.
/// That brings 4.5 MB into a static binary, a fifth of the whole. `scripts/release` compiles it against this module
/// instead, by the compiler's `-module-alias`; every other build takes Foundation, and the tests hold both against each
/// other.
public final class JSONEncoder {
  /// How the text is laid out.
  public struct OutputFormatting: OptionSet, Sendable {
    /// A bit for each option.
    public let rawValue: UInt

    /// The options of some bits.
    public init(rawValue: UInt) {
      self.rawValue = rawValue
    }

    /// A line for each member, two spaces a level.
    public static let prettyPrinted = OutputFormatting(rawValue: 1)
    /// The members by their names.
    public static let sortedKeys = OutputFormatting(rawValue: 2)
  }

  /// How the text of the next value is laid out.
  public var outputFormatting: OutputFormatting = []

  /// One that writes everything into a line.
  public init() {}

  /// The text of a value.
  public func encode(_ value: some Encodable) throws -> Data {
    let tree = try Tree(encoding: value, at: [])
    var text: [UInt8] = []
    tree.write(to: &text, outputFormatting, level: 0)
    return Data(bytes: text)
  }
}
