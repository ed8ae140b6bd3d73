import Foundation
import TestSupport
import Testing

/// A profile built by the real program, with all outputs.
struct Built {
  let folder: String
  let outcome: Outcome

  /// - Parameter profile: everything below the head of the document.
  init(_ profile: String, in scratch: Scratch, name: String = "demo") throws {
    let text = "apiVersion: cnigen/v1\nkind: Profile\nname: \(name)\n\(profile)\n"
    folder = scratch("out")
    outcome = try run(Machine.cnigen(), ["build", "-q", try scratch.file("profile.yaml", text), "-o", folder])
  }

  /// The folder of a build that succeeded.
  static func sample(_ sample: Sample, in scratch: Scratch) throws -> Built {
    let built = try Built(sample.profile, in: scratch)
    try built.outcome.required()
    return built
  }

  /// The path of a file that was made.
  func callAsFunction(_ name: String) -> String { "\(folder)/\(name)" }

  /// Runs a program of Python over files of the build, with the packages that `scripts/setup-python` installs.
  static func python(_ program: String, _ arguments: String...) throws -> Outcome {
    try run(Tools.program("python3"), ["-c", program] + arguments, limit: 120)
  }

  /// Two networks, a containerd config and every output.
  static let plain = """
    target: {containerd: 1.6.20, plugins: 1.1.1, kubernetes: 1.26}
    networks:
      - name: pods
        bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
        addresses: {ranges: [10.88.0.0/16], routes: [default]}
        portMappings: true
      - name: storage
        order: 20
        macvlan: {master: eth1}
        addresses: {ranges: [10.90.0.0/24]}
    containerd: {maxConfNum: 2}
    outputs: [networkAttachment, cloudInit, ignition, butane, daemonSet]
    """

  /// A network whose ranges Kubernetes assigns.
  static let template = """
    target: {containerd: 1.7.34, plugins: 1.5.1}
    network:
      name: pods
      bridge: {name: cni0, gateway: true, masquerade: true, hairpin: true}
      addresses: {ranges: kubernetes, routes: [default]}
    outputs: [cloudInit, ignition, butane, daemonSet]
    """

  /// Keys and values of a raw plugin that could break what they are put into, and a folder with a name like that.
  static let hostile = #"""
    target: {containerd: 1.6.20, plugins: 1.1.1}
    network:
      name: pods
      plugins:
        - type: custom
          "quo\"te'": "a\nb\n---\n...\n{{ x }} {% y %}"
          "\n": ["\r\n", "\u0085\u2028\uFEFF", "\t- a: b", "#cloud-config", "$${HOME} $(reboot) $$", "`id`"]
          "---": {"": "", " ": " ", "ü☃𝄞": "\u0001\u007f\e", "yes": no, "0x10": "010"}
          text: "%LONG%"
    containerd: {confDir: "/etc/cni/n {{ x }}\n---\n'\"#: ü.d"}
    outputs: [networkAttachment, cloudInit, ignition, butane, daemonSet]
    """#.replacing("%LONG%", with: String(repeating: "very long ", count: 3000))
}

/// Both profiles, by their names.
enum Sample: String, CaseIterable, CustomTestStringConvertible {
  case plain
  case hostile

  var profile: String { self == .plain ? Built.plain : Built.hostile }
  var testDescription: String { rawValue }
}
