import Syntax

/// TOML texts by what the reader is to make of them, in the categories of the specification.
enum TOMLTable {
  /// Texts that break one rule each.
  struct Faulty: Sendable {
    let fault: TOMLFault
    let texts: [String]
  }

  /// Every sound text.
  static let sound = words + strings + keys + tables + containers + lines

  /// Every faulty text with its rule.
  static let faulty: [(fault: TOMLFault, text: String)] = (faultyWords + faultyStrings + faultyStructure).flatMap {
    row in row.texts.map { (row.fault, $0) }
  }

  static let lines = [
    "", "\n", "\r\n", " \t ", "# a comment", "# a comment\n", "a = 1", "a = 1\n", "a = 1\r\nb = 2\r\n", "a=1#x",
    "\u{FEFF}a = 1", "  a = 1\n\tb = 2", "# tab\there, é and 😀\na = 1", "\n\n\na = 1\n\n", "[a]#x\n#y", "#\r\n#",
  ]

  static let keys = [
    "a_b-C9 = 1", "1234 = 1", "-1 = 1", "_ = 1", "\"a b\" = 1", "'a b' = 1", "\"\" = 1", "'' = 1",
    "\"a.b\" = 1\na.b = 2", "a . b = 1", "a\t.\tb = 1", "a.\"b.c\".'d' = 1", "3.14 = 1", "\"\\u0061\" = 1",
    "true = 1\nfalse = 2\ninf = 3", "a.b = 1\na.c = 2", "a.b.c = 1\na.d = 2\na.b.e = 3", "\"é\" = 1\n\"e\u{301}\" = 2",
    "a = 1\nA = 2", "'\"' = 1", "1979-05-27 = 1", "a.b=1\n\n[c]\na.b=1",
  ]

  static let tables = [
    "[a]", "[a]\nb = 1\n[c]\nb = 2", "[a.b.c]", "[ a . b ]", "[a.b]\n[a]", "[a.b]\nx = 1\n[a]\ny = 2", "[\"a b\".'c']",
    "[[a]]", "[[a]]\nb = 1\n[[a]]\nb = 2", "[[a.b]]\n[[a.b]]", "[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 2",
    "[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\n[[a]]\n[[a.b]]", "[[ a ]]", "[a]\nb.c = 1\n[a.b.d]\ne = 2",
    "[a.b.c]\nz = 9\n[a]\nb.d = 1", "[a]\n[a.b]\n[c]\n[a.d]", "[a]\n[b]\n[a.c]\n[b.c]", "[a]\nb.c = 1\nb.d = 2",
    "[a.b]\n[[a.c]]\n[[a.c]]", "[a.b]\nx=1\n[[a.c.d]]\ny=1", "['']", "[a]\n'a' = 1",
    "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".cni]\n  bin_dir = \"/opt/cni/bin\"\n",
  ]

  static let containers = [
    "a = []", "a = [ ]", "a = [1]", "a = [1,]", "a = [1, 2, 3]", "a = [1, 'b', 2.0, [true], {c = 1}]",
    "a = [\n  1, # one\n  2\n  # end\n]", "a = [\r\n1\r\n,\r\n2\r\n]", "a = [[], [[]]]", "a = [[1, 2], ['x']]\nb = 1",
    "a = {}", "a = { }", "a = {b = 1}", "a = { b = 1, c = 'x' }", "a = {b.c = 1, b.d = 2}", "a = {b = {c = {}}}",
    "a = {b = [\n1,\n2\n], c = 3}", "a = [{b = 1}, {b = 2}]", "a = {'b c' = 1, \"d\" = 2}", "a = {b = '''x\ny'''}",
    "a = {b = {c = 1}, d.e = 2}", "a.b = {c = 1}\na.d = 2", "a = [#x\n]", "a = [ 1 , 2 , ]#x",
  ]
}
