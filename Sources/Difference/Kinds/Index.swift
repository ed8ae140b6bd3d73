extension ChangeKind {
  /// Every kind. Of those that look at keys the first that has something to say about one has it.
  package static let all: [ChangeKind] =
    networks + addresses + bridges + interfaces + chains + portmaps + firewalls + otherPlugins + releases + runtimes
    + files + SideChanges.kinds + anyKeys

  /// The kind of an id.
  package static func named(_ id: String) -> ChangeKind? { all.first { $0.id == id } }
}
