extension JSONTable {
  /// Numbers, well formed and not.
  static let numbers = #"""
    [0] ⇒ ok
    [-0] ⇒ ok
    [1] ⇒ ok
    [-1] ⇒ ok
    [10] ⇒ ok
    [1234567890] ⇒ ok
    [0.0] ⇒ ok
    [-0.5] ⇒ ok
    [1.5] ⇒ ok
    [1.10] ⇒ ok
    [3.141592653589793] ⇒ ok
    [0e0] ⇒ ok
    [0e+1] ⇒ ok
    [0E-1] ⇒ ok
    [1e1] ⇒ ok
    [1E2] ⇒ ok
    [1e+2] ⇒ ok
    [1e-2] ⇒ ok
    [1.5e3] ⇒ ok
    [-1.5E-3] ⇒ ok
    [1e05] ⇒ ok
    [1e308] ⇒ ok
    [1.7976931348623157e308] ⇒ ok
    [1.7976931348623158e308] ⇒ ok
    [-1.7976931348623157e308] ⇒ ok
    [17976931348623157e292] ⇒ ok
    [0.00017976931348623157e312] ⇒ ok
    [0e400] ⇒ ok
    [0.000e999999999999999999999] ⇒ ok
    [-0e99999] ⇒ ok
    [5e-324] ⇒ ok
    [1e-400] ⇒ ok
    [1e-99999999999999999999] ⇒ ok
    [9007199254740993] ⇒ ok
    [18446744073709551616] ⇒ ok
    [<31*308>] ⇒ ok
    [<31*309>] ⇒ ok
    [<31*400>e-100] ⇒ ok
    [0.<30*400>1e401] ⇒ ok
    [0.<33*500>] ⇒ ok
    -0 ⇒ ok
    12 ⇒ ok
    -1.5e-3 ⇒ ok

    [1e309] ⇒ json-number-out-of-range 1-6 ⇒ [1e309]
    [1e400] ⇒ json-number-out-of-range 1-6 ⇒ [1e400]
    [-1e400] ⇒ json-number-out-of-range 1-7 ⇒ [-1e400]
    [1E+400] ⇒ json-number-out-of-range 1-7 ⇒ [1E+400]
    [1.7976931348623159e308] ⇒ json-number-out-of-range 1-23 ⇒ [1.7976931348623159e308]
    [1.8e308] ⇒ json-number-out-of-range 1-8 ⇒ [1.8e308]
    [0.18e309] ⇒ json-number-out-of-range 1-9 ⇒ [0.18e309]
    [0.0001e313] ⇒ json-number-out-of-range 1-11 ⇒ [0.0001e313]
    [123e307] ⇒ json-number-out-of-range 1-8 ⇒ [123e307]
    [1e99999999999999999999999999] ⇒ json-number-out-of-range 1-29 ⇒ [1e99999999999999999999999999]
    [<31*310>] ⇒ json-number-out-of-range 1-311 ⇒ [<31*310>]
    [<39*309>] ⇒ json-number-out-of-range 1-310 ⇒ [<39*309>]
    [<39*400>.5] ⇒ json-number-out-of-range 1-403 ⇒ [<39*400>.5]
    [0.<30*400>1e710] ⇒ json-number-out-of-range 1-408 ⇒ [0.<30*400>1e710]
    {"mtu":1e400,"vlan":-1e999} ⇒ json-number-out-of-range 7-12, json-number-out-of-range 20-26 ⇒ {"mtu":1e400,"vlan":-1e999}

