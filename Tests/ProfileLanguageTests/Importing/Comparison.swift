import Foundation
import TestSupport

/// Holds files against what was built from them, with Python's readers of JSON, TOML and YAML.
enum Comparison {
  /// What is to be compared.
  struct Case: Encodable {
    let name: String
    /// `json`, `conf` for a single plugin, which stands for a list of one, or `toml`.
    let form: String
    let before: String
    let after: String
    let profile: String
  }

  /// What the comparison has found.
  struct Verdict: Decodable {
    let name: String
    /// Why one of the texts could not be read; otherwise empty.
    let trouble: String
    let differences: [Difference]
  }

  /// A place that is not the same.
  struct Difference: Decodable, CustomStringConvertible {
    /// `lost`, `added` or `changed`.
    let kind: String
    /// JSON pointer into the file before; of what was added, where it would stand.
    let pointer: String
    /// The last key on the way.
    let key: String

    var description: String { "\(kind) \(pointer)" }
  }

  /// Compares all cases in one run of Python.
  static func run(_ cases: [Case]) async throws -> [Verdict] {
    try await withScratch { scratch in
      let input = String(decoding: try JSONEncoder().encode(cases), as: UTF8.self)
      let path = try scratch.file("cases.json", input)
      let outcome = try TestSupport.run(Tools.program("python3"), ["-c", program, path], limit: 120)
      return try JSONDecoder().decode([Verdict].self, from: Data(try outcome.required().utf8))
    }
  }

  private static let program = #"""
    import json, sys, tomllib, yaml

    def same(a, b):
        return type(a) is type(b) and a == b

    def walk(a, b, path, key, found):
        if isinstance(a, dict) and isinstance(b, dict):
            for name in a:
                step = path + "/" + name.replace("~", "~0").replace("/", "~1")
                if name in b: walk(a[name], b[name], step, name, found)
                else: found.append({"kind": "lost", "pointer": step, "key": name})
            for name in b:
                if name not in a:
                    step = path + "/" + name.replace("~", "~0").replace("/", "~1")
                    found.append({"kind": "added", "pointer": step, "key": name})
        elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
            for index, pair in enumerate(zip(a, b)):
                walk(pair[0], pair[1], f"{path}/{index}", key, found)
        elif not same(a, b):
            found.append({"kind": "changed", "pointer": path, "key": key})

    def plain(value):
        if isinstance(value, dict): return {k: plain(v) for k, v in value.items()}
        if isinstance(value, list): return [plain(v) for v in value]
        return value if isinstance(value, (str, int, float, bool, type(None))) else {"date": value.isoformat()}

    verdicts = []
    for case in json.load(open(sys.argv[1], encoding="utf-8")):
        found, trouble = [], ""
        try:
            seen = yaml.safe_load(case["profile"])
            if not isinstance(seen, dict) or seen.get("kind") != "Profile": raise ValueError("no profile")
            if case["form"] == "toml":
                before, after = plain(tomllib.loads(case["before"])), plain(tomllib.loads(case["after"]))
            else:
                before, after = json.loads(case["before"]), json.loads(case["after"])
            if case["form"] == "conf":
                own = {k: v for k, v in before.items() if k in ("cniVersion", "name")}
                before = own | {"plugins": [{k: v for k, v in before.items() if k not in own}]}
            walk(before, after, "", "", found)
            if case["form"] == "conf":
                for one in found: one["pointer"] = one["pointer"].removeprefix("/plugins/0")
        except Exception as error:
            trouble = f"{type(error).__name__}: {error}"
        verdicts.append({"name": case["name"], "trouble": trouble, "differences": found})
    json.dump(verdicts, sys.stdout)
    """#
}
