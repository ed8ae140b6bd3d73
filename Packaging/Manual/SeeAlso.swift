/// The part that names other pages.
enum SeeAlso {
  /// - Parameter pages: names of pages of section 1, sorted.
  static func write(_ pages: [String], withLanguage: Bool = true, _ page: inout Mdoc) {
    page.section("SEE ALSO")
    let all = pages.map { "Xr \($0) 1" } + (withLanguage ? ["Xr \(LanguagePage.name) 5"] : [])
    for (number, reference) in all.enumerated() { page.macro(reference + (number + 1 < all.count ? " ," : "")) }
  }
}
