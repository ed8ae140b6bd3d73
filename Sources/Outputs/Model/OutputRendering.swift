package import Diagnostics

/// Makes the outputs that a profile asks for.
package enum OutputRendering {
  /// A file by its name in the target's folder.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
    /// The request that it answers.
    package let request: OutputRequest
  }

  /// The files for one target, in the order of the profile.
  package static func files(
    _ requests: [OutputRequest], for delivery: Delivery, into bag: inout DiagnosticBag
  ) -> [File] {
    requests.map { request in
      File(
        name: request.output.fileName, bytes: request.output.render(request, delivery, &bag), request: request)
    }
  }
}
