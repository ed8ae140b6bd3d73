import Diagnostics
import Foundation
import Outputs
import TestSupport
import Testing

/// cloud-init, Ignition and Butane, as their own programs and other readers see them.
@Suite struct ProvisioningTests {
  /// What each of the three says of files: path, mode and bytes, as hexadecimal numbers.
  private static let reader = """
    import base64, json, sys, urllib.parse, yaml
    def url(text):
        head, data = text.split(",", 1)
        assert head.startswith("data:")
        return base64.b64decode(data, validate=True) if head.endswith(";base64") else urllib.parse.unquote_to_bytes(data)
    def cloudinit(path):
        data = open(path, "rb").read()
        assert data.startswith(b"#cloud-config\\n")
        for f in yaml.safe_load(data)["write_files"]:
            assert f["owner"] == "root:root" and set(f) <= {"path", "owner", "permissions", "content", "encoding"}
            c = f["content"]
            yield f["path"], f["permissions"], base64.b64decode(c, validate=True) if "encoding" in f else c.encode()
    def ignition(path):
        config = json.load(open(path, "rb"))
        assert config["ignition"] == {"version": "3.4.0"}
        for f in config["storage"]["files"]:
            assert f["overwrite"] is True and type(f["mode"]) is int
            yield f["path"], format(f["mode"], "04o"), url(f["contents"]["source"])
    def butane(path):
        config = yaml.safe_load(open(path, "rb"))
        assert (config["variant"], config["version"]) == ("fcos", "1.5.0")
        for f in config["storage"]["files"]:
            assert f["overwrite"] is True and type(f["mode"]) is int and len(f["contents"]) == 1
            c = f["contents"]
            yield f["path"], format(f["mode"], "04o"), c["inline"].encode() if "inline" in c else url(c["source"])
    for read, name in ((cloudinit, "cloud-init.yaml"), (ignition, "ignition.ign"), (butane, "butane.yaml")):
        for path, mode, data in read(sys.argv[1] + "/" + name):
            print(name, path.encode().hex(), mode, data.hex())
    """

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test func anyBytesArriveAsTheyWere() async throws {
    let files = Rendered.hostile.enumerated().map { index, bytes in
      NodeFile(path: "/etc/cni/n {\(index)}'\"\n---\nü.d/x", bytes: bytes, role: .runtimeConfig)
    }
    let rendered = try Rendered(["cloudInit", "ignition", "butane"], of: files)
    #expect(rendered.bag.diagnostics.isEmpty)
    try await withScratch { scratch in
      for file in rendered.files { try Data(file.bytes).write(to: URL(filePath: scratch(file.name))) }
      let seen = try Built.python(Self.reader, scratch.path).required().split(separator: "\n").map(String.init)
      var expected: [String] = []
      for name in ["cloud-init.yaml", "ignition.ign", "butane.yaml"] {
        expected += files.map { "\(name) \(Self.hex($0.path.utf8)) 0644 \(Self.hex($0.bytes))" }
      }
      // A file without contents ends its line with a blank.
      #expect(seen == expected)
      try Self.cloudInitAccepts(scratch("cloud-init.yaml"))
      try Self.ignitionAccepts(scratch("ignition.ign"), scratch)
    }
  }

  @Test(arguments: Sample.allCases) func filesOfABuildArrive(_ sample: Sample) async throws {
    try await withScratch { scratch in
      let built = try Built.sample(sample, in: scratch)
      let seen = try Built.python(Self.reader, built.folder).required().split(separator: "\n").map(String.init)
      let folder =
        sample == .plain ? "/etc/cni/net.d" : "/etc/cni/n {{ x }}\n---\n'\"#: ü.d"
      let networks = sample == .plain ? ["10-pods.conflist", "20-storage.conflist"] : ["10-pods.conflist"]
      var expected: [String] = []
      for name in ["cloud-init.yaml", "ignition.ign", "butane.yaml"] {
        for (path, file) in [("/etc/containerd/config.toml", "config.toml")] + networks.map({ ("\(folder)/\($0)", $0) })
        {
          let bytes = try Data(contentsOf: URL(filePath: built(file)))
          expected.append("\(name) \(Self.hex(path.utf8)) 0644 \(Self.hex(bytes))")
        }
      }
      #expect(seen == expected)
      try Self.cloudInitAccepts(built("cloud-init.yaml"))
      try Self.ignitionAccepts(built("ignition.ign"), scratch)
    }
  }

  private static func cloudInitAccepts(_ path: String) throws {
    let outcome = try run(Machine.program("cloud-init"), ["schema", "--config-file", path])
    #expect(outcome.succeeded && outcome.output.contains("Valid cloud-config"), "\(outcome)")
  }

