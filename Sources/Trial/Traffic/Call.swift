import Glibc
import NetworkTypes

/// An attempt to reach somebody.
struct Call {
  let caller: NetworkNamespace
  let address: IPAddress
  let port: UInt16
  var transport = Transport.tcp
  /// Bytes of payload of a datagram that is not to be broken into pieces; `nil` where size does not matter.
  var wholeDatagram: Int?
  /// How long it may take.
  var patience = Call.patience

  /// Long enough for a lost first packet to be sent again.
  static let patience = Duration.milliseconds(1_600)
  /// For those who are expected to get no answer.
  static let shortPatience = Duration.milliseconds(400)
}

/// What came of a call.
enum Answer: Equatable {
  /// Somebody answered.
  ///
  /// - service: which one, by its place in the list.
  /// - caller: whom it saw.
  case served(service: Int, caller: IPAddress)
  /// The system refused: an error number.
  case refused(Int32)
  /// Nothing came back in time.
  case silence

  /// In words that stand behind "seen".
  var words: String {
    switch self {
    case .served(_, let caller): "an answer to \(caller)"
    case .refused(let code): Trial.words(for: code).lowercased()
    case .silence: "no answer"
    }
  }
}

/// Somebody who answers on a port: in both families, by TCP and by UDP.
struct Service {
  let namespace: NetworkNamespace
  let port: UInt16
}
