import CNIModel
import Diagnostics
import NetworkTypes
import Testing

@testable import ConfTemplate

/// What is said about templates.
@Suite struct CheckTests {
  private static func network(_ ipam: String, _ more: String = "") -> String {
    """
    {"cniVersion": "1.0.0", "name": "pods", "plugins": [{"type": "bridge", "bridge": "cni0", "isGateway": true, \
    "hairpinMode": true, "ipam": {"type": "host-local", \(ipam)}\(more)}]}
    """
  }

  private static let ranges =
    #""ranges": [{{range $i, $e := .PodCIDRRanges}}{{if $i}}, {{end}}[{"subnet": "{{$e}}"}]{{end}}]"#
  private static let routes = #""routes": [{{range $i, $e := .Routes}}{{if $i}}, {{end}}{"dst": "{{$e}}"}{{end}}]"#

  private func faults(_ text: String, containerd: String = "1.7.34") throws -> [String] {
    var run = TemplateRun(text)
    return try run.told().filter { !$0.contains(" conf-template-once:") && !$0.contains("conf-template-read-only") }
  }

  @Test func aGoodTemplateIsGood() throws {
    #expect(try faults(Self.network("\(Self.ranges), \(Self.routes)")).isEmpty)
  }

  @Test func whatOnlySomeClustersSufferIsAWarning() throws {
    let all = try faults(Self.network("\(Self.ranges), \(Self.routes)", #", "mtu": 1000"#))
    #expect(all == ["warning mtu-below-ipv6-minimum: 1000"])
    var run = TemplateRun(Self.network("\(Self.ranges), \(Self.routes)", #", "mtu": 1000"#))
    _ = try run.told()
    let notes = run.bag.diagnostics.first { $0.rule == "mtu-below-ipv6-minimum" }?.notes.map(\.message) ?? []
    #expect(
      notes.last
        == "so it is where Kubernetes gives the node IPv4 before IPv6, IPv6 before IPv4 or IPv6 alone")
  }

  @Test func whatNoClusterBearsIsAnError() throws {
    // Another rule finds it for IPv4 than for IPv6.
    let ranges = Self.ranges.replacing(#""{{$e}}""#, with: #""{{$e}}", "gateway": "10.1.1.1""#)
    let found = try faults(Self.network("\(ranges), \(Self.routes)"))
    #expect(found.contains { $0.hasPrefix("error gateway-") }, "\(found)")
    #expect(try faults(Self.network(#""ranges": [{{.PodCIDR}}]"#)).contains { $0.hasPrefix("error json-") })
  }

  @Test(arguments: [
    ("{{.PodCidr}}", "error conf-template-field: .PodCidr"),
    ("{{if .PodCIDR}}{{else}}{{.Nope}}{{end}}", "error conf-template-field: .Nope"),
    ("{{range .Routes}}{{range $.Nope}}{{.Never}}{{end}}{{end}}", "error conf-template-field: .Nope"),
    ("{{range .Routes}}{{.Routes}}{{end}}", "error conf-template-field: .Routes"),
    ("{{range .PodCIDR}}{{end}}", "error conf-template-field: .PodCIDR"),
    ("{{range $i, $e := .Routes}}{{$e.PodCIDR}}{{end}}", "error conf-template-field: .PodCIDR"),
    ("a {{- foo -}} b", "error conf-template-syntax: foo"), ("{{/* x", "error conf-template-syntax: {{/*"),
    ("{{if .Routes}}", "error conf-template-syntax: {{if .Routes}}"),
    ("{{.PodCIDR | len}}", "warning conf-template-unchecked: {{.PodCIDR | len}}"),
  ])
  func oneFaultIsToldOnce(_ template: String, _ told: String) throws {
    #expect(try faults(template) == [told])
  }

  @Test func loopsWithinLoopsEnd() throws {
    let deep = String(repeating: "{{range .Routes}}", count: 200) + String(repeating: "{{end}}", count: 200)
    #expect(try faults(deep).map { $0.prefix(31) } == ["warning conf-template-unchecked"])
    let open = String(repeating: "{{range $.Routes}}", count: 30) + "x" + String(repeating: "{{end}}", count: 30)
    #expect(try faults(open).map { $0.prefix(31) } == ["warning conf-template-unchecked"])
    let chain = "{{if .Routes}}" + String(repeating: "{{else if .Routes}}", count: 5000) + "{{end}}"
    #expect(try faults(chain).map { $0.prefix(31) } == ["warning conf-template-unchecked"])
  }

  @Test func hostileTextsEnd() throws {
    var seed: UInt64 = 1
    let parts = [
      "{{", "}}", "range", "if", "else", "end", " ", ".", "$", "$i", ",", ":=", "\"", "/*", "*/", "-", "\u{0}", "é",
    ]
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<20 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(seed >> 33) % parts.count]
      }
      var bag = DiagnosticBag()
      let run = TemplateRun(text)
      if let template = ConfTemplate.read(run.id, run.file.bytes, for: "1.7.34", into: &bag) {
        _ = template.render(for: PodCIDRs.samples[0], run.id, into: &bag)
      }
      #expect(bag.diagnostics.allSatisfy { ($0.range?.end ?? 0) <= UInt32(run.file.bytes.count) })
    }
  }
}
