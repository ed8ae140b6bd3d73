import Foundation
import TestSupport
import Testing

/// What plugins are sent, seen by plugins of the tests' own: shell scripts that answer with what they were given.
@Suite(
  "What try sends to plugins", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5)))
struct ProtocolTests {
  /// Refuses the verb that its key `refuse` names, with its input and the variables of the specification; accepts all
  /// others. What was called lies in `/tmp`, which a trial's plugins share.
  private static let script = #"""
    #!/bin/sh
    request=$(cat)
    type=$(basename "$0")
    echo "$CNI_COMMAND $type ${CNI_CONTAINERID%"${CNI_CONTAINERID#??}"}" >>/tmp/calls
    quote() { sed 's/\\/\\\\/g; s/"/\\"/g' | tr '\n' ','; }
    case $request in
    *"\"refuse\": \"$CNI_COMMAND\""*)
      printf '{"code": 100, "msg": "%s", "details": "%s|%s|%s|%s"}' "$(printf %s "$request" | quote)" \
        "$CNI_IFNAME" "$CNI_NETNS" "$CNI_PATH" "$(quote </tmp/calls)"
      exit 1 ;;
    esac
    case $CNI_COMMAND in
    VERSION) echo '{"cniVersion": "1.1.0", "supportedVersions": ["0.3.1", "0.4.0", "1.0.0", "1.1.0"]}' ;;
    ADD)
      version=$(printf %s "$request" | sed 's/.*"cniVersion": "\([0-9.]*\)".*/\1/')
      echo "{\"cniVersion\": \"$version\", \"dns\": {\"search\": [\"by-$type\"]}}" ;;
    esac
    """#

  /// A run of the two plugins `first` and `second`, of which the second refuses a verb.
  private struct Sent {
    let request: JSONValue
    /// Device, namespace and path of plugins, and the calls so far.
    let surroundings: [String]
    let run: TrialRun

    init(_ verb: String, version: String = "1.1.0", options: [String] = [], list: String = "") async throws {
      let found = try await withScratch { scratch -> (TrialRun, String) in
        for name in ["first", "second"] {
          let path = try scratch.file("bin/\(name)", ProtocolTests.script)
          chmod(path, 0o755)
        }
        let file = try scratch.file(
          "10-own.conflist",
          """
          {
            "cniVersion": "\(version)", "name": "own", \(list)
            "plugins": [
              {"type": "first", "capabilities": {"mac": true}},
              {
                "type": "second", "refuse": "\(verb)", "size": 1500.0, "twice": 1, "twice": 2, "deep": {"a": [1, "x"]},
                "capabilities": {"portMappings": true, "bandwidth": false}
              }
            ]
          }
          """)
        let run = try TrialRun(file, ["--bin-dir", scratch("bin"), "--containerd", "2.1.3"] + options)
        return (run, scratch("bin"))
      }
      run = found.0
      let line = try #require(run.lines.first { $0.seen.hasPrefix("second refuses: ") }, "\(run)")
      let parts = line.seen.dropFirst("second refuses: ".count).components(separatedBy: "; ")
      request = try JSONValue(parsing: parts[0])
      surroundings = try #require(parts.last).components(separatedBy: "|")
    }
  }

  @Test("ADD: the result before, name, version and the arguments of declared capabilities, as libcni sends them")
  func add() async throws {
    let sent = try await Sent("ADD")
    let request = sent.request
    #expect(request["name"]?.string == "own")
    #expect(request["cniVersion"]?.string == "1.1.0")
    #expect(request["prevResult"]?["dns"]?["search"]?.elements == [.string("by-first")])
    #expect(request["deep"]?["a"]?.elements == [.integer(1), .string("x")])
    // Through a double and a map of Go's.
    #expect(request["size"] == .integer(1500) && request["twice"] == .integer(2))
    let arguments = try #require(request["runtimeConfig"])
    guard case .object(let members) = arguments else { throw Trouble("\(arguments)") }
    #expect(Set(members.keys) == ["portMappings"])
    let mappings = arguments["portMappings"]?.elements ?? []
    #expect(mappings.map { $0["protocol"]?.string } == ["tcp", "udp"])
    #expect(mappings.allSatisfy { $0["hostPort"] == .integer(8080) && $0["containerPort"] == .integer(80) })
    #expect(sent.surroundings[0] == "eth0")
    #expect(sent.surroundings[1] == "/run/netns/cnigen-1")
    #expect(sent.surroundings[2].hasPrefix(Machine.plugins + ":") && sent.surroundings[2].hasSuffix("/bin"))
  }

  @Test("CHECK and DEL get the final result; below 0.4.0 DEL gets none, and there is no CHECK")
  func later() async throws {
    for verb in ["CHECK", "DEL"] {
      let sent = try await Sent(verb)
      #expect(sent.request["prevResult"]?["dns"]?["search"]?.elements == [.string("by-second")], "\(verb)")
    }
    let old = try await Sent("DEL", version: "0.3.1")
    #expect(old.request["prevResult"] == nil)
    #expect(!old.surroundings[3].contains("CHECK") && !old.surroundings[3].contains("STATUS"))
  }

  @Test("STATUS comes first, GC names the containers that stay, and both exist from 1.1.0 on")
  func newVerbs() async throws {
    let status = try await Sent("STATUS")
    #expect(status.request["prevResult"] == nil && status.request["runtimeConfig"] == nil)
    #expect(!status.surroundings[3].contains("ADD"))
    let garbage = try await Sent("GC")
    let valid = garbage.request["cni.dev/valid-attachments"]?.elements ?? []
    #expect(valid.count == 2 && valid.allSatisfy { $0["ifname"]?.string == "eth0" })
    #expect(valid.allSatisfy { ($0["containerID"]?.string ?? "").count == 64 })
    #expect(garbage.request["cni.dev/attachments"]?.elements == valid)
    let before = try await Sent("DEL", version: "1.0.0")
    #expect(!before.surroundings[3].contains("GC") && !before.surroundings[3].contains("STATUS"))
    let disabled = try await Sent("DEL", list: #""disableGC": true, "disableCheck": true,"#)
    #expect(!disabled.surroundings[3].contains("GC") && !disabled.surroundings[3].contains("CHECK"))
  }

  @Test("DEL goes up the chain, the last container first")
  func order() async throws {
    // The first plugin is called behind the second, so what the second refuses is the first call of all.
    let sent = try await Sent("DEL")
    let calls = sent.surroundings[3].split(separator: ",").map { $0.split(separator: " ").map(String.init) }
    let added = calls.filter { $0[0] == "ADD" }
    #expect(added.map { $0[1] } == ["first", "second", "first", "second"])
    let deleted = calls.filter { $0[0] == "DEL" }
    #expect(deleted.map { $0[1] } == ["second"])
    #expect(deleted.map { $0[2] } == [added[2][2]])
  }

  @Test("The greatest of cniVersions that the runtime knows is sent")
  func versions() async throws {
    let list = #""cniVersions": ["0.4.0", "1.1.0"],"#
    #expect(try await Sent("ADD", version: "1.0.0", list: list).request["cniVersion"] == .string("1.1.0"))
    let older = try await Sent("ADD", version: "0.4.0", options: ["--containerd", "1.6.20"], list: list)
    #expect(older.request["cniVersion"] == .string("0.4.0"))
  }

  @Test("A result of a version that the runtime cannot read is a refusal")
  func unreadable() throws {
    try Machine.requireRoot()
    let run = try TrialRun(
      TestFiles.path("Cases/working/reference-bridge-ipv4.conflist"), ["--containerd", "1.5.18"])
    #expect(run.outcome.end == .exited(1), "\(run)")
    #expect(run.failed.contains { $0.seen.contains(#"unsupported CNI result version "1.0.0""#) }, "\(run)")
  }
}
