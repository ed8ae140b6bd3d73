import Foundation
import TestSupport
import Testing

/// The page in a real browser.
@Suite struct ReportPageTests {
  private static let profile = """
    apiVersion: cnigen/v1
    kind: Profile
    name: pods
    target: {containerd: 1.7.34, plugins: 1.5.1}
    network:
      bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
      addresses: {ranges: [10.88.0.0/16], routes: [default]}
      portMappings: true

    """

  private static let fleet = """
    apiVersion: cnigen/v1
    kind: Fleet
    name: prod-eu1
    profile: profile.yaml
    allocate:
      - {from: 10.244.0.0/16, prefix: 24}
      - {from: "fd00:10:244::/48", prefix: 64}
    reserved: {services: [10.244.96.0/20]}
    nodes:
      - cp-[1-3]
      - edge-[001-080]
      - {name: gpu-a1, labels: {zone: eu-1a}, subnets: [10.244.250.0/24, "fd00:10:244:250::/64"]}
      - {name: gpu-a2, labels: {zone: eu-1b}}
    pools:
      - {name: control, match: {names: ["cp-*"]}, target: {containerd: 2.1.4}}
      - {name: edge, match: {names: ["edge-*"]}, target: {containerd: 1.6.20, plugins: 1.1.1}}

    """

  /// Texts that would run, where somebody forgot to make them harmless.
  private static let hostile = #"""
    apiVersion: cnigen/v1
    kind: Fleet
    name: "</script><img src=x onerror='hacked=1'>"
    profile: profile.yaml
    allocate: [{from: 10.244.0.0/16, prefix: 24}]
    reserved:
      "</script><script>hacked=1</script>": [10.244.96.0/20]
      "\"><img src=x onerror=hacked=1>\u2028' <!-- ": [10.244.128.0/20]
    nodes:
      - n-[1-3]
      - {name: odd, subnets: [10.244.1.128/25]}
    pools:
      - {name: "'><img src=x onerror=hacked=1>", match: {names: ["n-1"]}}

