package import Diagnostics

/// The report in the form that CI services take from test runs: a suite for each network, a case for each finding.
package struct JUnitReport {
  private let files: SourceFiles

  package init(files: SourceFiles) { self.files = files }

  package func render(_ networks: [Trialled]) -> [UInt8] {
    let failures = networks.map { $0.findings.count { $0.state == .failed } }
    let tests = networks.reduce(0) { $0 + $1.findings.count }
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
    lines.append(#"<testsuites name="cnigen try" tests="\#(tests)" failures="\#(failures.reduce(0, +))">"#)
    for (network, failed) in zip(networks, failures) {
      lines.append(
        "  <testsuite name=\(quoted(network.name)) tests=\"\(network.findings.count)\" failures=\"\(failed)\" "
          + "time=\"\(milliseconds(network.seconds))\">")
      for finding in network.findings { lines += self.lines(finding, network.name) }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func lines(_ finding: Finding, _ network: String) -> [String] {
    let file = files[finding.range.file]
    let line = file.position(at: finding.range.start).line
    let head =
      "    <testcase classname=\(quoted(network)) name=\(quoted(finding.title)) "
      + "file=\(quoted(file.name)) line=\"\(line)\""
    let words = "expected \(finding.expected) / seen \(finding.seen)"
    switch finding.state {
    case .held: return [head + "/>"]
    case .failed:
      let message = "\(file.name):\(line): \(words)"
      return [head + ">", "      <failure message=\(quoted(message))/>", "    </testcase>"]
    case .noted: return [head + ">", "      <system-out>\(escaped(words))</system-out>", "    </testcase>"]
    }
  }

  private func milliseconds(_ seconds: Double) -> String {
    let whole = Int(seconds * 1000)
    let rest = String(whole % 1000)
    return "\(whole / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// Characters that XML cannot hold in any form are left out.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      case "\t", "\r": escaped += " "
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
