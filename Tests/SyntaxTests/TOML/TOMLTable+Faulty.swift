import Syntax

extension TOMLTable {
  static let faultyStructure = [
    Faulty(
      fault: .syntax,
      texts: [
        "= 1", "a = 1 b = 2", "a b = 1", "a. = 1", ".a = 1", "a..b = 1", "a\n= 1", "a =\n1", "é = 1", "a+b = 1",
        "a: 1", "[a\n]", "[]", "[a.]", "[.a]", "[a..b]", "[a b]", "[a] b", "[a]b = 1", "[a]]", "[[a] ]",
        "[ [a]]", "[[]]", "[a]\n]", "a = ]", "a = [1 2]", "a = [,]", "a = [1,,2]", "a = [,1]", "a = {,}",
        "a = {b = 1,}",
        "a = {b = 1 c = 2}", "a = {b}", "a = {b = }", "a = {b = 1\n}", "a = {\nb = 1}", "a = {b: 1}", "a = 'x' 'y'",
        "a = 'x'y", "a = [] x", "a = {} x", "a = {b = 1, # x\nc = 2}", "{a = 1}", "\"\"\"a\"\"\" = 1", "'''a''' = 1",
        "a = # x", "a = 1, b = 2", "[a]\n= 1", "!", "a.b c = 1", "[a, b]",
        "[\"\"\"a\"\"\"]", "a = [1}", "a = {b = 1]", "a = []]",
      ]),
    Faulty(
      fault: .truncated,
      texts: [
        "a", "a.", "a =", "a = ", "[a.b", "[a", "[[a]", "[", "[[", "a = [", "a = [1", "a = [1,", "a = {", "a = {b",
        "a = {b = 1",
      ]),
    Faulty(
      fault: .duplicateKey,
      texts: [
        "a = 1\na = 2", "a = 1\n\"a\" = 2", "a = 1\n'a' = 2", "a.b = 1\na.b = 2", "[a]\nb = 1\nb = 2",
        "a = {b = 1, b = 2}",
        "a.b = 1\na = 2", "[a.b]\n[a]\nb = 1", "a = 1\n[a]", "a = 1\n[[a]]", "[a]\nb = 1\n[a.b]", "a = []\n[[a]]",
        "a = {}\n[a]", "[[a.b]]\n[a]\nb = 1", "\"\\u0061\" = 1\na = 2", "a = {b.c = 1, b = 2}",
        "a = {b.c = 1, b.c = 2}",
      ]),
    Faulty(
      fault: .tableRedefined,
      texts: [
        "[a]\n[a]", "[a]\nb = 1\n[a]\nc = 2", "[a]\n[b]\n[a]", "[a.b]\n[a.b]", "[a]\nb.c = 1\n[a.b]", "a.b = 1\n[a]",
        "[[a]]\n[a]", "[a]\n[[a]]", "[a.b]\n[[a]]", "a.b = 1\n[[a]]", "[a.b.c]\nz = 9\n[a]\nb.c.t = 1",
        "[[a.b]]\n[a]\nb.y = 2", "a = {}\na.b = 1", "a = {b = 1}\na.c = 1", "a = {}\n[a.b]", "a = {}\n[[a.b]]",
        "a = {b = {}, b.c = 1}", "a.b = {}\na.b.c = 1", "[a]\n[a.b]\n[a]", "[a.b]\nx = 1\n[a]\nb.y = 2",
      ]),
    Faulty(
      fault: .notATable,
      texts: [
        "a = 1\na.b = 2", "a = []\na.b = 2", "a = [{}]\n[a.b]", "a = 'x'\n[a.b]", "a = 1\n[[a.b]]",
        "a = {b = 1, b.c = 2}",
      ]),
    Faulty(
      fault: .tooDeep,
      texts: [
        "a = " + String(repeating: "[", count: 64) + String(repeating: "]", count: 64),
        String(repeating: "a.", count: 64) + "a = 1", "[" + String(repeating: "a.", count: 63) + "a]",
        "[[" + String(repeating: "a.", count: 62) + "a]]", "a = " + String(repeating: "{a = ", count: 5000),
        "a = " + String(repeating: "[", count: 100_000),
      ]),
  ]
}
