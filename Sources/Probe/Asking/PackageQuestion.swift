import ArtifactIO
import Programs

/// Asks the package manager of a node which packages its files belong to.
struct PackageQuestion: Sendable {
  /// Where the two that we know lie on this machine.
  var dpkgQuery = "/usr/bin/dpkg-query"
  var rpm = "/usr/bin/rpm"
  let root: NodeRoot

  /// Where the two keep what they know.
  private static let dpkgFolder = "/var/lib/dpkg"
  private static let rpmFolders = ["/usr/lib/sysimage/rpm", "/var/lib/rpm"]
  /// A package manager may have a large database on a slow disk.
  private static let limits = Invocation.Limits(time: .seconds(2), output: 4 << 20)

  init(root: NodeRoot) { self.root = root }

  /// The owners of files, by their place in the list; `nil` for a file that no package brought.
  func owners(of paths: [String]) -> [PackageOwner?] {
    let none = [PackageOwner?](repeating: nil, count: paths.count)
    guard !paths.isEmpty else { return none }
    if isThere(dpkgQuery), FileReading.isFolder(root.place(of: Self.dpkgFolder)) { return askDpkg(paths) }
    if isThere(rpm), Self.rpmFolders.contains(where: { FileReading.isFolder(root.place(of: $0)) }) {
      return askRPM(paths)
    }
    return none
  }

  /// Two questions: which package has the file, and which version that is.
  private func askDpkg(_ paths: [String]) -> [PackageOwner?] {
    let database = root.isThisMachine ? [] : ["--admindir=\(root.place(of: Self.dpkgFolder))"]
    // A path is a pattern there.
    let patterns = paths.map { path in path.map { "*?[\\".contains($0) ? "\\\($0)" : "\($0)" }.joined() }
    let holders = lines(of: Invocation(dpkgQuery, database + ["--search"] + patterns, limits: Self.limits))
      .filter { !$0.hasPrefix("diversion by ") }.compactMap(Self.holder)
    guard !holders.isEmpty else { return paths.map { _ in nil } }
    let format = "${binary:Package}\\t${source:Upstream-Version}\\t${Version}\\n"
    let names = Set(holders.map(\.package)).sorted()
    let packages = lines(
      of: Invocation(dpkgQuery, database + ["--show", "--showformat=\(format)"] + names, limits: Self.limits)
    ).compactMap(Self.owner)
    return paths.map { path in
      holders.first { $0.path == path }.flatMap { holder in packages.first { $0.name == holder.package } }
    }
  }

  /// `containernetworking-plugins: /usr/lib/cni/bridge`; of several packages the first.
  private static func holder(_ line: Substring) -> (path: String, package: String)? {
    guard let slash = line.firstIndex(of: "/"), line[..<slash].hasSuffix(": ") else { return nil }
    let names = line[..<slash].dropLast(2).split(separator: ",")
    return names.first.map { (String(line[slash...]), String($0)) }
  }

  /// One question for all files. The answers have no paths in them, so there must be one for each.
  private func askRPM(_ paths: [String]) -> [PackageOwner?] {
    let answers = ask(rpm: paths)
    if answers.count == paths.count { return answers.map(Self.owner) }
    return paths.map { path in ask(rpm: [path]).first.flatMap(Self.owner) }
  }

  private func ask(rpm paths: [String]) -> [Substring] {
    let database = root.isThisMachine ? [] : ["--root", root.place(of: "/")]
    let format = "%{NAME}\\t%{VERSION}\\t%{VERSION}-%{RELEASE}\\n"
    return lines(of: Invocation(rpm, database + ["-qf", "--queryformat", format] + paths, limits: Self.limits))
  }

  /// Name, release and version of a package; `nil` for a line that says something else.
  private static func owner(_ line: Substring) -> PackageOwner? {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 3 else { return nil }
    return PackageOwner(
      name: Question.shown(cells[0]), version: Question.shown(cells[2]), release: ReleaseText.read(cells[1]))
  }

  private func lines(of invocation: Invocation) -> [Substring] {
    String(decoding: Runner.run(invocation).output, as: UTF8.self).split(separator: "\n")
  }

  private func isThere(_ path: String) -> Bool { FileReading.nature(of: path) == .file }
}
