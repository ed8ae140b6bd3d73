import NetworkTypes
import Testing

@testable import Probe

@Suite struct ReleaseTextTests {
  @Test(
    arguments: [
      ("v1.6.2", "1.6.2"), ("1.1.1+ds1", "1.1.1"), ("1.6.20~ds1", "1.6.20"), ("v1.7.11-k3s2", "1.7.11"),
      ("v2.0.0-rc.1", "2.0.0-rc.1"), ("2.4.0-beta.0", "2.4.0-beta.0"), ("1.3.10", "1.3.10"),
      ("v2.1.4-ubuntu1", "2.1.4"), ("1.4.0-alpha.1+dirty", "1.4.0"),
    ])
  func numbersAreTakenOut(_ text: String, _ version: String) {
    #expect(ReleaseText.read(text)?.description == version)
  }

  @Test(arguments: ["", "v", "unknown", "1.6", "v1", "1.2.3.4", "x1.2.3", "1.2.3abc", "1..2", "(devel)", "version"])
  func whatIsNoReleaseIsNone(_ text: String) {
    #expect(ReleaseText.read(text) == nil)
  }
}
