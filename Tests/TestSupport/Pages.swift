/// The pages that people read.
package enum Pages {
  /// Their paths below `Tests`, sorted: README, CHANGELOG, CONTRIBUTING and all of `docs`.
  package static func all() throws -> [String] {
    let top = try TestFiles.names(in: "..").filter { $0.hasSuffix(".md") }.map { "../\($0)" }
    let folders = try ["docs", "docs/guides", "docs/reference"].flatMap { folder in
      try TestFiles.names(in: "../\(folder)").filter { $0.hasSuffix(".md") }.map { "../\(folder)/\($0)" }
    }
    return (top + folders).sorted()
  }

  /// Whether a page is made from the code and the catalogue, whose own tests hold it.
  package static func isMade(_ page: String) -> Bool {
    page == "../docs/rules.md" || page.hasPrefix("../docs/reference/")
  }
}
