import CNIModel
import Emission
import TestSupport
import Testing

@testable import Trial

/// What libcni makes of a plugin's object on its way: through a map and doubles of Go's.
@Suite struct WireFormTests {
  @Test(arguments: [
    (
      #"{"a": 1500.0, "b": 1e3, "c": -0.5, "d": 9007199254740993}"#,
      #"{"a": 1500, "b": 1000, "c": -0.5, "d": 9007199254740992}"#
    ),
    (#"{"a": 1, "b": 2, "a": 3}"#, #"{"b": 2, "a": 3}"#),
    (
      #"{"deep": [{"x": 1, "x": {"y": 1, "y": 2}}, null, true, "t"]}"#, #"{"deep": [{"x": {"y": 2}}, null, true, "t"]}"#
    ),
  ])
  func isThatOfGo(_ text: String, _ sent: String) throws {
    let conflist = try Conflist(#"{"plugins": [\#(text)]}"#)
    let value = try #require(conflist.list.value["plugins"]?.array?.first)
    #expect(JSONWriter.line(value.wireForm) == sent)
  }
}
