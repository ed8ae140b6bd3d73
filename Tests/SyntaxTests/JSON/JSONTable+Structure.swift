extension JSONTable {
  /// Lists, objects, and what stands between their parts.
  static let structure = #"""
    [] ⇒ ok
    {} ⇒ ok
    [[]] ⇒ ok
    [{}] ⇒ ok
    {"a":[]} ⇒ ok
    {"a":{}} ⇒ ok
    [[],[[]],{}] ⇒ ok
    [1,2,3] ⇒ ok
    [null,true,false,0,"",[],{}] ⇒ ok
    {"a":1} ⇒ ok
    {"a":1,"b":2} ⇒ ok
    {"a":null,"b":true,"c":false} ⇒ ok
    {"a":{"b":{"c":[1,{"d":2}]}}} ⇒ ok
    [{"a":1},{"a":2}] ⇒ ok
    {"":0} ⇒ ok
    {"":{"":{"":[]}}} ⇒ ok
    {"a":"b","c":"d","e":"f","g":"h","i":"j","k":"l","m":"n","o":"p","q":"r","s":"t","u":"v","w":"x","y":"z"} ⇒ ok
    {"cniVersion":"1.0.0","name":"net","plugins":[{"type":"bridge"}]} ⇒ ok
    null ⇒ ok
    true ⇒ ok
    false ⇒ ok
    0 ⇒ ok
    "text" ⇒ ok
    "" ⇒ ok

    [1,] ⇒ json-trailing-comma 2-3 ⇒ [1]
    [1 ,<0A>] ⇒ json-trailing-comma 3-4 ⇒ [1]
    ["a",] ⇒ json-trailing-comma 4-5 ⇒ ["a"]
    [[1,],] ⇒ json-trailing-comma 3-4, json-trailing-comma 5-6 ⇒ [[1]]
    {"a":1,} ⇒ json-trailing-comma 6-7 ⇒ {"a":1}
    {"a":1 , } ⇒ json-trailing-comma 7-8 ⇒ {"a":1}
    {"a":{"b":1,},} ⇒ json-trailing-comma 11-12, json-trailing-comma 13-14 ⇒ {"a":{"b":1}}
    [{"a":1},<0A>] ⇒ json-trailing-comma 8-9 ⇒ [{"a":1}]

    [,] ⇒ json-extra-comma 1-2 ⇒ []
    [,1] ⇒ json-extra-comma 1-2 ⇒ [1]
    [1,,2] ⇒ json-extra-comma 3-4 ⇒ [1,2]
    [1,,,2] ⇒ json-extra-comma 3-4 ⇒ [1,2]
    [1, ,2] ⇒ json-extra-comma 4-5 ⇒ [1,2]
    [1,,] ⇒ json-extra-comma 3-4 ⇒ [1]
    {,} ⇒ json-extra-comma 1-2 ⇒ {}
    {,"a":1} ⇒ json-extra-comma 1-2 ⇒ {"a":1}
    {"a":1,,"b":2} ⇒ json-extra-comma 7-8 ⇒ {"a":1,"b":2}
    {"a":1,,} ⇒ json-extra-comma 7-8 ⇒ {"a":1}
    , ⇒ json-syntax 0-1

    ["a"<0A>"b"] ⇒ json-missing-comma 4-4 ⇒ ["a","b"]
    [1<0A>2] ⇒ json-missing-comma 2-2 ⇒ [1,2]
    [1<0D>2] ⇒ json-missing-comma 2-2 ⇒ [1,2]
    [{}<0A>{}] ⇒ json-missing-comma 3-3 ⇒ [{},{}]
    [[]<0A>[]<0A>[]] ⇒ json-missing-comma 3-3, json-missing-comma 6-6 ⇒ [[],[],[]]
    {"a":1<0A>"b":2} ⇒ json-missing-comma 6-6 ⇒ {"a":1,"b":2}
    {"a":"x"<0A>  "b":"y"<0A>  "c":"z"} ⇒ json-missing-comma 8-8, json-missing-comma 18-18 ⇒ {"a":"x","b":"y","c":"z"}
    {"a":{}<0A>"b":{}} ⇒ json-missing-comma 7-7 ⇒ {"a":{},"b":{}}
    {"a":[1<0A>2]<0A>"b":true<0A>"c":null} ⇒ json-missing-comma 7-7, json-missing-comma 10-10, json-missing-comma 19-19 ⇒ {"a":[1,2],"b":true,"c":null}
    [1 2] ⇒ json-missing-comma 2-2
    ["a" "b"] ⇒ json-missing-comma 4-4
    ["a""b"] ⇒ json-missing-comma 4-4
    [[][]] ⇒ json-missing-comma 3-3
    [{}{}] ⇒ json-missing-comma 3-3
    [true false] ⇒ json-missing-comma 5-5
    [3[4]] ⇒ json-missing-comma 2-2
    {"a":1 "b":2} ⇒ json-missing-comma 6-6
    {"a":"he said "hi""} ⇒ json-missing-comma 15-15
    ["a"b] ⇒ json-missing-comma 4-4

    [1;2] ⇒ json-syntax 2-3
    [1:2] ⇒ json-syntax 2-3
    ["a":1] ⇒ json-syntax 4-5
    [1} ⇒ json-syntax 2-3
    {"a":1] ⇒ json-syntax 6-7
    [{"a":1]} ⇒ json-syntax 7-8
    {"a":[1}] ⇒ json-syntax 7-8
    [} ⇒ json-syntax 1-2
    {] ⇒ json-syntax 1-2
    [1,} ⇒ json-syntax 3-4
    {"a":1,] ⇒ json-syntax 7-8
    ] ⇒ json-syntax 0-1
    } ⇒ json-syntax 0-1
    : ⇒ json-syntax 0-1
    [:] ⇒ json-syntax 1-2
    {:1} ⇒ json-syntax 1-2
    {"a"} ⇒ json-syntax 4-5
    {"a",1} ⇒ json-syntax 4-5
    {"a" 1} ⇒ json-syntax 5-6
    {"a""b"} ⇒ json-syntax 4-5
    {"a":} ⇒ json-syntax 5-6
    {"a":,"b":1} ⇒ json-syntax 5-6
    {"a"::1} ⇒ json-syntax 5-6
    {"a"=1} ⇒ json-syntax 4-5
    {"a"=>1} ⇒ json-syntax 4-5
    {"a":1:2} ⇒ json-syntax 6-7
    {[]:1} ⇒ json-syntax 1-2
    {{}:1} ⇒ json-syntax 1-2
    {"a":1,[]} ⇒ json-syntax 7-8
    (1) ⇒ json-syntax 0-1
    <3C>html> ⇒ json-syntax 0-1
    @ ⇒ json-syntax 0-1
    [*] ⇒ json-syntax 1-2
    [1]] ⇒ json-trailing-text 3-4 ⇒ [1]
    {}} ⇒ json-trailing-text 2-3 ⇒ {}
    {"a":1}}<0A>} ⇒ json-trailing-text 7-8 ⇒ {"a":1}
    {}{} ⇒ json-trailing-text 2-4 ⇒ {}
    {"a":1}<0A>{"b":2} ⇒ json-trailing-text 8-15 ⇒ {"a":1}
    [1][2] ⇒ json-trailing-text 3-6 ⇒ [1]
    {"a":1}x ⇒ json-trailing-text 7-8 ⇒ {"a":1}
    {"a":1}<20><0A><20>garbage here<20><20><0A>and more ⇒ json-trailing-text 10-22 ⇒ {"a":1}
    {}, ⇒ json-trailing-text 2-3 ⇒ {}
    "a" "b" ⇒ json-trailing-text 4-7 ⇒ "a"
    1 2 ⇒ json-trailing-text 2-3 ⇒ 1
    true false ⇒ json-trailing-text 5-10 ⇒ true
    []<00> ⇒ json-trailing-text 2-3 ⇒ []
    {}<1A> ⇒ json-trailing-text 2-3 ⇒ {}
    []é ⇒ json-trailing-text 2-4 ⇒ []
    """#
}
