extension FactCoverage {
  /// What all plugins share.
  static let aboutCommon: [FactAnswer] = [
    FactAnswer("common", "name missing or empty", .rules(["name-missing"])),
    FactAnswer("common", "name must match ^[a", .rules(["name-invalid", "name-refused-later"])),
    FactAnswer(
      "common", "CNI_CONTAINERID same characters as",
      .unjudged("needs the run: the runtime chooses the container id and the name of the interface")),
    FactAnswer(
      "common", "cniVersion not in the",
      .rules(["version-needs-recent-release", "version-unknown", "version-unsupported"])),
    FactAnswer("common", "cniVersion of another JSON", .rules(["wrong-type"])),
    FactAnswer("common", "CHECK with cniVersion below", .rules(["disable-check-too-early"])),
    FactAnswer("common", "GC or STATUS with cniVersion", .rules(["version-unsupported"])),
    FactAnswer("common", "GC or STATUS: code", .rules(["version-unsupported"])),
    FactAnswer("common", "a result without any", .rules(["version-missing", "version-too-old-for-layer-2"])),
    FactAnswer("common", "a route whose dst is", .rules(["invalid-address", "route-dst-invalid"])),
    FactAnswer("common", "an IPv4 route dst with", .rules(["ipv6-route-host-bits-set", "route-host-bits-set"])),
    FactAnswer(
      "common", "the same route twice",
      .rules([
        "duplicate-default-route", "duplicate-route", "ptp-route-to-own-subnet", "two-default-gateways",
        "two-gateways-for-route",
      ])),
    FactAnswer(
      "common", "a route without gw", .rules(["default-route-without-gateway", "route-without-family-address"])),
    FactAnswer("common", "a key of the wrong", .rules(["wrong-type"])),
    FactAnswer("common unknownKeyExceptions", "JSON keys match case", .rules(["key-case"])),
    FactAnswer("common unknownKeyExceptions", "a known key with a", .rules(["wrong-type"])),
    FactAnswer("common unknownKeyExceptions", "tuning [1.2.0..]", .rules(["duplicate-key", "sysctl-duplicate"])),
    FactAnswer("common unknownKeyExceptions", "flannel [0.6.0..0.9.1]", .rules(["flannel-delegate-invalid"])),
    FactAnswer("common unknownKeyExceptions", "host-device [1.1.0..]", .rules(["internal-key"])),
    FactAnswer(
      "common unknownKeyExceptions", "unknown CNI_ARGS",
      .unjudged("needs the run: CNI_ARGS come from the runtime, not from a file")),
  ]
}
