import Diagnostics

extension Rule {
  /// Faults of YAML, the language of profiles. Nothing is written, and no node ever sees them.
  static let yamlRules: [Rule] = [
    Rule(
      reading: "yaml-syntax", .error, "a text that is no YAML",
      effect: "The file cannot be read from this place on; what stands behind it is not checked.",
      wrong: "bridge: {name: cni0", right: "bridge: {name: cni0}"),
    Rule(
      reading: "yaml-tab", .error, "a tab where YAML wants spaces",
      effect: "YAML is indented with spaces only. Editors show a tab as anything from one to eight of them.",
      wrong: "bridge:\n\tname: cni0", right: "bridge:\n  name: cni0"),
    Rule(
      reading: "yaml-empty", .error, "a file without a document",
      effect: "There is nothing to build. A file that was cut off by a full disk looks like this.",
      wrong: "# a comment alone", right: "apiVersion: cnigen/v1\nkind: Profile\nname: demo"),
    Rule(
      reading: "yaml-multiple-documents", .error, "a second document in one file",
      effect: "A file holds one document. The second one would be dropped in silence by some tools and not by others.",
      wrong: "name: a\n---\nname: b", right: "name: a"),
    Rule(
      reading: "yaml-too-deep", .error, "values nested deeper than any configuration",
      effect: "The reader stops at a bound so that no file can exhaust its stack.",
      wrong: "plugins: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
      right: "plugins: [{type: tuning}]"),
    Rule(
      reading: "yaml-complex-key", .error, "a key that is a list or a mapping",
      effect: "YAML allows it; no key of a profile is one, and JSON has no form for it.",
      wrong: "? [a, b]\n: true", right: "a: true\nb: true"),
    Rule(
      reading: "yaml-merge", .error, "a merge of something that is no mapping",
      effect: "The key << takes over the keys of another mapping, or of several; anything else has none.",
      wrong: "bridge:\n  <<: cni0", right: "base: &base {name: cni0}\nbridge:\n  <<: *base"),
    Rule(
      reading: "yaml-cyclic-alias", .error, "an alias inside of what it stands for",
      effect: "The value would hold itself, without an end.", wrong: "plugins: &all [*all]",
      right: "plugins: [{type: tuning}]"),
    Rule(
      reading: "yaml-unknown-alias", .error, "an alias without an anchor before it",
      effect:
        "An alias repeats the value of an anchor that stands earlier in the same file. There is none of the name.",
      wrong: "bridge: *defaults", right: "base: &defaults {name: cni0}\nbridge: *defaults"),
    Rule(
      reading: "yaml-alias-limit", .error, "aliases that expand beyond any measure",
      effect: "Ten lines of aliases can stand for a thousand million values. The reader stops before they fill memory.",
      wrong: "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\n…", right: "a: [x, x, x, x]"),
    Rule(
      reading: "yaml-too-many-values", .error, "a document with more values than any configuration",
      effect: "The reader stops before they fill memory. Nodes of a fleet take none of it as patterns or in a table.",
      wrong: "nodes: [a, b, c, …]", right: "nodes: [{from: nodes.csv}]"),
    Rule(
      reading: "yaml-value-too-long", .error, "a single value of more than a mebibyte",
      effect: "Nothing in a profile is so long. A quote that is opened and closed much later looks like this.",
      wrong: "name: \"cni0…", right: "name: cni0"),
    Rule(
      reading: "yaml-unknown-tag", .error, "a tag without a meaning",
      effect: "Tags such as !!python/object ask a program to make something of its own. Here they ask for nothing.",
      wrong: "name: !secret cni0", right: "name: cni0"),
  ]
}
