import CNIModel
import Diagnostics
import ProfileLanguage

/// A plugin of a document, and what lies on the node under its name.
struct PluginComparison {
  let document: CapabilitiesDocument.Plugin
  let found: FoundPlugin

  func report(_ bag: inout DiagnosticBag) {
    guard let type = document.type else { return }
    let changes = changes
    guard let first = changes.first else { return }
    bag.error(
      "plugin-changed", "\(type.value) \(first.what)", at: first.place ?? type.range,
      notes: changes.dropFirst().map { Diagnostic.Note("it \($0.what)", at: $0.place) }, help: NodeComparison.remedy)
  }

  /// Something that is no longer as the document has it.
  private struct Change {
    let what: String
    let place: SourceRange?
  }

  /// What matters most comes first.
  private var changes: [Change] {
    [answer, release, content, path, copies].compactMap(\.self)
  }

  private var answer: Change? {
    switch (document.cniVersions, document.fault, found.answer) {
    case (let versions?, _, .versions(let now)) where versions.value.filter({ !$0.isEmpty }) != now:
      Change(what: "answers \(Self.list(now)) now", place: versions.range)
    case (let versions?, _, .fault(let fault)):
      Change(what: "does not answer any more: \(fault)", place: versions.range)
    case (nil, let fault?, .versions(let now)):
      Change(what: "answers now: \(Self.list(now))", place: fault.range)
    default: nil
    }
  }

  private var release: Change? {
    // What was deduced for the same file may be another release now, because its neighbours are others.
    guard document.sha256 == nil || document.sha256?.value != found.sha256 else { return nil }
    guard let release = document.release, let now = found.release.release, now != release.value else { return nil }
    return Change(what: "is of release \(now) now", place: release.range)
  }

  private var content: Change? {
    guard let sum = document.sha256 else { return nil }
    guard let now = found.sha256 else { return Change(what: "cannot be read any more", place: sum.range) }
    return now == sum.value ? nil : Change(what: "is another file now: its SHA-256 is \(now)", place: sum.range)
  }

  private var path: Change? {
    guard let path = document.path, path.value != found.path else { return nil }
    return Change(what: "is taken from \(found.path) now", place: path.range)
  }

  private var copies: Change? {
    guard document.path != nil else { return nil }
    let before = document.shadowed.map(\.value)
    let place = document.shadowed.first?.range
    let gone = before.filter { !found.shadowed.contains($0) && $0 != found.path }
    let new = found.shadowed.filter { !before.contains($0) && $0 != document.path?.value }
    if !new.isEmpty {
      return Change(what: "has another copy now, which it hides: \(new.joined(separator: ", "))", place: place)
    }
    return gone.isEmpty
      ? nil : Change(what: "has lost a copy that it hid: \(gone.joined(separator: ", "))", place: place)
  }

  private static func list(_ versions: [String]) -> String { versions.joined(separator: ", ") }
}
