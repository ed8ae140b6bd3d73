import Diagnostics

/// A kind of file that a build can make beside conflists and containerd config, to bring them to nodes.
///
/// Each has a file of its own in this target that states all of it: its word, its options, its name, its bytes.
package struct Output: Sendable {
  /// The word of the profile: `daemonSet`.
  package let word: String
  /// What it is for, in one line.
  package let summary: String
  /// The name of the file in the target's folder. It never ends in `.conf`, `.conflist` or `.json`: whoever builds
  /// straight into a folder of networks must not find it taken for one.
  package let fileName: String
  /// What else people call it, for advice on a word that is none.
  package let otherNames: [String]
  package let options: [OutputOption]
  /// Whether its objects are called the same for every target, so that a cluster can have those of one only.
  package let isOnePerCluster: Bool
  /// The bytes for a delivery. What stands in the way is in the bag, and the bytes are not to be used then.
  let render: @Sendable (OutputRequest, Delivery, inout DiagnosticBag) -> [UInt8]

  init(
    _ word: String, _ summary: String, file fileName: String, alias otherNames: [String] = [],
    options: [OutputOption] = [], isOnePerCluster: Bool = false,
    render: @escaping @Sendable (OutputRequest, Delivery, inout DiagnosticBag) -> [UInt8]
  ) {
    self.word = word
    self.summary = summary
    self.fileName = fileName
    self.otherNames = otherNames
    self.options = options
    self.isOnePerCluster = isOnePerCluster
    self.render = render
  }

  /// Every kind, in the order in which the documentation has them. A new one is a line here.
  package static let all: [Output] = [
    NetworkAttachment.output, CloudInit.output, Ignition.output, Butane.output, DaemonSet.output,
  ]

  /// The kind of a word.
  package static func named(_ word: String) -> Output? { all.first { $0.word == word } }

  /// The word that was meant by another one, if it is near to one or another name of one.
  package static func meant(by word: String) -> String? {
    if let near = Spelling.nearest(to: word, among: all.map(\.word)) { return near }
    return all.first { Spelling.nearest(to: word, among: $0.otherNames) != nil }?.word
  }
}

/// An option of an output.
package struct OutputOption: Sendable {
  package let name: String
  /// What it is for and what holds without it, in one line.
  package let summary: String
  package let form: Form

  /// What an option takes.
  package enum Form: Sendable {
    /// `true` or `false`.
    case flag
    /// One of some words.
    case word([String])
    /// A name of an object or a namespace in Kubernetes.
    case objectName
    /// A reference to a container image.
    case image
    /// Labels of Kubernetes with their values.
    case labels
  }

  init(_ name: String, _ form: Form, _ summary: String) {
    self.name = name
    self.form = form
    self.summary = summary
  }
}
