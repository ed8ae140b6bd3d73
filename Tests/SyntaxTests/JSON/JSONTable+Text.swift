extension JSONTable {
  /// White space, what people take for it, and comments.
  static let space = #"""
    <20>[]<20> ⇒ ok
    <09>[]<09> ⇒ ok
    <0A>[]<0A> ⇒ ok
    <0D><0A>[]<0D><0A> ⇒ ok
    [<20>] ⇒ ok
    {<0A>} ⇒ ok
    [<20*7>1<20*8>,<20*9>2<20*17>] ⇒ ok
    {<0A><20*15>"a"<09>:<0D>1<20*16>} ⇒ ok
    []<20*100> ⇒ ok
    <0A*100>1 ⇒ ok

    <EF><BB><BF>{} ⇒ json-byte-order-mark 0-3 ⇒ {}
    <EF><BB><BF> {"a":1,} ⇒ json-byte-order-mark 0-3, json-trailing-comma 10-11 ⇒ {"a":1}
    <EF><BB><BF> ⇒ json-byte-order-mark 0-3, json-empty 0-0
    <EF><BB><BF><EF><BB><BF>{} ⇒ json-byte-order-mark 0-3, json-foreign-space 3-6 ⇒ {}

    <C2><A0>[] ⇒ json-foreign-space 0-2 ⇒ []
    [<C2><A0>1] ⇒ json-foreign-space 1-3 ⇒ [1]
    {"a":<C2><A0>1} ⇒ json-foreign-space 5-7 ⇒ {"a":1}
    [1,<0C>2] ⇒ json-foreign-space 3-4 ⇒ [1,2]
    [1<0B>] ⇒ json-foreign-space 2-3 ⇒ [1]
    []<C2><A0> ⇒ json-foreign-space 2-4 ⇒ []
    [<E2><80><A8>] ⇒ json-foreign-space 1-4 ⇒ []
    [<E2><80><A9>] ⇒ json-foreign-space 1-4 ⇒ []
    [<E3><80><80>] ⇒ json-foreign-space 1-4 ⇒ []
    [<E2><80><8B>] ⇒ json-foreign-space 1-4 ⇒ []
    [<E2><80><83>1] ⇒ json-foreign-space 1-4 ⇒ [1]
    [<E2><80><AF>1] ⇒ json-foreign-space 1-4 ⇒ [1]
    [<C2><85>] ⇒ json-foreign-space 1-3 ⇒ []
    [<C2><A0><C2><A0>] ⇒ json-foreign-space 1-3, json-foreign-space 3-5 ⇒ []
    [<EF><BB><BF>] ⇒ json-foreign-space 1-4 ⇒ []
    [<C2><AB>] ⇒ json-syntax 1-3
    [<00>] ⇒ json-syntax 1-2
    <00> ⇒ json-syntax 0-1
    [<1F>] ⇒ json-syntax 1-2
    [<7F>] ⇒ json-syntax 1-2
    {<08>} ⇒ json-syntax 1-2

    // note<0A>{} ⇒ json-comment 0-7 ⇒ {}
    {} // note ⇒ json-comment 3-10 ⇒ {}
    [1, // one<0A>2] ⇒ json-comment 4-10 ⇒ [1,2]
    {"a":1} //<0A> ⇒ json-comment 8-10 ⇒ {"a":1}
    /* note */ {} ⇒ json-comment 0-10 ⇒ {}
    [/**/] ⇒ json-comment 1-5 ⇒ []
    [/***/1/* a * b */] ⇒ json-comment 1-6, json-comment 7-18 ⇒ [1]
    {"a"/*k*/:/*v*/1} ⇒ json-comment 4-9, json-comment 10-15 ⇒ {"a":1}
    # note<0A>{} ⇒ json-comment 0-6 ⇒ {}
    [1 # one<0D><0A>] ⇒ json-comment 3-8 ⇒ [1]
    {<0A>  // "name": "x",<0A>  "name": "y"<0A>} ⇒ json-comment 4-19 ⇒ {"name":"y"}
    [1, /* é */ 2] ⇒ json-comment 4-12 ⇒ [1,2]
    [1, // last<0A>] ⇒ json-trailing-comma 2-3, json-comment 4-11 ⇒ [1]
    ["a" // one<0A>"b"] ⇒ json-missing-comma 4-4, json-comment 5-11 ⇒ ["a","b"]
    [/* never closed ] ⇒ json-truncated 1-3
    [/*/] ⇒ json-truncated 1-3
    [1/2] ⇒ json-syntax 2-3
    [/] ⇒ json-syntax 1-2
    {}/ ⇒ json-trailing-text 2-3 ⇒ {}
    [<3C>!-- x -->] ⇒ json-syntax 1-2
    -- x ⇒ json-malformed-number 0-2
    """#

  /// Texts that hold nothing, or break off.
  static let broken = #"""
     ⇒ json-empty 0-0
    <20> ⇒ json-empty 0-0
    <0A><0A> ⇒ json-empty 0-0
    // only a note ⇒ json-comment 0-14, json-empty 0-0
    <C2><A0> ⇒ json-foreign-space 0-2, json-empty 0-0

    [ ⇒ json-truncated 1-1
    { ⇒ json-truncated 1-1
    [<0A> ⇒ json-truncated 1-1
    [1 ⇒ json-truncated 2-2
    [1<20><0A> ⇒ json-truncated 2-2
    [1, ⇒ json-truncated 3-3
    [[] ⇒ json-truncated 3-3
    [[[ ⇒ json-truncated 3-3
    [{ ⇒ json-truncated 2-2
    {"a" ⇒ json-truncated 4-4
    {"a": ⇒ json-truncated 5-5
    {"a":1 ⇒ json-truncated 6-6
    {"a":1, ⇒ json-truncated 7-7
    {"a":{"b":1} ⇒ json-truncated 12-12
    {"a":[1,2] ⇒ json-truncated 10-10
    {a ⇒ json-unquoted-key 1-2, json-truncated 2-2
    " ⇒ json-truncated 0-1
    "abc ⇒ json-truncated 0-4
    ["abc ⇒ json-truncated 1-5
    ["abcdefghijklmnop ⇒ json-truncated 1-18
    ["abc<20><0A> ⇒ json-control-character 1-6
    ["a\ ⇒ json-truncated 1-4
    ["a\u ⇒ json-truncated 1-5
    ["a\u00 ⇒ json-truncated 1-7
    ["a\ud83d ⇒ json-truncated 1-9, json-lone-surrogate 3-9
    ["a\ug ⇒ json-truncated 1-6, json-unknown-escape 3-5
    {"a ⇒ json-truncated 1-3
    {"a":"b ⇒ json-truncated 5-7
    ' ⇒ json-single-quotes 0-1
    [' ⇒ json-single-quotes 1-2
    tr ⇒ json-truncated 2-2
    [tru ⇒ json-truncated 4-4
    [nul ⇒ json-truncated 4-4
    f ⇒ json-truncated 1-1
    [true ⇒ json-truncated 5-5
    - ⇒ json-malformed-number 0-1 ⇒ -
    [- ⇒ json-truncated 2-2
    [1. ⇒ json-truncated 3-3
    [1e ⇒ json-truncated 3-3
    [1e+ ⇒ json-truncated 4-4
    [-0 ⇒ json-truncated 3-3
    {"cniVersion":"1.0.0","name":"t1","plugins":[{"type":"brid ⇒ json-truncated 53-58
    /* ⇒ json-truncated 0-2
    """#

  /// Bytes that are no UTF-8, and other encodings.
  static let encodings = #"""
    ["<80>"] ⇒ invalid-utf8 2-3
    ["<BF>"] ⇒ invalid-utf8 2-3
    ["a<E9>b"] ⇒ invalid-utf8 3-4
    ["<C3>"] ⇒ invalid-utf8 2-3
    ["<C0><80>"] ⇒ invalid-utf8 2-3
    ["<C1><BF>"] ⇒ invalid-utf8 2-3
    ["<E0><80><80>"] ⇒ invalid-utf8 2-3
    ["<E2><82>"] ⇒ invalid-utf8 2-4
    ["<ED><A0><80>"] ⇒ invalid-utf8 2-3
    ["<ED><BF><BF>"] ⇒ invalid-utf8 2-3
    ["<F0><80><80><80>"] ⇒ invalid-utf8 2-3
    ["<F0><9F><98>"] ⇒ invalid-utf8 2-5
    ["<F4><90><80><80>"] ⇒ invalid-utf8 2-3
    ["<F5><80><80><80>"] ⇒ invalid-utf8 2-3
    ["<F8><88><80><80><80>"] ⇒ invalid-utf8 2-3
    ["<FF>"] ⇒ invalid-utf8 2-3
    {"<E9>":1} ⇒ invalid-utf8 2-3
    [<FF>] ⇒ invalid-utf8 1-2
    <E9> ⇒ invalid-utf8 0-1
    []<E9> ⇒ invalid-utf8 2-3
    [] // <E9> ⇒ invalid-utf8 6-7
    ["abc<E2> ⇒ invalid-utf8 5-6
    <FF><FE>[<00>]<00> ⇒ invalid-utf8 0-2
    <FE><FF><00>[<00>] ⇒ invalid-utf8 0-2
    [<00>]<00> ⇒ json-syntax 1-2
    <00>[<00>] ⇒ json-syntax 0-1
    """#

  /// Lists and objects within each other, up to the limit and beyond.
  static let depth = #"""
    <5B*64><5D*64> ⇒ ok
    <5B*64>1<5D*64> ⇒ ok
    [<5B*63>],<5D*63> ⇒ json-trailing-comma 65-66 ⇒ <5B*64><5D*64>
    <5B*65><5D*65> ⇒ json-too-deep 64-65
    <5B*65> ⇒ json-too-deep 64-65
    <5B*100000> ⇒ json-too-deep 64-65
    <5B*63>{"a":1}<5D*63> ⇒ ok
    <5B*64>{}<5D*64> ⇒ json-too-deep 64-65
    <5B*63>{"a":{}}<5D*63> ⇒ json-too-deep 68-69
    """#
}
