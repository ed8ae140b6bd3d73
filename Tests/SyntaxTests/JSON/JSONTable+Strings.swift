extension JSONTable {
  /// Strings: what stands in them as it is, and their quotes.
  static let strings = #"""
    ["a"] ⇒ ok
    ["abcdefg"] ⇒ ok
    ["abcdefgh"] ⇒ ok
    ["abcdefghi"] ⇒ ok
    ["0123456789abcde"] ⇒ ok
    ["0123456789abcdef"] ⇒ ok
    ["0123456789abcdef0123456789abcdef0123456789abcdef"] ⇒ ok
    ["<20*70>"] ⇒ ok
    ["<7F>"] ⇒ ok
    ["/"] ⇒ ok
    ["[1, {'a': #}] // no comment"] ⇒ ok
    ["é"] ⇒ ok
    ["Grüße, 世界"] ⇒ ok
    ["€uro"] ⇒ ok
    ["😀"] ⇒ ok
    ["<F4><8F><BF><BF>"] ⇒ ok
    ["<EF><BF><BE>"] ⇒ ok
    ["<EF><BF><BD>"] ⇒ ok
    ["<C2><80>"] ⇒ ok
    ["<E2><80><A8><E2><80><A9>"] ⇒ ok
    ["<C2><A0>"] ⇒ ok
    ["<EF><BB><BF>"] ⇒ ok
    {"ключ":"значение"} ⇒ ok
    ["e<CC><81>"] ⇒ ok
    [" a b "] ⇒ ok
    ["'single'"] ⇒ ok
    ["yes","no","1.10","010"] ⇒ ok

    ["a<09>b"] ⇒ json-control-character 3-4 ⇒ ["a\tb"]
    ["<09>"] ⇒ json-control-character 2-3 ⇒ ["\t"]
    ["<00>"] ⇒ json-control-character 2-3 ⇒ ["\u0000"]
    ["<1F>"] ⇒ json-control-character 2-3 ⇒ ["\u001f"]
    ["<08>x<0C>"] ⇒ json-control-character 2-3 ⇒ ["\bx\f"]
    ["1234567<09>90"] ⇒ json-control-character 9-10 ⇒ ["1234567\t90"]
    ["12345678<09>90"] ⇒ json-control-character 10-11 ⇒ ["12345678\t90"]
    ["a<09>b<09>c","<09>"] ⇒ json-control-character 3-4, json-control-character 10-11 ⇒ ["a\tb\tc","\t"]
    {"a<09>":1} ⇒ json-control-character 3-4 ⇒ {"a\t":1}
    ["é<01>é"] ⇒ json-control-character 4-5 ⇒ ["é\u0001é"]
    ["\n<09>\""] ⇒ json-control-character 4-5 ⇒ ["\n\t\""]
    ["a<0A>b"] ⇒ json-control-character 1-3
    ["a<0D>b"] ⇒ json-control-character 1-3
    ["a<0D><0A>b"] ⇒ json-control-character 1-3
    {"name":"x,<0A>"type":"bridge"} ⇒ json-control-character 8-11
    {"name<0A>":1} ⇒ json-control-character 1-6
    ["<0A>"] ⇒ json-control-character 1-2
    ["a\<0A>b"] ⇒ json-control-character 1-4
    ["<09>a<0A>"] ⇒ json-control-character 1-4, json-control-character 2-3

    ['a'] ⇒ json-single-quotes 1-4 ⇒ ["a"]
    [''] ⇒ json-single-quotes 1-3 ⇒ [""]
    ['a', 'b'] ⇒ json-single-quotes 1-4, json-single-quotes 6-9 ⇒ ["a","b"]
    {'a':1} ⇒ json-single-quotes 1-4 ⇒ {"a":1}
    {'a':'b'} ⇒ json-single-quotes 1-4, json-single-quotes 5-8 ⇒ {"a":"b"}
    {"a":'b',"c":1} ⇒ json-single-quotes 5-8 ⇒ {"a":"b","c":1}
    ['é'] ⇒ json-single-quotes 1-5 ⇒ ["é"]
    'a' ⇒ json-single-quotes 0-3 ⇒ "a"
    ['a"b'] ⇒ json-single-quotes 1-2
    ['a\'b'] ⇒ json-single-quotes 1-2
    ['it's'] ⇒ json-single-quotes 1-5
    ['a] ⇒ json-single-quotes 1-2
    ['a<0A>'] ⇒ json-single-quotes 1-2
    ['] ⇒ json-single-quotes 1-2
    ["a', 'b'] ⇒ json-truncated 1-10
    ['a"] ⇒ json-single-quotes 1-2

    [“a”] ⇒ json-syntax 1-4
    {“a”:1} ⇒ json-syntax 1-4
    {"a":„b“} ⇒ json-syntax 5-8
    [«a»] ⇒ json-syntax 1-3
    [`a`] ⇒ json-syntax 1-2
    ["a”] ⇒ json-truncated 1-7
    """#

  /// Escapes in strings.
  static let escapes = #"""
    ["\""] ⇒ ok
    ["\\"] ⇒ ok
    ["\/"] ⇒ ok
    ["\b\f\n\r\t"] ⇒ ok
    ["\\\\\""] ⇒ ok
    ["a\"b\\c\/d"] ⇒ ok
    ["1234567\n"] ⇒ ok
    ["12345678\n"] ⇒ ok
    ["\u0041"] ⇒ ok
    ["\u00e9\u00E9"] ⇒ ok
    ["\u0000"] ⇒ ok
    ["\u001f\u007f"] ⇒ ok
    ["\u0022"] ⇒ ok
    ["\u005C"] ⇒ ok
    ["\u20aC"] ⇒ ok
    ["\uFFFE\uFFFF"] ⇒ ok
    ["\uFEFF"] ⇒ ok
    ["\ud83d\ude00"] ⇒ ok
    ["\uD834\uDD1E"] ⇒ ok
    ["\uDBFF\uDFFF"] ⇒ ok
    ["\ud800\udc00"] ⇒ ok
    ["\uD7FF\uE000"] ⇒ ok
    ["\\u0041"] ⇒ ok
    ["\\ud800"] ⇒ ok
    {"\u0061":1,"b\n":2} ⇒ ok
    "\u0061" ⇒ ok
    ["C:\\opt\\cni"] ⇒ ok

    ["\ud800"] ⇒ json-lone-surrogate 2-8 ⇒ ["\ufffd"]
    ["\uDBFF"] ⇒ json-lone-surrogate 2-8 ⇒ ["\ufffd"]
    ["\uDC00"] ⇒ json-lone-surrogate 2-8 ⇒ ["\ufffd"]
    ["\udfff"] ⇒ json-lone-surrogate 2-8 ⇒ ["\ufffd"]
    ["a\ud800b"] ⇒ json-lone-surrogate 3-9 ⇒ ["a\ufffdb"]
    ["\ud800\n"] ⇒ json-lone-surrogate 2-8 ⇒ ["\ufffd\n"]
    ["\ud800\ud800\udc00"] ⇒ json-lone-surrogate 2-8 ⇒ ["\ufffd\ud800\udc00"]
    ["\udc00\ud800"] ⇒ json-lone-surrogate 2-8, json-lone-surrogate 8-14 ⇒ ["\ufffd\ufffd"]
    ["\ud800\u0041"] ⇒ json-lone-surrogate 2-8 ⇒ ["\ufffdA"]
    ["\ud83d\\ude00"] ⇒ json-lone-surrogate 2-8 ⇒ ["\ufffd\\ude00"]
    {"\udead":1} ⇒ json-lone-surrogate 2-8 ⇒ {"\ufffd":1}

    ["\x"] ⇒ json-unknown-escape 2-4 ⇒ ["x"]
    ["\x41"] ⇒ json-unknown-escape 2-4 ⇒ ["x41"]
    ["\a"] ⇒ json-unknown-escape 2-4 ⇒ ["a"]
    ["\v"] ⇒ json-unknown-escape 2-4 ⇒ ["v"]
    ["\0"] ⇒ json-unknown-escape 2-4 ⇒ ["0"]
    ["\'"] ⇒ json-unknown-escape 2-4 ⇒ ["'"]
    ["\ "] ⇒ json-unknown-escape 2-4 ⇒ [" "]
    ["\é"] ⇒ json-unknown-escape 2-5 ⇒ ["é"]
    ["\😀"] ⇒ json-unknown-escape 2-7 ⇒ ["😀"]
    ["\N"] ⇒ json-unknown-escape 2-4 ⇒ ["N"]
    ["\U0041"] ⇒ json-unknown-escape 2-4 ⇒ ["U0041"]
    ["10\.88"] ⇒ json-unknown-escape 4-6 ⇒ ["10.88"]
    ["C:\opt\cni"] ⇒ json-unknown-escape 4-6, json-unknown-escape 8-10 ⇒ ["C:optcni"]
    ["\u"] ⇒ json-unknown-escape 2-4 ⇒ ["u"]
    ["\u1"] ⇒ json-unknown-escape 2-4 ⇒ ["u1"]
    ["\u123"] ⇒ json-unknown-escape 2-4 ⇒ ["u123"]
    ["\u12G4"] ⇒ json-unknown-escape 2-4 ⇒ ["u12G4"]
    ["\u+123"] ⇒ json-unknown-escape 2-4 ⇒ ["u+123"]
    ["\u 123"] ⇒ json-unknown-escape 2-4 ⇒ ["u 123"]
    ["\u{41}"] ⇒ json-unknown-escape 2-4 ⇒ ["u{41}"]
    ["\u00é9"] ⇒ json-unknown-escape 2-4 ⇒ ["u00é9"]
    ["\ud83d\u"] ⇒ json-lone-surrogate 2-8, json-unknown-escape 8-10 ⇒ ["\ufffdu"]
    ["\ud83d\x"] ⇒ json-lone-surrogate 2-8, json-unknown-escape 8-10 ⇒ ["\ufffdx"]
    {"\y":"\z"} ⇒ json-unknown-escape 2-4, json-unknown-escape 7-9 ⇒ {"y":"z"}
    ["\"] ⇒ json-truncated 1-5
    ["\\\"] ⇒ json-truncated 1-7
    [\n] ⇒ json-syntax 1-2
    \u0041 ⇒ json-syntax 0-1
    """#
}
