import ArgumentParser

/// The exit statuses; the numbers are those of `sysexits.h`.
enum ExitStatus {
  /// The input has errors, or `--strict` made a warning one.
  static let faultyInput = ExitCode(1)
  /// An input cannot be read: `EX_NOINPUT`.
  static let unreadableInput = ExitCode(66)
  /// Ctrl-C; where the signal itself does not end the process, as is usual.
  static let interrupted = ExitCode(130)
  /// The machine lacks what it takes to say anything about the input: `EX_UNAVAILABLE`.
  static let unavailable = ExitCode(69)
  /// An output cannot be written: `EX_CANTCREAT`.
  static let unwritableOutput = ExitCode(73)
  /// The user may not do what is asked for: `EX_NOPERM`.
  static let notPermitted = ExitCode(77)
}
