import CNIModel
import Catalogue
import ConfTemplate
import Diagnostics
import NetworkTypes
import Syntax
import Testing

/// A template, read and rendered as checks do it.
struct TemplateRun {
  let file: SourceFile
  let id: FileID
  var bag = DiagnosticBag()

  init(_ text: String) {
    var files = SourceFiles()
    file = SourceFile(name: "net.template", bytes: Array(text.utf8))
    id = files.add(file)
  }

  /// Where the place of a part of the result lies in the template.
  mutating func place(of part: String, for cidrs: [String]) throws -> String {
    let template = try #require(ConfTemplate.read(id, file.bytes, for: "1.7.34", into: &bag))
    let rendering = try #require(template.render(for: PodCIDRs(cidrs.compactMap { CIDR($0) }), id, into: &bag))
    let text = String(decoding: rendering.bytes, as: UTF8.self)
    let found = try #require(text.firstRange(of: part), "\(text)")
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    let end = text.utf8.distance(from: text.startIndex, to: found.upperBound)
    return file.text(rendering.place(of: SourceRange(file: id, start: UInt32(start), end: UInt32(end))))
  }

  /// `severity rule: text at the place` of what a check finds.
  mutating func told(containerd: Version = "1.7.34", plugins: Version = "1.5.1") throws -> [String] {
    let containerd = try #require(Catalogue.containerdRelease(containerd))
    let plugins = try #require(Catalogue.pluginReleases.first { $0.version == plugins })
    ConfTemplateCheck.check(file, id, for: Target(containerd: containerd, plugins: plugins), into: &bag)
    return bag.sorted().map { finding in
      "\(finding.severity) \(finding.rule): \(finding.range.map { file.text($0) } ?? "")"
    }
  }
}

/// Places of a result, as places of the template.
@Suite struct PlaceTests {
  private static let both = ["10.1.0.0/24", "fd00::/64"]

  @Test(arguments: [
    (#"{"a": 1}"#, "a", "a"), (#"{"a": "x{{.PodCIDR}}y"}"#, "10.1", "{{.PodCIDR}}"),
    (#"{"a": "x{{.PodCIDR}}y"}"#, "x10.1.0.0/24y", "x{{.PodCIDR}}y"),
    ("a {{- .PodCIDR -}} b", "a10", "a {{- .PodCIDR -}}"),
    ("a  {{- /* c */ -}}  b", "ab", "a  {{- /* c */ -}}  b"),
    ("{{range .PodCIDRRanges}}<{{.}}>{{end}}!", "<fd00::/64>", "<{{.}}>"),
    ("[{{range .PodCIDRRanges}}<{{.}}>{{end}}]", "4><f", "<{{.}}>"),
    ("[{{range .PodCIDRRanges}}<{{.}}>{{end}}]", "4>]", "{{.}}>{{end}}]"),
    ("[{{range .PodCIDRRanges}}<{{.}}>{{end}}]", "[<10", "[{{range .PodCIDRRanges}}<{{.}}"),
    ("é{{.PodCIDR}}é", "é10", "é{{.PodCIDR}}"),
  ])
  func aPlaceOfTheResultIsOneOfTheTemplate(_ template: String, _ part: String, _ place: String) throws {
    var run = TemplateRun(template)
    #expect(try run.place(of: part, for: Self.both) == place)
  }

  @Test func anEmptyResultHasAPlace() throws {
    var run = TemplateRun("{{if .PodCIDR}}{{end}}")
    let template = try #require(ConfTemplate.read(run.id, run.file.bytes, for: "1.7.34", into: &run.bag))
    let rendering = try #require(template.render(for: PodCIDRs.samples[0], run.id, into: &run.bag))
    let start = SourceRange(file: run.id, start: 0, end: 0)
    #expect(rendering.bytes.isEmpty && rendering.place(of: start) == start)
    #expect(try run.told().contains { $0.hasPrefix("error json-") })
  }
}
