import Foundation
import TestSupport
import Testing

@testable import Plan

/// A real shell reads back what was quoted.
@Suite struct ShellWordTests {
  @Test(arguments: [
    "", "plain", "/opt/cni/bin", "a b", "it's", "$(reboot)", "`x`", "a\nb", "-n", "*", "é;rm", "\\", "!",
  ])
  func shellsReadItBack(_ text: String) throws {
    let outcome = try run("/bin/sh", ["-c", "printf '%s.' \(ShellWord.quoted(text))"])
    #expect(outcome.output == "\(text).")
  }
}
