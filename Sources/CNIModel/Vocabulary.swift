/// The words in which the author of a plugin's configuration wrote, and in which messages speak to him.
package enum Vocabulary: Sendable, Hashable {
  /// CNI's own key names: conflists and raw plugins.
  case cni
  /// The plain words of an intent; which one (`bridge`, `portMappings`).
  case intent(String)
}
