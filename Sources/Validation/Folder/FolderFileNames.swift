import Catalogue
import Diagnostics
import PlainText
import Rules

/// Files whose names make programs do something else than people expect.
extension FolderCheck {
  static func reportFileNames(_ view: FolderView, _ bag: inout DiagnosticBag) {
    for (index, file) in view.files.enumerated() where file.entry.name.hasPrefix(".") {
      let isOpened = index < view.openedCount
      bag.add(
        .hiddenFileLoads, as: isOpened ? .warning : .note,
        "\(file.entry.name) is hidden and counts all the same\(isOpened ? ": \(view.runtime) opens it" : "")",
        at: file.entry.start, notes: ["a dot stands before every digit and letter"],
        help: "give it a name without the dot, or remove it")
    }
    for entry in view.folder.entries where !entry.isFolder && entry.configuration == nil {
      reportReadPast(entry, &bag)
    }
    reportOrder(view, &bag)
  }

  /// A file that looks like a configuration and is read past.
  private static func reportReadPast(_ entry: FolderEntry, _ bag: inout DiagnosticBag) {
    let known = Containerd.Loading.extensions.map(\.name)
    let name = entry.name
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    if known.contains(name[dot...].lowercased()) {
      bag.add(
        .extensionCase, "no program reads \(name): an extension counts in lower case alone", at: entry.start,
        help: "rename it to \(name[..<dot])\(name[dot...].lowercased())")
    } else if known.contains(where: { name.contains(text: $0) }) {
      bag.add(
        .backupIgnored, "no program reads \(name): it ends in none of \(FolderView.words(known))", at: entry.start)
    }
  }

  /// Numbers at the start of names that do not stand in the order of their values.
  private static func reportOrder(_ view: FolderView, _ bag: inout DiagnosticBag) {
    var greatest: (number: Int, index: Int)?
    for (index, file) in view.files.enumerated() {
      let digits = file.entry.name.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits) else { continue }
      guard let before = greatest, number < before.number else {
        greatest = (number, index)
        continue
      }
      // The first file is the pod's eth0, and those beyond the maximum are nothing at all.
      let decides = before.index == 0 || (before.index < view.openedCount && index >= view.openedCount)
      bag.add(
        .orderByBytes, as: decides ? .warning : .note,
        "\(file.entry.name) comes after \(view.files[before.index].entry.name): names are compared byte by byte",
        at: file.entry.start, help: "write all numbers with as many digits: \(padded(digits, to: before.number))…")
    }
  }

  private static func padded(_ digits: Substring, to number: Int) -> String {
    String(repeating: "0", count: max(0, String(number).count - digits.count)) + digits
  }
}
