import Programs

/// A script of one line as a program.
func shell(_ script: String, input: String = "", limits: Invocation.Limits = Invocation.Limits()) -> Invocation {
  Invocation("/bin/sh", ["-c", script], input: Array(input.utf8), limits: limits)
}

extension Outcome {
  var text: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }
}
