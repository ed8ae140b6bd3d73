extension JSONTable {
  /// Literals, and words without quotes.
  static let words = #"""
    [true] ⇒ ok
    [false] ⇒ ok
    [null] ⇒ ok
    [true,false,null] ⇒ ok
    {"true":true,"null":null} ⇒ ok

    [True] ⇒ json-unquoted-text 1-5 ⇒ ["True"]
    [TRUE] ⇒ json-unquoted-text 1-5 ⇒ ["TRUE"]
    [False] ⇒ json-unquoted-text 1-6 ⇒ ["False"]
    [Null] ⇒ json-unquoted-text 1-5 ⇒ ["Null"]
    [NULL] ⇒ json-unquoted-text 1-5 ⇒ ["NULL"]
    [None] ⇒ json-unquoted-text 1-5 ⇒ ["None"]
    [nil] ⇒ json-unquoted-text 1-4 ⇒ ["nil"]
    [undefined] ⇒ json-unquoted-text 1-10 ⇒ ["undefined"]
    [yes,no,on,off] ⇒ json-unquoted-text 1-4, json-unquoted-text 5-7, json-unquoted-text 8-10, json-unquoted-text 11-14 ⇒ ["yes","no","on","off"]
    [tru] ⇒ json-unquoted-text 1-4 ⇒ ["tru"]
    [truee] ⇒ json-unquoted-text 1-6 ⇒ ["truee"]
    [true1] ⇒ json-unquoted-text 1-6 ⇒ ["true1"]
    [nul] ⇒ json-unquoted-text 1-4 ⇒ ["nul"]
    [nulll] ⇒ json-unquoted-text 1-6 ⇒ ["nulll"]
    [falsey] ⇒ json-unquoted-text 1-7 ⇒ ["falsey"]
    [t] ⇒ json-unquoted-text 1-2 ⇒ ["t"]
    [bridge] ⇒ json-unquoted-text 1-7 ⇒ ["bridge"]
    {"type":bridge} ⇒ json-unquoted-text 8-14 ⇒ {"type":"bridge"}
    {"type":host-local,"x":1} ⇒ json-unquoted-text 8-18 ⇒ {"type":"host-local","x":1}
    [_a] ⇒ json-unquoted-text 1-3 ⇒ ["_a"]
    [$a] ⇒ json-unquoted-text 1-3 ⇒ ["$a"]
    [v1.0.0] ⇒ json-unquoted-text 1-7 ⇒ ["v1.0.0"]
    bridge ⇒ json-unquoted-text 0-6 ⇒ "bridge"
    [a b] ⇒ json-unquoted-text 1-2
    [fe80::1] ⇒ json-unquoted-text 1-5
    [a"b"] ⇒ json-unquoted-text 1-2
    [a/b] ⇒ json-unquoted-text 1-2
    {"a":b:c} ⇒ json-unquoted-text 5-6
    [true"x"] ⇒ json-missing-comma 5-5
    [${x}] ⇒ json-unquoted-text 1-2
    [{{ x }}] ⇒ json-syntax 2-3

    {a:1} ⇒ json-unquoted-key 1-2 ⇒ {"a":1}
    {a:1,b:2} ⇒ json-unquoted-key 1-2, json-unquoted-key 5-6 ⇒ {"a":1,"b":2}
    {a :1} ⇒ json-unquoted-key 1-2 ⇒ {"a":1}
    {cniVersion:"1.0.0"} ⇒ json-unquoted-key 1-11 ⇒ {"cniVersion":"1.0.0"}
    {1:2} ⇒ json-unquoted-key 1-2 ⇒ {"1":2}
    {null:1} ⇒ json-unquoted-key 1-5 ⇒ {"null":1}
    {true:false} ⇒ json-unquoted-key 1-5 ⇒ {"true":false}
    {a-b:1} ⇒ json-unquoted-key 1-4 ⇒ {"a-b":1}
    {a.b:1} ⇒ json-unquoted-key 1-4 ⇒ {"a.b":1}
    {$ref:1} ⇒ json-unquoted-key 1-5 ⇒ {"$ref":1}
    {name:net} ⇒ json-unquoted-key 1-5, json-unquoted-text 6-9 ⇒ {"name":"net"}
    {"a":1,b:2} ⇒ json-unquoted-key 7-8 ⇒ {"a":1,"b":2}
    {a 1} ⇒ json-unquoted-key 1-2, json-syntax 3-4
    {a} ⇒ json-unquoted-key 1-2, json-syntax 2-3
    {a=1} ⇒ json-unquoted-key 1-2, json-syntax 2-3
    {é:1} ⇒ json-syntax 1-3
    """#

  /// Keys that stand twice. Every member stays in the tree.
  static let duplicateKeys = #"""
    {"a":1,"a":2} ⇒ duplicate-key 7-10 ⇒ {"a":1,"a":2}
    {"a":1,"a":1} ⇒ duplicate-key 7-10 ⇒ {"a":1,"a":1}
    {"a":1,"b":2,"a":3} ⇒ duplicate-key 13-16 ⇒ {"a":1,"b":2,"a":3}
    {"a":1,"a":2,"a":3} ⇒ duplicate-key 7-10, duplicate-key 13-16 ⇒ {"a":1,"a":2,"a":3}
    {"a":{"b":1,"b":2}} ⇒ duplicate-key 12-15 ⇒ {"a":{"b":1,"b":2}}
    {"a":{"a":1}} ⇒ ok
    [{"a":1},{"a":1}] ⇒ ok
    {"":1,"":2} ⇒ duplicate-key 6-8 ⇒ {"":1,"":2}
    {"a":1,"\u0061":2} ⇒ duplicate-key 7-15 ⇒ {"a":1,"a":2}
    {"/":1,"\/":2} ⇒ duplicate-key 7-11 ⇒ {"/":1,"/":2}
    {"é":1,"\u00e9":2} ⇒ duplicate-key 8-16 ⇒ {"é":1,"é":2}
    {"é":1,"e<CC><81>":2} ⇒ ok
    {"a":1,"A":2} ⇒ ok
    {"a":1,"a ":2} ⇒ ok
    {"K":1,"<E2><84><AA>":2} ⇒ ok
    {"a":1,'a':2} ⇒ json-single-quotes 7-10, duplicate-key 7-10 ⇒ {"a":1,"a":2}
    {"a":1,a:2} ⇒ json-unquoted-key 7-8, duplicate-key 7-8 ⇒ {"a":1,"a":2}
    {"k1":0,"k2":0,"k3":0,"k4":0,"k5":0,"k6":0,"k7":0,"k8":0,"k9":0,"ka":0,"kb":0,"kc":0,"kd":0,"ke":0,"kf":0,"kf":1} ⇒ duplicate-key 106-110 ⇒ {"k1":0,"k2":0,"k3":0,"k4":0,"k5":0,"k6":0,"k7":0,"k8":0,"k9":0,"ka":0,"kb":0,"kc":0,"kd":0,"ke":0,"kf":0,"kf":1}
    {"k1":0,"k2":0,"k3":0,"k4":0,"k5":0,"k6":0,"k7":0,"k8":0,"k9":0,"ka":0,"kb":0,"kc":0,"kd":0,"ke":0,"kf":0,"kg":0,"kg":1} ⇒ duplicate-key 113-117 ⇒ {"k1":0,"k2":0,"k3":0,"k4":0,"k5":0,"k6":0,"k7":0,"k8":0,"k9":0,"ka":0,"kb":0,"kc":0,"kd":0,"ke":0,"kf":0,"kg":0,"kg":1}
    {"k1":0,"k2":0,"k3":0,"k4":0,"k5":0,"k6":0,"k7":0,"k8":0,"k9":0,"ka":0,"kb":0,"kc":0,"kd":0,"ke":0,"kf":0,"kg":0,"kh":0,"kh":1,"k1":1} ⇒ duplicate-key 120-124, duplicate-key 127-131 ⇒ {"k1":0,"k2":0,"k3":0,"k4":0,"k5":0,"k6":0,"k7":0,"k8":0,"k9":0,"ka":0,"kb":0,"kc":0,"kd":0,"ke":0,"kf":0,"kg":0,"kh":0,"kh":1,"k1":1}
    """#
}
