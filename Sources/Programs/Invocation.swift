/// A foreign program as it is to be run once: no shell, no search path, nothing of our own environment.
package struct Invocation: Sendable {
  /// A variable of the program's environment.
  package struct Variable: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// How long a program may run and how much it may say before it is killed.
  package struct Limits: Sendable {
    /// From its start to its end.
    package var time: Duration
    /// Bytes of standard output, and as many of standard error.
    package var output: Int

    package init(time: Duration = .seconds(2), output: Int = 1 << 20) {
      self.time = time
      self.output = output
    }
  }

  /// Where programs look for others that they need: the folders that every distribution has.
  package static let plainEnvironment = [
    Variable("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
  ]

  /// The file to execute.
  package var program: String
  /// What stands behind its name.
  package var arguments: [String]
  /// Its whole environment, in this order.
  package var environment: [Variable]
  /// What it reads from standard input.
  package var input: [UInt8]
  package var limits: Limits
  /// Namespaces that it is moved into before it begins, in this order: open descriptors of files such as
  /// `/proc/PID/ns/net`.
  package var namespaces: [Int32]

  package init(
    _ program: String, _ arguments: [String] = [], environment: [Variable] = plainEnvironment, input: [UInt8] = [],
    limits: Limits = Limits(), namespaces: [Int32] = []
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.input = input
    self.limits = limits
    self.namespaces = namespaces
  }
}
