/// Why a network could not be tried on this machine. It says nothing about the network.
package enum TrialFault: Error, Sendable, Equatable {
  /// The kernel lets this user make no namespaces; what to do, in a sentence.
  case notPermitted(String)
  /// The kernel lacks a module, or the machine a program; which, in a sentence.
  case unsupported(String)
  /// The system refused a step that it should not refuse.
  case refused(String)
}

extension TrialFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notPermitted(let sentence), .unsupported(let sentence), .refused(let sentence): sentence
    }
  }
}
