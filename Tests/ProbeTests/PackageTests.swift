import Foundation
import NetworkTypes
import TestSupport
import Testing

@testable import Probe

/// What the distribution's package managers say. Stand-ins print what the real ones do; the live tests ask Debian's.
@Suite struct PackageTests {
  private func question(_ scratch: Scratch, dpkg: String = "exit 9", rpm: String = "exit 9") throws -> PackageQuestion {
    let node = FakeNode(scratch: scratch)
    try scratch.folder("var/lib/\(dpkg == "exit 9" ? "rpm" : "dpkg")")
    var question = PackageQuestion(root: NodeRoot(scratch.path))
    question.dpkgQuery = try node.program("dpkg-query", dpkg)
    question.rpm = try node.program("rpm", rpm)
    return question
  }

  @Test func dpkgIsUnderstood() async throws {
    try await withScratch { scratch in
      let question = try question(
        scratch,
        dpkg: #"""
          case "$*" in
          *--search*)
            echo "$*" > \#(scratch("asked"))
            echo 'diversion by other from: /usr/lib/cni/bridge'
            echo 'containernetworking-plugins: /usr/lib/cni/bridge'
            echo 'two:amd64, three: /usr/lib/cni/a[b]'
            echo 'dpkg-query: no path found matching pattern /usr/lib/cni/own' >&2
            exit 1 ;;
          *--show*)
            printf 'containernetworking-plugins\t1.1.1+ds1\t1.1.1+ds1-3+b5\ntwo:amd64\tnone\t7\n' ;;
          esac
          """#)
      let owners = question.owners(of: ["/usr/lib/cni/own", "/usr/lib/cni/bridge", "/usr/lib/cni/a[b]"])
      #expect(
        owners == [
          nil,
          PackageOwner(name: "containernetworking-plugins", version: "1.1.1+ds1-3+b5", release: "1.1.1"),
          PackageOwner(name: "two:amd64", version: "7", release: nil),
        ])
      let asked = try String(contentsOfFile: scratch("asked"), encoding: .utf8)
      #expect(asked.contains("--admindir=\(scratch("var/lib/dpkg"))"))
      #expect(asked.contains(#"/usr/lib/cni/a\[b]"#))
    }
  }

  @Test func rpmIsUnderstood() async throws {
    try await withScratch { scratch in
      let question = try question(
        scratch,
        rpm: #"""
          for path in "$@"; do
            case "$path" in
            */bridge) printf 'containernetworking-plugins\t1.5.1\t1.5.1-2.fc40\n' ;;
            */own) echo "file $path is not owned by any package" ;;
            esac
          done
          """#)
      let owners = question.owners(of: ["/usr/libexec/cni/own", "/usr/libexec/cni/bridge"])
      #expect(
        owners == [
          nil, PackageOwner(name: "containernetworking-plugins", version: "1.5.1-2.fc40", release: "1.5.1"),
        ])
    }
  }

  /// Two packages may have a file, so lines are not always those of the files.
  @Test func rpmIsAskedOneByOneWhereItsAnswerIsAmbiguous() async throws {
    try await withScratch { scratch in
      let question = try question(
        scratch,
        rpm: #"""
          for path in "$@"; do
            case "$path" in
            */a) printf 'one\t1.0.0\t1.0.0-1\n'; printf 'other\t1.0.0\t1.0.0-1\n' ;;
            */b) printf 'two\t2.0.0\t2.0.0-1\n' ;;
            esac
          done
          """#)
      #expect(question.owners(of: ["/x/a", "/x/b"]).map { $0?.name } == ["one", "two"])
    }
  }

  @Test func aPackageManagerThatFailsKnowsNothing() async throws {
    try await withScratch { scratch in
      for script in ["exit 2", "kill -SEGV $$", "head -c 30000000 /dev/zero", "echo nonsense: here"] {
        let owners = try question(scratch, dpkg: script).owners(of: ["/a", "/b"])
        #expect(owners == [nil, nil])
      }
    }
  }

  @Test func noneIsAskedWhereThereIsNone() async throws {
    try await withScratch { scratch in
      var question = PackageQuestion(root: NodeRoot(scratch.path))
      question.dpkgQuery = try FakeNode(scratch: scratch).program("dpkg-query", "touch \(scratch("asked"))")
      #expect(question.owners(of: ["/a"]) == [nil])
    }
  }
}
