import CNIModel
import ContainerdConfig
import Diagnostics
import Syntax

/// Finds for the text of a file which places set what stands in it: the text is read again, and held beside the values
/// that it was written from.
enum FilePlaces {
  typealias Place = (offset: Int, place: SourceRange)

  /// The texts read here are no files of the run.
  private static let text = FileID(index: .max)

  /// The places of a network list.
  static func ofJSON(_ bytes: [UInt8], from value: Value) -> [Place] {
    var bag = DiagnosticBag()
    var places: [Place] = []
    // A template is no JSON, and its values are made on the node.
    if let tree = JSONReader.read(text, bytes, into: &bag) { add(tree, value, to: &places) }
    return places
  }

  private static func add(_ tree: Node, _ value: Value, to places: inout [Place]) {
    if let members = tree.mapping {
      for member in members {
        guard let known = value.member(member.key) else { continue }
        let isContainer = known.value.object != nil || known.value.array != nil
        places.append((Int(member.keyRange.start), isContainer ? known.nameRange : known.value.range))
        add(member.value, known.value, to: &places)
      }
    } else if let elements = tree.sequence {
      for (element, known) in zip(elements, value.array ?? []) {
        places.append((Int(element.range.start), known.range))
        add(element, known, to: &places)
      }
    }
  }

  /// The places of a containerd config.
  static func ofTOML(_ bytes: [UInt8], from settings: ContainerdSettings) -> [Place] {
    var bag = DiagnosticBag()
    var places: [Place] = []
    if let tree = TOMLReader.read(text, bytes, into: &bag) { add(tree, settings.extra, settings, to: &places) }
    return places
  }

  /// - Parameter extra: what the profile passes on for this table.
  private static func add(_ table: Node, _ extra: Value?, _ settings: ContainerdSettings, to places: inout [Place]) {
    for member in table.mapping ?? [] {
      let passedOn = extra?.member(member.key)
      if member.value.mapping != nil {
        add(member.value, passedOn?.value, settings, to: &places)
      } else if let place = passedOn?.value.range ?? place(of: member.key, settings) {
        places.append((Int(member.keyRange.start), place))
      }
    }
  }

  private static func place(of key: String, _ settings: ContainerdSettings) -> SourceRange? {
    if key == "version" { return settings.schema?.range }
    // Releases that take one folder of plugins have another name for it.
    let word = settings.settings.first { $0.word.key == key || ($0.word == .binDirs && key == "bin_dir") }
    return word?.value.range
  }
}
