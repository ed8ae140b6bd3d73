/// What this program calls itself. The packages and the manual take both from here.
enum Release {
  static let version = "0.1.0"
  /// The day of this version.
  static let date = "2026-11-25"
}
