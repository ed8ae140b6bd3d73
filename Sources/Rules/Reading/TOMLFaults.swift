import Diagnostics

extension Rule {
  /// Faults of TOML, the language of containerd's config.
  static let tomlRules: [Rule] = [
    toml(
      "toml-syntax", "a text that is no TOML", "conf_dir /etc/cni/net.d", #"conf_dir = "/etc/cni/net.d""#),
    toml(
      "toml-truncated", "a file that ends within a value", #"imports = ["/etc/containerd/conf.d/*.toml""#,
      #"imports = ["/etc/containerd/conf.d/*.toml"]"#),
    toml(
      "toml-too-deep", "values nested deeper than any configuration",
      "a = [[[[[[[[[[[[[[[[[[[[[[[[…]]]]]]]]]]]]]]]]]]]]]]]]", "a = [[1]]"),
    toml(
      "toml-table-redefined", "a table that is made twice", "[plugins]\nroot = 1\n[plugins]\nstate = 2",
      "[plugins]\nroot = 1\nstate = 2"),
    toml(
      "toml-not-a-table", "a key below something that is no table", "version = 2\n[version.cni]",
      "version = 2\n[plugins.cni]"),
    toml("toml-unquoted-text", "a text without quotes", "conf_dir = net.d", #"conf_dir = "net.d""#),
    toml(
      "toml-unterminated-string", "a text whose quotes are not closed", #"conf_dir = "/etc/cni/net.d"#,
      #"conf_dir = "/etc/cni/net.d""#),
    toml(
      "toml-control-character", "a control character inside a text", "conf_dir = \"net\u{7}.d\"",
      #"conf_dir = "net\u0007.d""#),
    toml(
      "toml-unknown-escape", "a backslash before something that is no escape", #"bin_dir = "C:\cni""#,
      #"bin_dir = 'C:\cni'"#),
    toml("toml-malformed-number", "a number in another form than TOML's", "max_conf_num = 01", "max_conf_num = 1"),
    toml(
      "toml-number-out-of-range", "a number of more than 64 bits", "max_conf_num = 99999999999999999999",
      "max_conf_num = 0"),
    toml("toml-malformed-date", "a date that no calendar has", "day = 2024-02-30", "day = 2024-02-29"),
  ]

  private static func toml(_ id: String, _ summary: String, _ wrong: String, _ right: String) -> Rule {
    Rule(
      reading: id, .error, summary,
      effect: "containerd refuses to start with such a file, and the node takes no pods until it is mended.",
      wrong: wrong, right: right)
  }
}
