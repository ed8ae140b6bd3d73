import CNIModel
import Catalogue

/// Keys that nothing more special is known of; asked last.
extension ChangeKind {
  static let anyKeys = [defaultWrittenOut, keyIgnored, keyBeginsToCount, keyStopsCounting, keyChanged]

  private static let defaultWrittenOut = ChangeKind(
    "default-written-out", "a default is written out, or no longer",
    "A key that is absent and one that has its default are the same to the plugin.",
    .key { difference in
      guard difference.meansTheSame, difference.isReadAfter, difference.isReadBefore else { return nil }
      return Verdict(.none, "it is what the plugin takes where the key is absent")
    })

  private static let keyIgnored = ChangeKind(
    "key-ignored", "a key changes that the plugin does not read",
    "Reference plugins read past keys that they do not know, without a word.",
    .key { difference in
      guard difference.meansTheSame else { return nil }
      let since = difference.facts?.span.since
      return Verdict(
        .none, "\(difference.type) of plugins \(difference.newRelease) reads past it without a word",
        help: since.map { "it came with plugins \($0)" })
    })

  private static let keyBeginsToCount = ChangeKind(
    "key-begins-to-count", "a key that was read past is read by the new release",
    """
    Reference plugins read past keys that are newer than they are. With a newer release the same file means more; pods \
    that start from then on have it.
    """,
    .key { difference in
      guard difference.isWrittenAlike, !difference.isReadBefore, difference.isReadAfter else { return nil }
      return Verdict(
        .newPods,
        "plugins \(difference.oldRelease) read past \(difference.name); \(difference.newRelease) honours it for new pods",
        help: "if nobody wants it, take it out of the file")
    })

  private static let keyStopsCounting = ChangeKind(
    "key-stops-counting", "a key is no longer read by the new release",
    "Reference plugins read past keys that they do not know. What the key asked for is gone for new pods.",
    .key { difference in
      guard difference.isWrittenAlike, difference.isReadBefore, !difference.isReadAfter else { return nil }
      return Verdict(
        .newPods,
        """
        plugins \(difference.newRelease) read past \(difference.name) without a word; new pods are without what it asks for
        """)
    })

  private static let keyChanged = ChangeKind(
    "key-changed", "a key of a plugin is another one",
    """
    Plugins read their keys when a pod is attached and again when it is detached. Of keys that the catalogue does not \
    know nobody can say what they do to running pods.
    """,
    .key { difference in
      if difference.isWrittenAlike {
        return Verdict(
          .newPods, "plugins \(difference.newRelease) take another default than \(difference.oldRelease)",
          help: "write the key out, so that the file means the same everywhere")
      }
      return Verdict(
        .newPods,
        difference.facts == nil
          ? "nothing is known of this key; it is read for new pods, and when running ones are detached"
          : "it is read when a pod is attached; running pods keep what they have",
        help: difference.facts == nil ? "look up what \(difference.type) does with it when a pod is detached" : nil)
    })
}
