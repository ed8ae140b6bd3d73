import Glibc
import Programs

/// A commit of the repository that we stand in. Objects are read and nothing else: no hook, filter, pager, helper or
/// transport that somebody configured is run.
struct GitRevision: Sendable {
  /// What the user calls it.
  let name: String
  /// Its commit, so that what is read later is of the same one.
  private let commit: String
  private let program: String

  /// Finds a revision.
  static func named(_ name: String) throws(GitFault) -> GitRevision {
    guard let program = GitProgram.path else { throw GitFault("there is no git on this machine, or not in the PATH") }
    let outcome = GitProgram.run(program, ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"])
    guard outcome.end == .exited(0) else {
      let inside = GitProgram.run(program, ["rev-parse", "--git-dir"])
      throw inside.end == .exited(0)
        ? GitFault("there is no such revision") : GitFault(GitProgram.words(inside))
    }
    let commit = String(decoding: outcome.output, as: UTF8.self).filter { !$0.isWhitespace }
    return GitRevision(name: name, commit: commit, program: program)
  }

  /// The bytes of a file; `nil` where the revision has none of that path.
  ///
  /// - Parameter path: from the folder that we are in.
  func file(_ path: String) throws(GitFault) -> [UInt8]? {
    guard !path.hasPrefix("/") else { throw GitFault("\(path) begins at the root, and a revision has none") }
    let object = "\(commit):./\(path)"
    let kind = GitProgram.run(program, ["cat-file", "-t", "--end-of-options", object])
    guard kind.end == .exited(0) else {
      guard case .exited = kind.end else { throw GitFault(GitProgram.words(kind)) }
      return nil
    }
    guard kind.output.starts(with: "blob".utf8) else { throw GitFault("it is a folder there; name a file") }
    let content = GitProgram.run(program, ["cat-file", "blob", object])
    guard content.end == .exited(0) else { throw GitFault(GitProgram.words(content)) }
    return content.output
  }
}

/// Something that git does not give.
struct GitFault: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// The program git, and how it is run.
enum GitProgram {
  /// Files of a fleet are large; more than this is not taken.
  private static let limits = Invocation.Limits(time: .seconds(60), output: 256 << 20)

  /// Where it is: the first of that name in the folders of `PATH`.
  static var path: String? {
    let folders = Host.variable("PATH") ?? Invocation.plainEnvironment.first?.value ?? ""
    return folders.split(separator: ":").map { "\($0)/git" }.first { access($0, X_OK) == 0 }
  }

  /// Runs it. What the user's own files configure is left out, and what the repository configures can run nothing:
  /// there is no transport to fetch missing objects with, and reading objects knows neither hooks nor filters.
  static func run(_ program: String, _ arguments: [String]) -> Outcome {
    var environment = [
      Invocation.Variable("PATH", Host.variable("PATH") ?? ""), Invocation.Variable("LC_ALL", "C"),
      Invocation.Variable("GIT_ALLOW_PROTOCOL", ""), Invocation.Variable("GIT_NO_LAZY_FETCH", "1"),
      Invocation.Variable("GIT_OPTIONAL_LOCKS", "0"), Invocation.Variable("GIT_TERMINAL_PROMPT", "0"),
      Invocation.Variable("GIT_NO_REPLACE_OBJECTS", "1"),
    ]
    // Who trusts a repository of another owner says so in his own file.
    for name in ["HOME", "XDG_CONFIG_HOME", "GIT_DIR", "GIT_WORK_TREE", "GIT_CEILING_DIRECTORIES"] {
      if let value = Host.variable(name) { environment.append(Invocation.Variable(name, value)) }
    }
    let safe = ["--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]
    return Runner.run(
      Invocation(program, safe + arguments, environment: environment, limits: limits))
  }

  /// What git says, as a reason.
  static func words(_ outcome: Outcome) -> String {
    guard case .exited = outcome.end else { return "git \(outcome.end)" }
    let line = String(decoding: outcome.errors.prefix(400), as: UTF8.self).split(whereSeparator: \.isNewline).first
    let text = line.map(String.init) ?? "git \(outcome.end)"
    return text.hasPrefix("fatal: ") ? String(text.dropFirst("fatal: ".count)) : text
  }
}