  /// Debian's Ignition ends at spec 3.3.0. What is used of 3.4.0 is in 3.3.0, too, so it is asked under that number.
  private static func ignitionAccepts(_ path: String, _ scratch: Scratch) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let older = text.replacing(#""version": "3.4.0""#, with: #""version": "3.3.0""#)
    #expect(older != text)
    let program = try Machine.program("ignition-validate")
    let outcome = try run(program, [try scratch.file("older.ign", older)])
    #expect(outcome.succeeded && outcome.errors.isEmpty, "\(outcome)")
    let broken = older.replacing(#""mode": 420"#, with: #""mode": "0644""#)
    #expect(try !run(program, [scratch.file("broken.ign", broken)]).succeeded, "it looks at modes")
  }

  @Test func cloudInitFindsFaults() async throws {
    try await withScratch { scratch in
      let built = try Built.sample(.plain, in: scratch)
      let text = try String(contentsOfFile: built("cloud-init.yaml"), encoding: .utf8)
      let path = try scratch.file("broken.yaml", text.replacing(#"permissions: "0644""#, with: "permissions: [6]"))
      let outcome = try run(Machine.program("cloud-init"), ["schema", "--config-file", path])
      #expect(!outcome.succeeded)
    }
  }

  /// The fields of spec 3.4.0 that are of concern here, closed: nothing else may stand there.
  @Test(arguments: Sample.allCases) func ignitionHasTheFieldsOfItsSpec(_ sample: Sample) async throws {
    let program = """
      import json, jsonschema, sys
      config = json.load(open(sys.argv[1], "rb"))
      def closed(properties, required):
          return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
      resource = closed({
          "source": {"type": "string", "pattern": "^(http|https|tftp|s3|arn|gs|data):"},
          "compression": {"enum": [None, "", "gzip"]},
          "httpHeaders": {"type": "array", "items": closed(
              {"name": {"type": "string"}, "value": {"type": "string"}}, ["name"])},
          "verification": closed({"hash": {"type": "string", "pattern": "^sha(256|512)-[0-9a-f]+$"}}, []),
      }, [])
      owner = closed({"id": {"type": "integer"}, "name": {"type": "string"}}, [])
      file = closed({
          "path": {"type": "string", "pattern": "^/"}, "overwrite": {"type": "boolean"}, "contents": resource,
          "append": {"type": "array", "items": resource}, "mode": {"type": "integer", "minimum": 0, "maximum": 0o7777},
          "user": owner, "group": owner,
      }, ["path"])
      schema = closed({
          "ignition": closed({"version": {"const": "3.4.0"}}, ["version"]),
          "storage": closed({"files": {"type": "array", "items": file, "minItems": 1}}, []),
      }, ["ignition"])
      jsonschema.Draft202012Validator.check_schema(schema)
      jsonschema.validate(config, schema)
      paths = [f["path"] for f in config["storage"]["files"]]
      assert len(set(paths)) == len(paths)
      print("valid")
      """
    try await withScratch { scratch in
      let built = try Built.sample(sample, in: scratch)
      #expect(try Built.python(program, built("ignition.ign")).required() == "valid\n")
    }
  }

  /// cloud-init's own modules merge the fragment with another part and write its files below a folder.
  @Test func cloudInitMergesAndWritesThem() async throws {
    let program = """
      import os, stat, sys, yaml
      from unittest import mock
      from cloudinit import mergers, util
      from cloudinit.config import cc_write_files
      root, fragment = sys.argv[1], yaml.safe_load(open(sys.argv[2], "rb"))
      other = {"write_files": [{"path": "/etc/motd", "content": "hello"}], "runcmd": [["true"]], "hostname": "a"}
      merged = mergers.construct(mergers.dict_extract_mergers(fragment)).merge(other, fragment)
      names = [f["path"] for f in merged["write_files"]]
      assert names == ["/etc/motd"] + [f["path"] for f in fragment["write_files"]], names
      assert merged["runcmd"] == [["true"], ["systemctl", "try-restart", "containerd.service"]], merged["runcmd"]
      files = [dict(f, path=root + f["path"]) for f in merged["write_files"]]
      owners = []
      with mock.patch.object(util, "chownbyname", lambda path, user, group: owners.append((user, group))):
          cc_write_files.write_files("write_files", files, "root:root")
      assert owners and set(owners) == {("root", "root")}, owners
      for file in files[1:]:
          assert stat.S_IMODE(os.stat(file["path"]).st_mode) == 0o644, file
      print("merged and written")
      """
    try await withScratch { scratch in
      let built = try Built.sample(.plain, in: scratch)
      let root = try scratch.folder("root")
      let seen = try run(Machine.program("python3"), ["-c", program, root, built("cloud-init.yaml")])
      #expect(seen.succeeded && seen.output.hasSuffix("merged and written\n"), "\(seen)")
      for (path, name) in [
        ("/etc/containerd/config.toml", "config.toml"), ("/etc/cni/net.d/10-pods.conflist", "10-pods.conflist"),
        ("/etc/cni/net.d/20-storage.conflist", "20-storage.conflist"),
      ] {
        #expect(
          FileManager.default.contents(atPath: root + path) == FileManager.default.contents(atPath: built(name)))
      }
    }
  }

  @Test func aRestartIsAskedForWhereItIsOfUse() async throws {
    for (change, restarts) in [
      ("outputs: [cloudInit]", true), ("outputs: [{cloudInit: {restart: false}}]", false),
      ("containerd: false\noutputs: [cloudInit]", false), ("outputs: [{cloudInit: {restart: true}}]", true),
    ] {
      try await withScratch { scratch in
        let built = try Built(
          "target: {containerd: 1.6.20, plugins: 1.1.1}\nnetwork: {ptp: true, addresses: {ranges: [10.1.0.0/24]}}\n\(change)",
          in: scratch)
        let text = try String(contentsOfFile: built("cloud-init.yaml"), encoding: .utf8)
        #expect(text.contains("[systemctl, try-restart, containerd.service]") == restarts, "\(change)")
      }
    }
  }

  @Test func flatcarHasAVersionOfItsOwn() async throws {
    try await withScratch { scratch in
      let built = try Built(
        Built.plain.replacing("butane, ", with: "{butane: {variant: flatcar}}, "), in: scratch)
      let program = "import sys, yaml; c = yaml.safe_load(open(sys.argv[1])); print(c['variant'], c['version'])"
      #expect(try Built.python(program, built("butane.yaml")).required() == "flatcar 1.1.0\n")
    }
  }
}
