/// The error codes that plugins give.
package enum ErrorCodes {
  /// What a code means; `nil` for a plugin's own (from 100 on, but for the two listed) and for unused ones.
  package static func meaning(of code: Int) -> String? { all.first { $0.code == code }?.meaning }

  /// The codes of the specification and of libcni.
  package static let all: [(code: Int, meaning: String)] = [
    (1, "incompatible CNI version"),
    (2, "unsupported field in network configuration"),
    (3, "container unknown"),
    (4, "invalid environment variables"),
    (5, "I/O failure"),
    (6, "failed to decode content"),
    (7, "invalid network config"),
    (8, "invalid netns (libcni constant, not in the spec table)"),
    (11, "try again later"),
    (50, "STATUS: plugin not available"),
    (51, "STATUS: plugin not available, limited connectivity"),
    (100, "generic code of skel before v0.8.0"),
    (999, "generic code of skel since v0.8.0 (an error a plugin returned without a code)"),
  ]
}
