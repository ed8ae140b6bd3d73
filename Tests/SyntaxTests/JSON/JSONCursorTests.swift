import Syntax
import Testing

@Suite struct JSONCursorTests {
  @Test func findsWhatIsWanted() throws {
    let text =
      #" {"skip": {"a": [1, -2.5e+3, true, null, "x\"y\\"]}, "name": "edge", "list": ["a", "b"], "e": {}, "f": []} "#
    var cursor = JSONCursor(Array(text.utf8))
    var name: String?
    var list: [String] = []
    try cursor.members { cursor, key throws(JSONCursor.Fault) in
      if cursor.holds(key, "name") {
        let range = try cursor.rawString()
        name = cursor.plainText(range)
      } else if cursor.holds(key, "list") {
        try cursor.elements { cursor throws(JSONCursor.Fault) in
          let range = try cursor.rawString()
          list.append(cursor.plainText(range) ?? "")
        }
      } else {
        try cursor.skip()
      }
    }
    #expect(name == "edge" && list == ["a", "b"])
    let isAtEnd = cursor.isAtEnd()
    #expect(isAtEnd)
  }

  /// What the strict reader takes, the cursor takes; where that one finds the structure broken, so does the cursor.
  @Test func agreesWithTheReader() throws {
    for row in try JSONTable.rows() where row.faults.isEmpty {
      var cursor = JSONCursor(row.text)
      let passes = (try? cursor.skip()) != nil && cursor.isAtEnd()
      #expect(passes, "\(row.source)")
    }
    for broken in [
      "{", "[1", "{\"a\" 1}", "{\"a\":}", "[1,]", "\"a", "{1:2}", "[1 2]", "}", "", "{\"a\":1,}", "\"\u{1}\"",
    ] {
      var cursor = JSONCursor(Array(broken.utf8))
      let passes = (try? cursor.skip()) != nil && cursor.isAtEnd()
      #expect(!passes, "\(broken)")
    }
    let deep = String(repeating: "[", count: 100_000)
    var cursor = JSONCursor(Array(deep.utf8))
    let passes = (try? cursor.skip()) != nil
    #expect(!passes)
  }
}
