import Testing

@testable import Probe

@Suite struct KeyNameTests {
  private func names(in text: String) -> [String] {
    let names = KeyNames(in: Array(text.utf8))
    let all = ["a", "isGateway", "mac", "-", "x.y_z-1", "b"]
    return all.filter(names.contains)
  }

  @Test func namesStandInTags() {
    #expect(
      names(in: #"\0\0json:"isGateway"\0json:"mac,omitempty" yaml:"b"json:"x.y_z-1""#) == [
        "isGateway", "mac", "x.y_z-1",
      ])
    #expect(names(in: #"json:"a"json:"-""#) == ["a", "-"])
  }

  @Test func piecesThatAreNoTagsAreNone() {
    #expect(KeyNames(in: Array(#"json:"json:","json:"a b"json: "mac"JSON:"mac"json:""#.utf8)).isEmpty)
    #expect(KeyNames(in: Array(#"json:"unfinished"#.utf8)).isEmpty)
    #expect(KeyNames(in: Array("json:\"\(String(repeating: "a", count: 65))\"".utf8)).isEmpty)
    #expect(!KeyNames(in: Array("json:\"\(String(repeating: "a", count: 64))\"".utf8)).isEmpty)
    #expect(KeyNames(in: []).isEmpty)
  }

  /// A tag is found wherever it stands, and nothing is read behind the end.
  @Test func everyPlaceIsLookedAt() {
    for shift in 0..<300 {
      let bytes = [UInt8](repeating: 0xFF, count: shift) + Array(#"json:"mac""#.utf8)
      #expect(KeyNames(in: bytes).contains("mac"))
      #expect(KeyNames(in: bytes.dropLast()).isEmpty)
    }
  }
}

extension KeyNames {
  fileprivate init(in bytes: ArraySlice<UInt8>) { self.init(in: Array(bytes)) }
}
