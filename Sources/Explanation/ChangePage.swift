import Difference

/// Pages about `cnigen diff`: a class of changes, and a kind of change.
enum ChangePage {
  /// A class.
  static func make(_ effect: Effect) -> Page {
    var page = Page("\(effect.word): a class of changes that cnigen diff finds")
    page.paragraph(effect.meaning.sentence)
    page.field("exit status", "\(effect.exitStatus)")
    page.heading("What to do on a node")
    page.lineup(effect.advice)
    guard effect > .none else { return page }
    page.heading("Why")
    page.lineup(
      """
      containerd detaches a pod with the networks that are loaded then, not with those that it was attached with. What \
      a plugin made for a running pod is removed only if the plugin still stands in the chain, under the same network \
      name, with the key that asked for it.
      """)
    return page
  }

  /// A kind.
  static func make(_ kind: ChangeKind) -> Page {
    var page = Page("\(kind.id): a change that cnigen diff finds")
    page.paragraph(kind.summary.sentence)
    page.heading("What it means on a node")
    page.lineup(kind.meaning)
    return page
  }
}
