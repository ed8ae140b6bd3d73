import CNIModel
import Diagnostics

extension Rule {
  static let numberRewritten = Rule(
    "number-rewritten", .warning, "a number that reaches the plugin as another text",
    effect: """
      libcni decodes every number of a plugin object to a double and writes it anew before it calls the plugin: 1500.0 \
      and 1.5e3 arrive as 1500, and whole numbers beyond 9007199254740992 lose their last digits.
      """,
    wrong: #"{"type": "bridge", "mtu": 1500.0}"#, right: #"{"type": "bridge", "mtu": 1500}"#,
    facts: ["libcni: transport"]
  ) { subject, findings in
    for plugin in subject.list.plugins {
      for (value, change) in plugin.value.rewrittenNumbers {
        guard case .number(let text) = value.content else { continue }
        switch change {
        case .form(let sent):
          findings.report(
            "\(text) reaches \(plugin.type) as \(sent)", at: value.range,
            notes: [.init("libcni decodes numbers to doubles and writes them anew")], help: "write \(sent)")
        case .value(let sent):
          findings.report(
            "\(text) has more digits than libcni keeps and reaches \(plugin.type) as \(sent)", at: value.range,
            notes: [.init("libcni decodes numbers to doubles, which are exact up to 9007199254740992")])
        }
      }
    }
  }
}

extension Value {
  /// The numbers in a value that change on their way to a plugin, in the order of the file.
  fileprivate var rewrittenNumbers: [(value: Value, change: WireNumber.Change)] {
    switch content {
    case .number(let text): WireNumber(text)?.change.map { [(self, $0)] } ?? []
    case .array(let elements): elements.flatMap(\.rewrittenNumbers)
    case .object(let members): members.flatMap(\.value.rewrittenNumbers)
    default: []
    }
  }
}
