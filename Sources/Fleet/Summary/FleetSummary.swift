/// What a fleet comes to: how its addresses are used, and which nodes have the same files.
package struct FleetSummary: Sendable {
  package let nodes: Int
  package let blocks: [BlockUse]
  /// The files of the nodes by their paths, sorted.
  package let files: [File]

  /// A path below the nodes' folders, and what lies there.
  package struct File: Sendable {
    package let path: [String]
    /// What nodes have in common there, the most frequent first.
    package var variants: [Variant]

    /// How many different files lie there.
    package var distinctCount: Int { variants.reduce(0) { $0 + ($1.isConstant ? 1 : $1.count) } }
  }

  /// Nodes whose file is the same, or differs in their subnets alone.
  package struct Variant: Sendable {
    package let form: FileForm
    /// How many nodes have it, and the first of their names.
    package var count: Int
    package var names: [String]

    package var isConstant: Bool { form.isConstant }
  }

  package static let namesShown = 3

  package init(_ build: FleetBuild) {
    nodes = build.count
    blocks = build.blockUses
    var count = [Int](repeating: 0, count: build.forms.count)
    var names = [[String]](repeating: [], count: build.forms.count)
    var firsts = [Int](repeating: 0, count: build.forms.count)
    for node in 0..<build.count {
      let form = build.form(of: node)
      if count[form] == 0 { firsts[form] = node }
      count[form] += 1
      if names[form].count < Self.namesShown {
        names[form].append(String(decoding: build.name(of: node), as: UTF8.self))
      }
    }
    var places: [[String]: Int] = [:]
    var numbers: [Key: Int] = [:]
    var files: [File] = []
    for (number, form) in build.forms.enumerated() where count[number] > 0 {
      // A node that was compiled for itself alone may differ from others in its subnets and nothing else.
      let marks = count[number] == 1 ? build.values(of: firsts[number]).all : []
      for file in form.files {
        let shared = file.form.marked(marks)
        let place = places[file.path] ?? files.count
        if place == files.count {
          places[file.path] = place
          files.append(File(path: file.path, variants: []))
        }
        let key = Key(place: place, form: shared)
        if let known = numbers[key] {
          files[place].variants[known].count += count[number]
          files[place].variants[known].names += names[number].prefix(
            Self.namesShown - files[place].variants[known].names.count)
        } else {
          numbers[key] = files[place].variants.count
          files[place].variants.append(Variant(form: shared, count: count[number], names: names[number]))
        }
      }
    }
    self.files = files.map { file in
      File(
        path: file.path,
        variants: file.variants.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
          .map(\.element))
    }.sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }

  private struct Key: Hashable {
    let place: Int
    let form: FileForm
  }
}
