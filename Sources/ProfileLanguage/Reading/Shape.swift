package import Catalogue

/// What may stand behind a key. Every `Field` states the shape of its value beside the closure that reads it, so that
/// the tables of the sections are the language's schema: JSON Schema and reference pages are made from them, and
/// tests hold schema and reader against each other, both ways.
package indirect enum Shape: Sendable {
  /// A single value, taken as text whatever YAML would make of it.
  case text
  /// A single value, taken as text, that is not empty.
  case name
  /// Exactly this text.
  case fixed(String)
  /// One of some texts.
  case word([String])
  /// An absolute path on the node.
  case path
  /// The name of an output file or folder: one path component, without surprises, that ends in a certain way.
  case fileName(ending: String)
  /// A release number: `1.6.20`; YAML may take `1.10` for a number.
  case release
  /// `true` or `false`.
  case flag
  /// `true` or `false`, and only the one that is named.
  case only(Bool)
  /// A whole number within limits, both included; `nil` for none.
  case number(ClosedRange<Int>?)
  /// A list; `atLeast` is how many entries it must have.
  case list(Shape, atLeast: Int = 0)
  /// A mapping whose keys are the user's own.
  case map(Shape)
  /// A mapping with the keys of a table.
  case section(Section)
  /// What the catalogue says of a key: its type, limits, words and inner keys, under plain words.
  case key(KeyFacts)
  /// A plugin by intent: `true`, `false`, or a mapping with the catalogue's keys under plain words.
  case intent(Intent)
  /// A mapping with keys of the catalogue, under plain words.
  case object([KeyFacts])
  /// A plugin with CNI's own keys and a type.
  case rawPlugin
  /// An IPAM plugin with CNI's own keys and a type.
  case rawIPAM
  /// What is laid over something of a shape: nothing in it must be there, `null` removes, and names of a node stand for
  /// values.
  case overlay(Shape)
  /// The sections of a profile, in which names of a node stand for values.
  case profile
  /// Any of several shapes.
  case either([Shape])
  /// Anything that a setting of containerd can be: TOML has no null.
  case setting
  /// Anything at all.
  case anything

  /// A whole number of any size.
  package static var number: Shape { .number(nil) }
}
