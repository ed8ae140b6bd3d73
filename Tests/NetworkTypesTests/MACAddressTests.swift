import NetworkTypes
import Testing

@Suite struct MACAddressTests {
  /// What Go's `net.ParseMAC` says to a text: the address, or `nil` where it refuses or takes it for one of more than
  /// 48 bits. Go 1.27 takes twelve digits without separators as well; no released plugin was built with it.
  static let go: [(text: String, canonical: String?)] = [
    ("02:5e:10:00:22:01", "02:5e:10:00:22:01"),
    ("02-5E-10-00-22-aF", "02:5e:10:00:22:af"),
    ("025e.1000.2201", "02:5e:10:00:22:01"),
    ("", nil),
    ("02:5e:10:00:22", nil),
    ("02:5e:10:00:22:01:02", nil),
    ("02:5e:10:00:22:01:02:03", nil),
    ("02:5e:10:00:22-01", nil),
    ("02.5e.10.00.22.01", nil),
    ("025e10002201", nil),
    ("2:5e:10:0:22:1", nil),
    ("02:5e:10:00:22:0g", nil),
    ("025e:1000:2201", nil),
    ("025e.1000-2201", nil),
    ("02 5e 10 00 22 01", nil),
    ("02:5e:10:00:22:¼", nil),
    ("02:5e:10:00:22:01 ", nil),
    ("random", nil),
  ]

  @Test(arguments: go) func readsWhatGoReads(_ text: String, _ canonical: String?) {
    #expect(MACAddress(text)?.description == canonical)
  }

  @Test func printedTextReadsBackInEveryForm() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<1000 {
      let digits = (0..<12).map { _ in Array("0123456789abcdef")[Int.random(in: 0..<16, using: &generator)] }
      let pairs = stride(from: 0, to: 12, by: 2).map { String(digits[$0..<$0 + 2]) }
      let fours = stride(from: 0, to: 12, by: 4).map { String(digits[$0..<$0 + 4]) }
      let canonical = pairs.joined(separator: ":")
      #expect(MACAddress(canonical)?.description == canonical)
      #expect(MACAddress(pairs.joined(separator: "-").uppercased())?.description == canonical)
      #expect(MACAddress(fours.joined(separator: "."))?.description == canonical)
    }
  }

  @Test(arguments: [
    ("01:00:5e:00:00:01", true), ("ff:ff:ff:ff:ff:ff", true), ("33:33:00:00:00:01", true),
    ("02:00:00:00:00:01", false), ("00:00:00:00:00:00", false), ("fe:ff:ff:ff:ff:ff", false),
  ])
  func theLowestBitOfTheFirstByteMarksAGroup(_ text: String, _ isMulticast: Bool) throws {
    #expect(try #require(MACAddress(text)).isMulticast == isMulticast)
  }
}