    """#

  @Test func peopleCanUseIt() async throws {
    try await withScratch { scratch in
      try scratch.file("profile.yaml", Self.profile)
      try scratch.file("fleet.yaml", Self.fleet)
      try cnigen(["report", "fleet.yaml", "-q"], in: scratch.path).required()
      let seen = try Self.look(["look": ["page": scratch("report.html")], "searches": Self.searches])["page"]
      let page = try #require(seen as? [String: Any])
      #expect(page["trouble"] as? [String] == [])
      #expect(page["requests"] as? [String] == [])
      #expect(page["title"] as? String == "prod-eu1: addresses and nodes")

      // Whose an address is, the files of the nodes tell as well.
      try cnigen(["build", "fleet.yaml", "-q"], in: scratch.path).required()
      let conflist = try String(contentsOfFile: scratch("out/edge-014/10-pods.conflist"), encoding: .utf8)
      #expect(conflist.contains("\"10.244.16.0/24\""))
      let found = try #require(page["searches"] as? [String: String])
      #expect(
        found["10.244.16.7"]?.hasPrefix("1 node found for 10.244.16.7: edge-014, 10.244.16.0/24, ") == true, "\(found)")
      #expect(found["FD00:10:244:10::5"]?.contains(": edge-014, ") == true)
      #expect(found["edge-017"]?.contains(": edge-017, 10.244.19.0/24, fd00:10:244:13::/64, pools edge") == true)
      #expect(found["zone=eu-1a"]?.contains(": gpu-a1, ") == true)
      #expect(found["control"] == "3 nodes found for control")
      #expect(found["10.244.0.0/22"] == "4 nodes found for 10.244.0.0/22")
      #expect(
        found["10.244.97.1"] == "0 nodes found for 10.244.97.1: 10.244.97.1/32: held back, reserved for services")
      #expect(found["nonsense"] == "0 nodes found for nonsense")

      #expect(page["map"] as? String == "Map of 10.244.0.0/16 in /24")
      #expect(page["first"] as? String == "10.244.0.0/24: used, node cp-1")
      #expect(page["right"] as? String == "10.244.1.0/24: used, node cp-2")
      #expect(page["down"] as? String == "10.244.17.0/24: used, node edge-015")
      #expect(page["in"] as? String == "Map of 10.244.16.0/24 in /32")
      #expect(page["live"] as? String == "10.244.16.0/24, 256 cells of /32, 1 node")
      #expect(page["out"] as? String == "Map of 10.244.0.0/16 in /24")
      #expect(page["back"] as? String == "10.244.16.0/24: used, node edge-014")
      #expect(page["clicked"] as? String == "Map of 10.244.2.0/24 in /32")
      #expect(page["crumb"] as? String == "Map of 0.0.0.0/0 in /8")
      #expect(page["slash"] as? String == "q")
      #expect(page["lastRow"] as? String == "gpu-a2")
      // A finding leads to its line.
      let control = #"  - {name: control, match: {names: ["cp-*"]}, target: {containerd: 2.1.4}}"#
      #expect(page["line"] as? String == "15\(control)")
      #expect(page["marked"] as? String == "{containerd: 2.1.4}")

      #expect(page["nameless"] as? [String] == [])
      let roles = try #require(page["roles"] as? [String])
      #expect(
        Set(["grid", "gridcell", "table", "button", "link", "heading", "searchbox"]).isSubset(of: roles), "\(roles)")
      #expect(page["slips"] as? Int == 0)
      #expect(page["pdf"] as? String == "%PDF-")
      #expect(page["printed"] as? [String: Bool] == ["#search": false, "#nodes": false, "svg.grid": true])
      #expect(page["overflow"] as? [String: Int] == ["360": 0, "800": 0, "1600": 0])
      let grounds = try #require(page["grounds"] as? [String: String])
      #expect(grounds["light"] != grounds["dark"])
      for (scheme, texts) in try #require(page["contrast"] as? [String: [String: Double]]) {
        for (text, ratio) in texts { #expect(ratio >= 4.5, "\(text), \(scheme)") }
      }
      let plain = try #require(page["plain"] as? String)
      for words in ["cp-[1-3]", "reserved for services", "target-assumed", "fleet.yaml:16:"] {
        #expect(plain.contains(words), "without a script: \(words)")
      }
    }
  }

  @Test func hostileTextsAreTexts() async throws {
    try await withScratch { scratch in
      try scratch.file("profile.yaml", Self.profile)
      for (name, fleet) in [
        ("overlapping", Self.hostile.replacing("1.128/25", with: "96.128/25")),
        ("sound", Self.hostile),
      ] {
        try scratch.file("\(name).yaml", fleet)
        _ = try cnigen(["report", "\(name).yaml", "-q", "-o", "\(name).html"], in: scratch.path)
      }
      let seen = try Self.look([
        "look": ["overlapping": scratch("overlapping.html"), "sound": scratch("sound.html")],
        "searches": ["<img src=x onerror=hacked=1>", "10.244.130.1"],
      ])
      for (name, page) in seen {
        let page = try #require(page as? [String: Any])
        #expect(page["trouble"] as? [String] == [], "\(name)")
        #expect(page["requests"] as? [String] == [], "\(name)")
        #expect(page["hacked"] as? Bool == false, "\(name)")
        #expect(page["scripts"] as? Int == 2, "\(name)")
        #expect(page["slips"] as? Int == 0, "\(name)")
        #expect(page["heading"] as? String == "</script><img src=x onerror='hacked=1'>", "\(name)")
      }
    }
  }

  /// A hundred times as many nodes are not a hundred times the work, and no more elements.
  @Test func tenThousandNodesDoNotStall() async throws {
    try await withScratch { scratch in
      try scratch.file("profile.yaml", Self.profile)
      for count in [100, 10_000] {
        let nodes = "nodes: [\"node-[1-\(count)]\"]\n"
        let fleet = """
          apiVersion: cnigen/v1
          kind: Fleet
          name: large
          profile: profile.yaml
          allocate: [{from: 10.128.0.0/10, prefix: 24}, {from: "fd00:1::/32", prefix: 64}]

          """
        try scratch.file("\(count).yaml", fleet + nodes)
        try cnigen(["report", "\(count).yaml", "-q", "-o", "\(count).html"], in: scratch.path).required()
      }
      let seen = try Self.look(["measure": ["small": scratch("100.html"), "large": scratch("10000.html")]])
      let small = try #require(seen["small"] as? [String: Any])
      let large = try #require(seen["large"] as? [String: Any])
      #expect(large["trouble"] as? [String] == [])
      let elements = try #require((small["elements"] as? Int, large["elements"] as? Int) as? (Int, Int))
      #expect(elements.1 < elements.0 * 3 && elements.1 < 5_000, "\(elements)")
      let seconds = try #require((small["seconds"] as? Double, large["seconds"] as? Double) as? (Double, Double))
      #expect(seconds.1 < seconds.0 * 5, "\(seconds)")
    }
  }

  private static let searches = [
    "10.244.16.7", "FD00:10:244:10::5", "edge-017", "zone=eu-1a", "control", "10.244.0.0/22", "10.244.97.1", "nonsense",
  ]

  /// What a browser shows; see Tests/Browser/look.py.
  private static func look(_ order: [String: Any]) throws -> [String: Any] {
    let input = String(decoding: try JSONSerialization.data(withJSONObject: order), as: UTF8.self)
    let script = TestFiles.path("Browser/look.py")
    let outcome = try run(try Tools.program("python3"), [script], input: input)
    let seen = try JSONSerialization.jsonObject(with: Data(try outcome.required().utf8))
    return try #require(seen as? [String: Any])
  }
}
