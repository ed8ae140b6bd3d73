import ArtifactIO
import NetworkTypes
import Programs

/// containerd's own program on a node.
struct ContainerdBinary: Sendable, Equatable {
  /// Where packages and tarballs put it.
  static let usual = ["/usr/bin", "/usr/local/bin", "/opt/containerd/bin", "/opt/bin", "/bin", "/usr/sbin", "/sbin"].map
  {
    "\($0)/containerd"
  }

  let path: String
  let version: Version
  /// The version in its own words.
  let told: String

  /// Why there is none, in words.
  struct Fault: Error, Equatable { let reason: String }

  /// The first of the usual places that has one.
  static func find(on root: NodeRoot) -> String? {
    usual.first { FileReading.nature(of: root.place(of: $0)) == .file }
  }

  /// Asks it for its version.
  static func ask(_ path: String, on root: NodeRoot) throws(Fault) -> ContainerdBinary {
    let outcome = Runner.run(Invocation(root.place(of: path), ["--version"], limits: Question.limits))
    if let fault = Question.fault(outcome) { throw Fault(reason: fault) }
    let text = String(decoding: outcome.output.prefix(400), as: UTF8.self)
    guard outcome.end == .exited(0) else {
      let said = Question.shown(String(decoding: outcome.errors.prefix(400), as: UTF8.self))
      throw Fault(reason: "it \(outcome.end)" + (said.isEmpty ? "" : ": \(said)"))
    }
    // containerd github.com/containerd/containerd/v2 v2.0.5 fb4c30d4ede3531652d86197bf3fc9515e5276d9
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.first == "containerd", words.count > 2, let version = ReleaseText.read(words[2]) else {
      throw Fault(reason: "its answer is not containerd's: \(Question.shown(text, upTo: 60))")
    }
    return ContainerdBinary(path: path, version: version, told: String(words[2]))
  }
}
