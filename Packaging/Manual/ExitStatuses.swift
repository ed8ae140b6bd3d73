import Foundation

/// The exit statuses of a command. Its help tells them in a paragraph that begins with "Exit status": those that it has,
/// or those beside the usual ones, which are the program's.
struct ExitStatuses {
  private var list: [(number: Int, meaning: String)]
  /// What is said of them that is no list.
  private var remarks: [String]

  init(of command: CommandTree, _ root: CommandTree) {
    let usual = root.paragraphs.filter(Self.isAbout).map(Self.parts).first
    list = usual?.list ?? []
    remarks = []
    for paragraph in command.paragraphs where Self.isAbout(paragraph) {
      let (own, remark, isBeside) = Self.parts(paragraph)
      guard !own.isEmpty else {
        list = []
        remarks.append(remark)
        continue
      }
      if !isBeside { list = [] }
      list = (list.filter { old in !own.contains { $0.number == old.number } } + own).sorted { $0.number < $1.number }
      if !remark.isEmpty { remarks.append(remark) }
    }
  }

  /// Whether a paragraph of the help is about them.
  static func isAbout(_ paragraph: String) -> Bool { paragraph.hasPrefix("Exit status") }

  func write(_ page: inout Mdoc) {
    page.section("EXIT STATUS")
    page.list(list) { status, page in
      page.macro("It \(status.number)")
      page.prose("\(status.meaning.prefix(1).uppercased())\(status.meaning.dropFirst()).")
    }
    for remark in remarks { page.paragraph(remark) }
  }

  /// The statuses of a paragraph such as `Exit status: 0 done; 1 not. More of it.`, and the sentences behind them. One
  /// that is no such list is all sentences.
  private static func parts(
    _ paragraph: String
  ) -> (list: [(number: Int, meaning: String)], remark: String, isBeside: Bool) {
    let halves = paragraph.split(separator: ":", maxSplits: 1).map { String($0) }
    guard halves.count == 2 else { return ([], paragraph, false) }
    let sentences = halves[1].replacing("\n", with: " ").components(separatedBy: ". ")
    let first = sentences[0].hasSuffix(".") ? String(sentences[0].dropLast()) : sentences[0]
    let list = first.components(separatedBy: ";").map { part -> (number: Int, meaning: String)? in
      let words = part.trimmingCharacters(in: .whitespaces).split(separator: " ", maxSplits: 1)
      guard words.count == 2, let number = Int(words[0]) else { return nil }
      return (number, String(words[1]))
    }
    let isBeside = halves[0].contains("beside")
    guard list.allSatisfy({ $0 != nil }) else { return ([], "The exit status is:\(halves[1])", isBeside) }
    return (list.compactMap(\.self), sentences.dropFirst().joined(separator: ". "), isBeside)
  }
}
