import CNIModel
import Catalogue
import ConfTemplate
import Diagnostics
import Syntax

/// What containerd makes of a template on a node of both families.
enum RenderedTemplate {
  /// The name of the file that containerd makes.
  static var fileName: String { Containerd.Template.fileName }

  /// The network; `nil` where the template makes none, which `validate` tells.
  static func network(_ file: SourceFile, _ id: FileID, for target: Target) -> NetworkState? {
    var told = DiagnosticBag()
    guard let template = ConfTemplate.read(id, file.bytes, for: target.containerd.version, into: &told),
      let rendering = template.render(for: PodCIDRs.samples[0], id, into: &told),
      let tree = JSONReader.read(id, rendering.bytes, into: &told)
    else { return nil }
    // Places in what was rendered are none in the template: the file as a whole is the place.
    let list = NetworkList(Value(json: tree).placed(at: SourceRange(file: id, start: 0, end: 0)), fileName: fileName)
    return NetworkState(list, fileName: fileName, isTemplate: true)
  }
}

extension Value {
  /// The same value with one place for all of it.
  fileprivate func placed(at range: SourceRange) -> Value {
    switch content {
    case .array(let values): Value(.array(values.map { $0.placed(at: range) }), at: range)
    case .object(let members):
      Value(.object(members.map { Member($0.name, at: range, $0.value.placed(at: range)) }), at: range)
    default: Value(content, at: range)
    }
  }
}
