import TestSupport

/// One case in one text file: what it is about, the command, the files that it finds, and all that it answers.
///
///     A gateway that lies outside its subnet.
///     $ cnigen build profile.yaml
///     === profile.yaml
///     …
///     === status 1
///     === stderr
///     …
///
/// `=== NAME from PATH` takes a file of the checkout as it is, and `=== stdin of PATH ARGUMENT…` hands over what a program
/// of the checkout prints. Files that the command makes are listed as `=== made NAME`; where there are too many of them,
/// `=== shown NAME` says which, and all others are told by `=== rest`, with their number and the sum of their sums.
struct GoldenCase {
  /// A file by its name and its text.
  struct File: Equatable {
    let name: String
    let text: String
  }

  /// What a command answered.
  struct Answer: Equatable {
    var status: Int32 = 0
    var output = ""
    var errors = ""
    /// The files that it made, by name.
    var made: [File] = []
    /// How many files it made beside them, and the SHA-256 of what `sha256sum` prints for these, sorted.
    var rest = ""
  }

  /// Everything above the first section, the command included.
  let head: String
  let arguments: [String]
  /// The sections with input, as they stand in the file.
  let inputText: String
  let inputs: [File]
  /// A program of the checkout whose output is the command's input, and its arguments.
  let inputProgram: [String]
  /// The files that are shown, where not all are.
  let shown: [String]
  let expected: Answer

  /// A file that is no case.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  init(_ text: String, named name: String) throws {
    var sections: [(title: String, body: String)] = []
    var head = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0) {
      if line.hasPrefix("=== ") {
        sections.append((String(line.dropFirst(4)), ""))
      } else if sections.isEmpty {
        head += line + "\n"
      } else {
        sections[sections.count - 1].body += line + "\n"
      }
    }
    guard let command = head.split(separator: "\n").last(where: { $0.hasPrefix("$ cnigen ") }) else {
      throw Malformed(description: "\(name) has no line that begins with `$ cnigen `")
    }
    arguments = command.split(separator: " ").dropFirst(2).map(String.init)
    self.head = head
    var inputText = ""
    var inputs: [File] = []
    var inputProgram: [String] = []
    var shown: [String] = []
    var expected = Answer()
    for (title, body) in sections {
      let words = title.split(separator: " ").map(String.init)
      switch (words[0], words.count) {
      case ("status", 2): expected.status = Int32(words[1]) ?? -1
      case ("stdout", 1): expected.output = body
      case ("stderr", 1): expected.errors = body
      case ("made", 2): expected.made.append(File(name: words[1], text: body))
      case ("rest", 3): expected.rest = words[1...].joined(separator: " ")
      case ("shown", 2):
        inputText += "=== \(title)\n"
        shown.append(words[1])
      case ("stdin", 3...) where words[1] == "of":
        inputText += "=== \(title)\n"
        inputProgram = Array(words[2...])
      case (_, 3) where words[1] == "from":
        inputText += "=== \(title)\n"
        inputs.append(File(name: words[0], text: try TestFiles.text("../\(words[2])")))
      default:
        inputText += "=== \(title)\n\(body)"
        inputs.append(File(name: title, text: body))
      }
    }
    self.inputText = inputText
    self.inputs = inputs
    self.inputProgram = inputProgram
    self.shown = shown
    self.expected = expected
  }

  /// The text of the case with another answer.
  func text(with answer: Answer) -> String {
    var text = head + inputText + "=== status \(answer.status)\n"
    if !answer.output.isEmpty { text += "=== stdout\n" + answer.output }
    if !answer.errors.isEmpty { text += "=== stderr\n" + answer.errors }
    for file in answer.made { text += "=== made \(file.name)\n" + file.text }
    if !answer.rest.isEmpty { text += "=== rest \(answer.rest)\n" }
    return text
  }
}
