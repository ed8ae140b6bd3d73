import CLinux
import Glibc

/// Starting a program, as the system wants to be asked.
enum Launch {
  /// A pipe whose reading end never blocks.
  struct Pipe {
    private(set) var reader: Int32 = -1
    private(set) var writer: Int32 = -1

    init() throws(StartFault) {
      guard quietPipe(&reader, &writer) == 0 else { throw StartFault(.process, code: errno) }
    }
  }

  /// A file without a name that is read from its beginning. A pipe would fill up if the program did not read.
  static func file(holding bytes: [UInt8]) throws(StartFault) -> Int32 {
    let file = unnamedFile("input")
    guard file >= 0 else { throw StartFault(.process, code: errno) }
    var offset = 0
    while offset < bytes.count {
      let position = offset
      let count = bytes.withUnsafeBytes {
        pwrite(file, $0.baseAddress.map { $0 + position }, $0.count - position, off_t(position))
      }
      guard count > 0 else {
        let code = errno
        close(file)
        throw StartFault(.process, code: code)
      }
      offset += count
    }
    return file
  }

  static func program(
    _ invocation: Invocation, _ input: Int32, _ output: Int32, _ errors: Int32
  ) -> launchResult {
    let arguments = ([invocation.program] + invocation.arguments).map { strdup($0) } + [nil]
    let environment = invocation.environment.map { strdup("\($0.name)=\($0.value)") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    return arguments.withUnsafeBufferPointer { arguments in
      environment.withUnsafeBufferPointer { environment in
        invocation.namespaces.withUnsafeBufferPointer { namespaces in
          var request = launchRequest(
            program: arguments[0], arguments: arguments.baseAddress, environment: environment.baseAddress,
            input: input, output: output, errors: errors, namespaces: namespaces.baseAddress,
            namespaceCount: Int32(namespaces.count))
          return patiently { launchProgram(&request) }
        }
      }
    }
  }

  /// Tries again where somebody else is still writing the program's file, as libcni does.
  private static func patiently(_ launch: () -> launchResult) -> launchResult {
    for _ in 0..<5 {
      let result = launch()
      guard result.process < 0, result.error == ETXTBSY else { return result }
      usleep(20_000)
    }
    return launch()
  }
}

extension StartFault {
  init(_ result: launchResult) {
    let step: Step =
      switch result.failedStep {
      case launchStepNamespace: .namespace
      case launchStepProgram: .program
      default: .process
      }
    self.init(step, code: result.error)
  }
}
