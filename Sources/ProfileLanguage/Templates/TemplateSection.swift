import CNIModel
import Diagnostics
import Syntax

/// The top level of a template.
enum TemplateSection {
  static let table = FieldTable<Template>(
    name: "the template",
    fields: [
      Field("apiVersion", "the version of the language", .fixed(DocumentHeader.apiVersion)) { _, _, _ in },
      Field("kind", "what the document is", .fixed("Template")) { _, _, _ in },
      Field("name", "the template's name", .name) { member, template, bag in template.name = Scalars.text(member, &bag)
      },
      Field("summary", "what it is for, in one line", .text) { member, template, bag in
        template.summary = Scalars.text(member, &bag)?.value ?? ""
      },
      Field(
        "parameters", "what a profile gives under with:, each with a type",
        .map(.section(Section(ParameterSection.table)))
      ) { member, template, bag in
        template.parameters = ParameterSection.readAll(member, &bag)
      },
      body(
        "network", "the network, with ${name} where a parameter belongs", .section(Section(NetworkSection.table))),
      body(
        "networks", "several networks, in place of network",
        .list(.section(Section(NetworkSection.table)), atLeast: 1)),
      body(
        "containerd", "the containerd config that goes with the network",
        .either([.only(false), .section(Section(ContainerdSection.table))])),
    ],
    demands: [
      .key("apiVersion"), .key("kind"), .key("name"), .anyOf(["network", "networks", "containerd"]),
      .atMostOne(["network", "networks"]),
    ])

  /// A section of profiles. It is read when the values are known.
  private static func body(
    _ name: String, _ summary: String, _ shape: @escaping @autoclosure @Sendable () -> Shape
  ) -> Field<Template> {
    Field(name, summary, shape()) { member, template, _ in template.body.append(member) }
  }
}
