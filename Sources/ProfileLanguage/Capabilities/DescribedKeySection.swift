import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// A key of a plugin of others as it is being read.
struct DescribedKey {
  var name: Located<String>?
  var type: Located<DescribedType>?
  /// The type of a list's entries, or of a map's values.
  var element: Located<DescribedType>?
  var isRequired = false
  /// What an absent key means; it is checked when the type is known.
  var absent: Node?
  var values: Located<[String]>?
  var minimum: Located<Int>?
  var maximum: Located<Int>?
  var since: Version?
  var until: Version?
  var summary = ""
  var fields: [KeyFacts]?
  var fieldsPlace: SourceRange?
}

/// An entry of `keys:`, and of `fields:` in such an entry.
enum DescribedKeySection {
  static let table = FieldTable<DescribedKey>(
    name: "the key", fields: formFields + limitFields + [fields], demands: [.key("name"), .key("type")])

  /// The section for whoever makes schemas. Entries may hold entries of the same form, as deep as one likes; here they
  /// are told two deep, and below that as mappings.
  static var section: Section {
    let inner = Section(table)
    let fields = inner.fields.map { field in
      guard field.name == "fields" else { return field }
      return Section.Entry(name: field.name, summary: field.summary, shape: .list(.section(inner)))
    }
    return Section(name: inner.name, fields: fields, demands: inner.demands)
  }

  private static let formFields: [Field<DescribedKey>] = [
    Field("name", "the key, as it stands in a network's configuration", .text) { member, key, bag in
      key.name = Scalars.text(member, &bag)
    },
    Field("type", "what the key holds", .word(DescribedType.allCases.map(\.rawValue))) { member, key, bag in
      key.type = CapabilitiesValues.word(member, &bag)
    },
    Field("of", "the type of a list's entries, or of a map's values", .word(DescribedType.inner.map(\.rawValue))) {
      member, key, bag in
      key.element = CapabilitiesValues.word(member, &bag)
    },
    Field("required", "true: the plugin refuses a configuration without it", .flag) { member, key, bag in
      key.isRequired = Scalars.bool(member.value, of: "required", &bag)?.value ?? false
    },
    Field("default", "what an absent key means", .anything) { member, key, _ in key.absent = member.value },
    Field("summary", "what it is for, in one line", .text) { member, key, bag in
      key.summary = Scalars.text(member, &bag)?.value ?? ""
    },
  ]

  private static let limitFields: [Field<DescribedKey>] = [
    Field("values", "the texts that it takes, where it takes only some", .list(.text, atLeast: 1)) {
      member, key, bag in
      guard let texts = Scalars.texts(member, &bag) else { return }
      key.values = Located(texts.map(\.value), at: member.keyRange)
    },
    Field("minimum", "the least number", .number) { member, key, bag in
      key.minimum = Scalars.integer(member.value, of: "minimum", &bag).map { Located($0.value, at: member.keyRange) }
    },
    Field("maximum", "the greatest number", .number) { member, key, bag in
      key.maximum = Scalars.integer(member.value, of: "maximum", &bag).map { Located($0.value, at: member.keyRange) }
    },
    Field("since", "the first release of the plugin that has it", .release) { member, key, bag in
      key.since = Scalars.version(member, &bag)?.value
    },
    Field("until", "the last release of the plugin that has it", .release) { member, key, bag in
      key.until = Scalars.version(member, &bag)?.value
    },
  ]

  private static let fields = Field<DescribedKey>(
    "fields", "the keys of the object, or of each object in the list", .list(.map(.anything))
  ) { member, key, bag in
    key.fieldsPlace = member.keyRange
    key.fields = readList(member, &bag)
  }

  /// Reads a list of keys; what could not be read is reported and left out.
  static func readList(_ member: Node.Member, _ bag: inout DiagnosticBag) -> [KeyFacts] {
    guard let nodes = member.value.sequence else {
      Scalars.wrong(member.value, of: member.key, wants: "a list of keys", &bag)
      return []
    }
    var seen: [(name: String, range: SourceRange)] = []
    return nodes.compactMap { node in
      var key = DescribedKey()
      table.read(node, into: &key, &bag)
      guard node.mapping != nil, let name = key.name else {
        if node.mapping != nil, node["name"] == nil {
          bag.error("missing-key", "this key has no name", at: node.range, help: "write {name: …, type: …}")
        }
        return nil
      }
      // Plugins are written in Go, whose decoder matches names in any letter case.
      if let first = seen.first(where: { $0.name.equalsIgnoringCase(name.value) }) {
        bag.error(
          "duplicate-name", "the key \(name.value) is described twice", at: name.range,
          notes: [Diagnostic.Note("the first one is here", at: first.range)])
      }
      seen.append((name.value, name.range))
      return key.facts(name, node, &bag)
    }
  }
}
