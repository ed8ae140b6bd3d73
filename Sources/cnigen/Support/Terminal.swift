import CLinux
import Glibc

/// The terminal that standard output is.
enum Terminal {
  /// How many columns it has: what `COLUMNS` says, else what the system knows, else 100, where it is none.
  static var width: Int {
    if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns > 0 { return columns }
    let columns = Int(columnsOfTerminal(STDOUT_FILENO))
    return columns > 0 ? columns : 100
  }
}
