import Foundation

/// Runs the `cnigen` under test and waits for its end. It never has a terminal.
///
/// - Parameters:
///   - folder: the working folder; the checkout's top folder where none is named.
///   - input: what it finds on standard input, which ends behind it.
package func cnigen(_ arguments: [String], in folder: String? = nil, input: String = "") throws -> Outcome {
  let place = folder ?? Machine.repository.path
  return try run(
    "/usr/bin/env", ["--chdir=\(place)", "--unset=TERM", try Machine.cnigen()] + arguments, input: input)
}
