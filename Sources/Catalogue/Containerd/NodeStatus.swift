package import NetworkTypes

extension Containerd {
  /// What a node shows where its CNI configuration is at fault.
  package enum NodeStatus {
    package static let notReadyReason = "NetworkPluginNotReady"
    package static let notReadyMessage = "Network plugin returns error: cni plugin not initialized"

    /// Where the full text stands in `crictl info`.
    package static let detail: [Change] = [
      Change(.since("1.4"), "lastCNILoadStatus"),
      Change(.since("1.6"), "lastCNILoadStatus.default, and lastCNILoadStatus.RUNTIME for each runtime"),
    ]

    /// What the log says at start; an error up to 2.2, a warning from 2.3.0 on.
    package static let logAtStart =
      "failed to load cni during init, please check CRI plugin status before setting up network for pods"

    /// What the log says when a reload fails.
    package static let logOnReload = "failed to reload cni configuration after receiving fs change event(...)"

    /// A text that a pod's events show.
    package struct PodError: Sendable, Hashable {
      package let cause: String
      package let errors: [ErrorText]
      /// What else is worth knowing; empty where nothing is.
      package let note: String
      package let evidence: Constraint.Evidence

      package init(
        _ cause: String, _ errors: [ErrorText], note: String = "", evidence: Constraint.Evidence = .measured
      ) {
        self.cause = cause
        self.errors = errors
        self.note = note
        self.evidence = evidence
      }
    }

    /// What pods show; spans are releases of containerd.
    package static let podErrors: [PodError] = [
      PodError(
        "no config", [#"failed to setup network for sandbox "ID": cni plugin not initialized"#], evidence: .source),
      PodError(
        "plugin binary missing",
        [
          ErrorText(.until("1.5"), #"failed to find plugin "nope" in path [DIRS]"#),
          ErrorText(.since("1.6"), #"plugin type="nope" failed (add): failed to find plugin "nope" in path [DIRS]"#),
        ]),
      PodError(
        "conflist cniVersion above the plugin's",
        [
          """
          plugin type="loopback" failed (add): incompatible CNI versions; config is "1.0.0", plugin supports ["0.1.0" \
          "0.2.0" "0.3.0" "0.3.1" "0.4.0"]
          """
        ]),
      PodError(
        "conflist cniVersion above the runtime's libcni",
        [
          ErrorText(.from("1.3", to: "1.5"), #"unsupported CNI result version "1.0.0""#),
          ErrorText(.from("1.6", to: "1.7"), #"plugin type="X" failed (add): unsupported CNI result version "1.1.0""#),
        ],
        note: "the load itself succeeds and NetworkReady is true"),
      PodError(
        "network name with a character outside [a-zA-Z0-9][a-zA-Z0-9_.-]*",
        [
          ErrorText(
            .since("1.4.1"), #"plugin type="X" failed (add): invalid characters found in network name; my net"#)
        ],
        note: "at ADD and not at load; 1.3 and 1.4.0 accept it"),
      PodError(
        "eth0 has no IP in the result", [#"failed to find network info for sandbox "ID""#], evidence: .source),
    ]

    /// The first release that asks plugins for their STATUS.
    package static let statusSince: Version = "2.0.1"

    /// Whether a release calls STATUS for a network of a spec version at each Status call of the CRI; a failing one
    /// makes NetworkReady false with the plugin's message.
    package static func callsStatus(_ release: Version, spec: Version) -> Bool {
      release >= statusSince && spec >= "1.1.0"
    }

    /// CHECK and GC are called by no release, from 1.3.0 to 2.4.0-beta.0.
    package static let verbsNeverCalled: [String] = ["CHECK", "GC"]
  }
}