    [01] ⇒ json-leading-zero 1-3 ⇒ [01]
    [012] ⇒ json-leading-zero 1-4 ⇒ [012]
    [00] ⇒ json-leading-zero 1-3 ⇒ [00]
    [-01] ⇒ json-leading-zero 1-4 ⇒ [-01]
    [-00] ⇒ json-leading-zero 1-4 ⇒ [-00]
    [0644] ⇒ json-leading-zero 1-5 ⇒ [0644]
    {"vlan":0100,"mtu":1500} ⇒ json-leading-zero 8-12 ⇒ {"vlan":0100,"mtu":1500}
    [01,02] ⇒ json-leading-zero 1-3, json-leading-zero 4-6 ⇒ [01,02]
    012 ⇒ json-leading-zero 0-3 ⇒ 012
    [012 ⇒ json-truncated 4-4

    [01.5] ⇒ json-malformed-number 1-5 ⇒ [01.5]
    [+1] ⇒ json-malformed-number 1-3 ⇒ [+1]
    [++1] ⇒ json-malformed-number 1-4 ⇒ [++1]
    [+01] ⇒ json-malformed-number 1-4 ⇒ [+01]
    [.5] ⇒ json-malformed-number 1-3 ⇒ [.5]
    [-.5] ⇒ json-malformed-number 1-4 ⇒ [-.5]
    [.] ⇒ json-malformed-number 1-2 ⇒ [.]
    [1.] ⇒ json-malformed-number 1-3 ⇒ [1.]
    [-1.] ⇒ json-malformed-number 1-4 ⇒ [-1.]
    [1.e5] ⇒ json-malformed-number 1-5 ⇒ [1.e5]
    [0.e1] ⇒ json-malformed-number 1-5 ⇒ [0.e1]
    [1e] ⇒ json-malformed-number 1-3 ⇒ [1e]
    [1e+] ⇒ json-malformed-number 1-4 ⇒ [1e+]
    [1E-] ⇒ json-malformed-number 1-4 ⇒ [1E-]
    [1eE2] ⇒ json-malformed-number 1-5 ⇒ [1eE2]
    [1e1.5] ⇒ json-malformed-number 1-6 ⇒ [1e1.5]
    [1.2.3] ⇒ json-malformed-number 1-6 ⇒ [1.2.3]
    [10.88.0.1] ⇒ json-malformed-number 1-10 ⇒ [10.88.0.1]
    [-] ⇒ json-malformed-number 1-2 ⇒ [-]
    [--1] ⇒ json-malformed-number 1-4 ⇒ [--1]
    [-a] ⇒ json-malformed-number 1-3 ⇒ [-a]
    [1-2] ⇒ json-malformed-number 1-4 ⇒ [1-2]
    [1+2] ⇒ json-malformed-number 1-4 ⇒ [1+2]
    [0x1F] ⇒ json-malformed-number 1-5 ⇒ [0x1F]
    [-0x10] ⇒ json-malformed-number 1-6 ⇒ [-0x10]
    [0xZZ] ⇒ json-malformed-number 1-5 ⇒ [0xZZ]
    [0b101] ⇒ json-malformed-number 1-6 ⇒ [0b101]
    [0o17] ⇒ json-malformed-number 1-5 ⇒ [0o17]
    [1_000] ⇒ json-malformed-number 1-6 ⇒ [1_000]
    [1500k] ⇒ json-malformed-number 1-6 ⇒ [1500k]
    [100Mbit] ⇒ json-malformed-number 1-8 ⇒ [100Mbit]
    [1n] ⇒ json-malformed-number 1-3 ⇒ [1n]
    [10.88.0.0/16] ⇒ json-malformed-number 1-10
    [1 000] ⇒ json-missing-comma 2-2
    [1é] ⇒ json-syntax 2-4
    [١] ⇒ json-syntax 1-3
    1.2.3 ⇒ json-malformed-number 0-5 ⇒ 1.2.3
    + ⇒ json-malformed-number 0-1 ⇒ +

    [NaN] ⇒ json-non-finite-number 1-4 ⇒ [NaN]
    [nan] ⇒ json-non-finite-number 1-4 ⇒ [nan]
    [-NaN] ⇒ json-non-finite-number 1-5 ⇒ [-NaN]
    [Infinity] ⇒ json-non-finite-number 1-9 ⇒ [Infinity]
    [-Infinity] ⇒ json-non-finite-number 1-10 ⇒ [-Infinity]
    [+Infinity] ⇒ json-non-finite-number 1-10 ⇒ [+Infinity]
    [inf] ⇒ json-non-finite-number 1-4 ⇒ [inf]
    [-inf] ⇒ json-non-finite-number 1-5 ⇒ [-inf]
    {"a":NaN,"b":-Infinity} ⇒ json-non-finite-number 5-8, json-non-finite-number 13-22 ⇒ {"a":NaN,"b":-Infinity}
    NaN ⇒ json-non-finite-number 0-3 ⇒ NaN
    """#
}
