import Foundation

/// Runs the `cnigen` under test and gives how much memory it had at most, in MiB, by the kernel's own account.
///
/// `time` stands between, because the kernel counts for a program what its starter had before it, and a test bundle is
/// large.
package func measuredCnigen(
  _ arguments: [String], in folder: String, limit: Double = 60
) throws -> (outcome: Outcome, peak: Int) {
  let file = "\(folder)/\(Machine.ownName("peak"))"
  let outcome = try run(
    "/usr/bin/env",
    [
      "--chdir=\(folder)", "--unset=TERM", try Machine.program("time"), "-f", "%M", "-q", "-o", file,
      try Machine.cnigen(),
    ] + arguments, limit: limit)
  let said = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
  guard let peak = Int(said.split(separator: "\n").last ?? "") else {
    throw Trouble("nobody has measured: \(outcome)")
  }
  return (outcome, peak >> 10)
}
