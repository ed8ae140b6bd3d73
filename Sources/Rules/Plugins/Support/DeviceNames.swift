import NetworkTypes

/// Why a text cannot be the name of a network device on a node.
enum DeviceNameFault: Sendable, Equatable {
  case form(InterfaceName.Fault)
  /// `all` and `default`: the kernel keeps them for its settings.
  case reserved
  /// `lo`: it is there in every namespace, and is the loopback device.
  case loopback

  /// What is wrong with a device's name; `nil` where nothing is.
  static func of(_ name: String) -> DeviceNameFault? {
    if let fault = InterfaceName.fault(of: name) { return .form(fault) }
    return switch name {
    case "all", "default": .reserved
    case "lo": .loopback
    default: nil
    }
  }

  /// How many bytes a name has that has too many.
  var excessiveLength: Int? { if case .form(.tooLong(let count)) = self { count } else { nil } }

  /// What is wrong, to stand behind the name in a message.
  var words: String {
    switch self {
    case .form(.empty): "is empty"
    case .form(.tooLong(let count)): "has \(count) bytes, a device name at most \(InterfaceName.maximumLength)"
    case .form(.dots): "names a directory, no device"
    case .form(.character(let character)): "holds \(Self.word(for: character)), which no device name can"
    case .reserved: "is a word that the kernel keeps for its own settings"
    case .loopback: "is the loopback device"
    }
  }

  private static func word(for character: Character) -> String {
    switch character {
    case " ": "a space"
    case "\t": "a tab"
    case "/": "a slash"
    case ":": "a colon"
    case "%": "a percent sign"
    case "\0": "a zero byte"
    default: character.isWhitespace ? "white space" : "the character \(character)"
    }
  }
}
