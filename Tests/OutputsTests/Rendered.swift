import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Outputs
import TestSupport

/// Outputs made without a profile, from files of any bytes.
struct Rendered {
  let files: [OutputRendering.File]
  let bag: DiagnosticBag

  init(
    _ words: [String], of files: [NodeFile], confDir: String = "/etc/cni/net.d", name: String = "demo",
    settings: [Value.Member] = []
  ) throws {
    var sources = SourceFiles()
    let place = SourceRange(file: sources.add(SourceFile(name: "p.yaml", bytes: [])), start: 0, end: 0)
    let containerd = try unwrapped(Catalogue.newestContainerdRelease)
    let delivery = Delivery(
      name: Located(name, at: place),
      target: Target(containerd: containerd, plugins: Catalogue.newestPluginRelease), targetPlace: nil,
      confDir: confDir, files: files)
    let requests = try words.map { word in
      var request = OutputRequest(try unwrapped(Output.named(word)), at: place)
      request.settings = settings
      return request
    }
    var bag = DiagnosticBag()
    self.files = OutputRendering.files(requests, for: delivery, into: &bag)
    self.bag = bag
  }

  /// Contents that are hard to carry: what ends blocks and quotes, what templates and shells look for, what is no text.
  static let hostile: [[UInt8]] =
    [
      "{\n  \"a\": \"b\"\n}\n", "", "\n", "\n\n\n", " \n", "a", "a\n", "a\n\n", " a\n", "\ta\n", "a\n \n", "a\r\nb\r\n",
      "---\n", "a\n---\nb\n...\n", "'\"`\\", "{{ .PodCIDR }} {% a %} ${b} $(c) $$ %s %(d)s\n", "ü ☃ 𝄞\n", "a\u{0}b",
      "a\u{85}b\u{2028}c\u{FEFF}\n", "#cloud-config\n", "- a: b\n", "| >\n", "\u{7F}\u{1}\u{1B}[31m",
      String(repeating: "long ", count: 60_000), String(repeating: "line\n", count: 20_000),
    ].map { Array($0.utf8) } + [
      [0xFF, 0xFE], [0xC3, 0x28], Array(0...255), Array(repeating: 0, count: 5), [0x80],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]
}

/// Unwraps outside of a test's body.
func unwrapped<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw Trouble("nothing there") }
  return value
}
