package import NetworkTypes

extension Containerd {
  /// What `conf_template` can hold, when containerd renders it, and what goes wrong. It is a Go text/template without
  /// functions of containerd's own.
  package enum Template {
    /// A field that a template may name.
    package struct Field: Sendable, Hashable {
      package let name: String
      package let content: Content
      package let span: ReleaseSpan
      /// What stands in it, in one line.
      package let value: String

      /// What a field is made of.
      package enum Content: Sendable, Hashable {
        /// The first of the node's pod CIDRs, as a string.
        case firstCIDR
        /// All of them, as a list of strings.
        case everyCIDR
        /// The destination of a default route for each family that they have, IPv4 first, as a list of strings.
        case defaultRoutes
      }

      /// Whether it is a list of strings; otherwise it is a string.
      package var isList: Bool { content != .firstCIDR }

      package init(_ name: String, _ content: Content, _ span: ReleaseSpan, _ value: String) {
        self.name = name
        self.content = content
        self.span = span
        self.value = value
      }
    }

    /// How the file is written.
    package enum Writing: String, Sendable, Hashable {
      /// In place and without cutting the old one off: a longer older file leaves its tail behind, and each write
      /// makes containerd load the half-written file.
      case inPlace
      /// To a temporary file in the same folder, with an fsync and a rename.
      case renamed
    }

    /// Something that goes wrong with a template.
    package struct Fault: Sendable, Hashable {
      package let cause: String
      /// What the CRI call answers, or the log says; empty where the call succeeds.
      package let error: String
      /// What is left in the folder, in one line.
      package let file: String
      /// Whether a file is written all the same.
      package let isFileWritten: Bool

      package init(_ cause: String, error: String = "", isFileWritten: Bool, file: String) {
        self.cause = cause
        self.error = error
        self.isFileWritten = isFileWritten
        self.file = file
      }
    }

    /// The fields; there are no others.
    package static let fields: [Field] = [
      Field("PodCIDR", .firstCIDR, .since("1.3.0"), "first CIDR"),
      Field("PodCIDRRanges", .everyCIDR, .since("1.3.0"), "all CIDRs, split at commas and trimmed"),
      Field(
        "Routes", .defaultRoutes, .since("1.3.0"),
        "0.0.0.0/0 if there is an IPv4 CIDR, then ::/0 if there is an IPv6 one"),
    ]

    /// The fields that a release has.
    package static func fields(in release: Version) -> [Field] { fields.filter { $0.span.contains(release) } }

    /// The name of the rendered file in the global conf_dir; its mode is 0644.
    package static let fileName = "10-containerd-net.conflist"

    /// When containerd renders.
    package static let renderedWhen = """
      the kubelet hands over a pod CIDR (UpdateRuntimeConfig), NetworkReady is false, and a fresh load of conf_dir \
      fails too
      """

    /// When it does not.
    package static let notRenderedAgain = """
      a later pod CIDR is ignored while conf_dir holds anything that loads, the file rendered before included
      """

    /// The form in which the kubelet shows an error; the result itself is never looked at.
    package static let surfacedAs = "rpc error: code = Unknown desc = <error>"

    /// How a release writes the rendered file.
    package static func writing(in release: Version) -> Writing {
      let inPlace: [ReleaseSpan] = [.from("1.3.0", to: "1.6.21"), .from("1.7.0", to: "1.7.2")]
      return inPlace.contain(release) ? .inPlace : .renamed
    }

    /// Whether a release panics and exits where conf_dir cannot be written to, since no temporary file can be made.
    package static func panicsOnReadOnlyFolder(_ release: Version) -> Bool { writing(in: release) == .renamed }

    /// What goes wrong, and what is then left.
    package static let faults: [Fault] = [
      Fault(
        "template file missing",
        error: #"failed to parse cni config template "PATH": open PATH: no such file or directory"#,
        isFileWritten: false, file: "none"),
      Fault(
        "template syntax error",
        error: #"failed to parse cni config template "PATH": template: NAME:1: bad character U+007D '}'"#,
        isFileWritten: false, file: "none"),
      Fault(
        "unknown field",
        error: """
          failed to generate cni config file "CONF_DIR/10-containerd-net.conflist": template: NAME:1:43: executing \
          "NAME" at <.Nope>: can't evaluate field Nope in type server.cniConfigTemplate
          """,
        isFileWritten: true, file: "cut off at the field, also on releases that rename: the temporary file is kept"),
      Fault("renders to invalid JSON", isFileWritten: true, file: "the invalid one; lastCNILoadStatus tells"),
      Fault(
        "bad CIDR from kubelet", error: "get routes: invalid CIDR address: 10.1.0.0", isFileWritten: false,
        file: "none"),
      Fault(
        "conf_dir not writable",
        error: "panic: runtime error: invalid memory address or nil pointer dereference", isFileWritten: false,
        file: "none; on releases that rename containerd exits"),
    ]
  }
}
