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
    var collection = Collection()
    for (number, users) in Self.users(of: build).enumerated() where users.count > 0 {
      // A node that was compiled for itself alone may differ from others in its subnets and nothing else.
      let marks = users.count == 1 ? build.values(of: users.first).all : []
      for file in build.forms[number].files {
        collection.add(file.form.marked(marks), at: file.path, count: users.count, users.names)
      }
    }
    files = collection.sorted
  }

  /// The nodes that have one form.
  private struct Users {
    var count = 0
    /// The first of them, by its number.
    var first = 0
    /// The first of their names.
    var names: [String] = []
  }

  /// For each form the nodes that have it.
  private static func users(of build: FleetBuild) -> [Users] {
    var users = [Users](repeating: Users(), count: build.forms.count)
    for node in 0..<build.count {
      let form = build.form(of: node)
      if users[form].count == 0 { users[form].first = node }
      users[form].count += 1
      if users[form].names.count < namesShown {
        users[form].names.append(String(decoding: build.name(of: node), as: UTF8.self))
      }
    }
    return users
  }

  /// Files by their paths, and what lies there, as they come.
  private struct Collection {
    private var files: [File] = []
    private var places: [[String]: Int] = [:]
    private var variants: [Key: Int] = [:]

    mutating func add(_ form: FileForm, at path: [String], count: Int, _ names: [String]) {
      let place = places[path] ?? files.count
      if place == files.count {
        places[path] = place
        files.append(File(path: path, variants: []))
      }
      let key = Key(place: place, form: form)
      guard let known = variants[key] else {
        variants[key] = files[place].variants.count
        files[place].variants.append(Variant(form: form, count: count, names: names))
        return
      }
      files[place].variants[known].count += count
      let room = FleetSummary.namesShown - files[place].variants[known].names.count
      files[place].variants[known].names += names.prefix(room)
    }

    /// The files by their paths; what lies there, the most frequent first.
    var sorted: [File] {
      files.map { file in
        let variants = file.variants.enumerated().sorted {
          ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
        }
        return File(path: file.path, variants: variants.map(\.element))
      }.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    }
  }

  private struct Key: Hashable {
    let place: Int
    let form: FileForm
  }
}
