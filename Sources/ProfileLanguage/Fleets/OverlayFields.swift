import CNIModel
import Diagnostics
import Syntax

/// What pools and nodes may lay over the profile, the same for both.
enum OverlayFields {
  /// The fields for a draft that holds an overlay.
  ///
  /// - Parameter reach: hands the draft's overlay to whoever fills it in.
  static func fields<Draft>(
    _ reach: @escaping @Sendable (inout Draft, (inout FleetSpec.Overlay) -> Void) -> Void
  ) -> [Field<Draft>] {
    [
      Field("target", "what their files must work on", .section(Section(TargetSection.table))) { member, draft, bag in
        var found = DiagnosticBag()
        let target = TargetSection.read(member.value, &found)
        bag.add(found)
        reach(&draft) { overlay in
          overlay.target = target
          overlay.members.append(member)
        }
      },
      mapping("network", "laid over the profile's network", .overlay(.section(Section(NetworkSection.table))), reach),
      mapping(
        "containerd", "laid over the profile's containerd section",
        .overlay(.section(Section(ContainerdSection.table))), reach),
      mapping(
        "with", "values for the template's parameters; without a template, for keys of the network's interface",
        .map(.anything), reach),
    ]
  }

  private static func mapping<Draft>(
    _ name: String, _ summary: @escaping @autoclosure @Sendable () -> String,
    _ shape: @escaping @autoclosure @Sendable () -> Shape,
    _ reach: @escaping @Sendable (inout Draft, (inout FleetSpec.Overlay) -> Void) -> Void
  ) -> Field<Draft> {
    Field(name, summary(), shape()) { member, draft, bag in
      guard member.value.mapping != nil else {
        Scalars.wrong(member.value, of: name, wants: "a mapping", &bag)
        return
      }
      reach(&draft) { $0.members.append(member) }
    }
  }
}
