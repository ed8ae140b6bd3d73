import Plan
import Testing

/// Rounded as Kubernetes rounds it.
@Suite struct MaxUnavailableTests {
  @Test(arguments: [
    ("10%", 100, 10), ("10%", 19, 1), ("10%", 5, 1), ("10%", 0, 1), ("25%", 11, 2), ("100%", 7, 7), ("3", 100, 3),
    ("3", 2, 3), ("1%", 100_000, 1000),
  ])
  func countsNodes(_ text: String, _ total: Int, _ nodes: Int) throws {
    let limit = try #require(MaxUnavailable(text))
    #expect(limit.nodes(of: total) == nodes && limit.description == text)
  }

  @Test(arguments: ["", "%", "0", "0%", "-1", "101%", "1.5", "10 %", "+3", "ten", "99999999999999999999"])
  func refusesTheRest(_ text: String) { #expect(MaxUnavailable(text) == nil) }
}
