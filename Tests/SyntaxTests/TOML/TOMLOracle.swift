import Emission
import Syntax
import TestSupport

/// Python's `tomllib`, the judge of what is TOML 1.0 and of what it means.
enum TOMLOracle {
  /// Reads texts with both readers and returns those that they disagree about, with the reason.
  static func disagreements(about texts: [[UInt8]]) throws -> String {
    let lines = texts.map { text in
      let reading = TOMLReading(text)
      let hex = text.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      let isSound = reading.diagnostics.isEmpty
      return JSONWriter.line(
        .object([
          JSON.Member("text", .string(hex)), JSON.Member("tree", isSound ? reading.tree?.marked ?? .null : .null),
        ]))
    }
    let input = lines.map { $0 + "\n" }.joined()
    return try run(Machine.program("python3"), ["-X", "utf8", "-c", script], input: input).required()
  }

  /// `tomllib` knows no byte-order mark, which our reader takes; a plain scalar's text is TOML itself.
  private static let script = """
    import json, sys, tomllib

    def same(ours, theirs):
        if isinstance(theirs, dict):
            members = ours.get("m") if isinstance(ours, dict) else None
            return (members is not None
                    and len(members) == len(theirs) and all(k in theirs and same(v, theirs[k]) for k, v in members))
        if isinstance(theirs, list):
            return (isinstance(ours, list) and len(ours) == len(theirs)
                    and all(same(a, b) for a, b in zip(ours, theirs)))
        if isinstance(theirs, str):
            return ours == {"s": theirs}
        if not isinstance(ours, dict) or list(ours) != ["p"]:
            return False
        value = tomllib.loads("x = " + ours["p"])["x"]
        return type(value) is type(theirs) and repr(value) == repr(theirs)

    for line in sys.stdin.buffer:
        row = json.loads(line)
        text = bytes.fromhex(row["text"])
        try:
            theirs = tomllib.loads(text.removeprefix(b"\\xef\\xbb\\xbf").decode())
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            if row["tree"] is not None:
                print("only we take", ascii(text), fault)
        else:
            if row["tree"] is None:
                print("only we refuse", ascii(text))
            elif not same(row["tree"], theirs):
                print("read otherwise", ascii(text), ascii(row["tree"]), ascii(theirs))
    """
}
