import Catalogue
import NetworkTypes
import Syntax
import Testing

/// What libcni looks at and says, release by release.
struct LibcniTests {
  @Test("The checks of a load stand in the order of the facts")
  func loadChecks() throws {
    let facts = try Fact.spec().at("libcni_checks", "load_list_bytes").list
    #expect(try facts.map { try $0.text("check") } == Libcni.loadChecks.map(\.what))
    for (fact, check) in zip(facts, Libcni.loadChecks) {
      #expect((fact["only_if"] != nil) == !check.onlyIf.isEmpty, "\(check.what)")
      for libcni in libcniReleases {
        let texts = try expectedTexts(fact, libcni: libcni)
        #expect(check.errorTexts(libcni: libcni).map(\.text) == texts, "\(check.what) in libcni \(libcni)")
      }
    }
  }

  /// The texts that a check's facts give for a release of libcni.
  private func expectedTexts(_ fact: Fact, libcni: Version) throws -> [String] {
    let check = try fact.text("check")
    if check == "cniVersions entries parse" {
      return libcni < "1.2.0"
        ? [] : libcni < "1.2.2" ? [try fact.text("v1.2.0_v1.2.1")] : [try fact.text("error")]
    }
    if let since = fact["since"], try libcni < Ranges.version(since.text) { return [] }
    if let before = fact["error_before_v1.3.0"] {
      return libcni < "1.3.0"
        ? [try before.text] : [try String(fact.text("error_v1.3.0").split(separator: "true: ")[1])]
    }
    if let old = fact["error_v0.7.0_v1.1.2"], libcni < "1.2.0" { return [try old.text] }
    if let middle = fact["error_v1.2.0"], libcni == "1.2.0" { return try middle.texts }
    if let new = fact["error_v1.2.1"] { return try new.texts }
    let error = try fact.at("error")
    let texts = try error.node.sequence == nil ? [error.text] : error.texts
    guard libcni < "0.8.0", texts[0].hasPrefix("failed to parse plugin") else { return texts }
    return texts.map { "F" + $0.dropFirst() }
  }

  @Test("A null among the plugins does what the facts say")
  func nullPlugin() throws {
    let facts = try Fact.spec().at("libcni_checks", "null_plugin_element").members
    #expect(try facts.map { try Ranges.hyphened($0.key) } == Libcni.nullPlugin.map(\.span))
    #expect(try facts.last?.value.text == Libcni.nullPlugin.last?.what)
    #expect(Libcni.nullPlugin[1].what.contains("nil pointer dereference"))
  }

  @Test("Slips in JSON read as the facts say")
  func jsonErrors() throws {
    let facts = try Fact.spec().at("libcni_checks", "load_list_bytes").list[0].at("examples").members
    #expect(try facts.map { try $0.value.text } == Libcni.jsonErrors.map(\.text))
  }

  @Test("The folder of plugins beside a list says what the facts say")
  func folder() throws {
    let checks = try Fact.spec().at("libcni_checks")
    let facts = try checks.at("load_list_file", "v1.3.0_adds").list.filter { $0["error"] != nil }
    #expect(try facts.map { try $0.text("error") } == Libcni.Folder.pluginFolderErrors.map(\.text))
    let search = try checks.at("load_conf_list", "errors")
    let texts = Libcni.Folder.errors.map(\.text)
    #expect(try texts[0] == search.text("none_at_all"))
    #expect(try search.text("no_match").hasPrefix(texts[1]))
    #expect(try texts[2] == search.text("list_saved_as_conf"))
    #expect(try texts[3] == checks.at("load_list_file").text("read_error"))
  }

  @Test("The validators, their codes and texts are those of the facts")
  func validators() throws {
    let facts = try Fact.spec().at("libcni_checks", "validators")
    for (index, key) in ["container_id", "network_name"].enumerated() {
      let fact = try facts.at(key)
      let validator = Libcni.validators[index]
      #expect(try validator.pattern == fact.text("regex"))
      let expected = try ["empty", "bad"].map { try fact.at($0) }
      #expect(try validator.errors.map(\.text) == expected.map { try $0.text("text") })
      #expect(try validator.codes == expected.map { try $0.at("code").int })
    }
    let interface = try facts.at("interface_name", "errors").list
    #expect(try Libcni.validators[2].errors.map(\.text) == interface.map { try $0.text("text") })
    #expect(try Libcni.validators[2].codes == interface.map { try $0.at("code").int })
    #expect(Libcni.validators.count == 3)
  }

  @Test("A plugin that cannot be found or run is told of as the facts say")
  func calls() throws {
    let checks = try Fact.spec().at("libcni_checks")
    let find = try checks.at("find_plugin", "errors").members
    for ((_, fact), error) in zip(find, Libcni.findPluginErrors) {
      #expect(try fact.text.hasPrefix(error.text), "\(error.text)")
    }
    #expect(find.count == Libcni.findPluginErrors.count)
    let prefixes = try checks.at("run_prefix", "v1.0.0_and_up").texts
    for libcni in libcniReleases {
      #expect(Libcni.runPrefix("ADD", libcni: libcni) == (libcni < "1.0.0" ? "" : prefixes[0]))
      #expect(Libcni.runPrefix("DEL", libcni: libcni) == (libcni < "1.0.0" ? "" : prefixes[1]))
      #expect(Libcni.runPrefix("CHECK", libcni: libcni).isEmpty)
    }
    #expect(try checks.text("cache_error").hasPrefix(Libcni.cacheError))
    #expect(try Libcni.checkTooOld == checks.text("check_below_0.4.0"))
    #expect(try Libcni.unsupportedResult == checks.at("unsupported_result_version").text("text"))
    for error in Libcni.unsupportedResultWhen {
      let key = "v\(error.span.since?.description ?? "")-v\(error.span.until?.description ?? "")"
      #expect(try checks.at("unsupported_result_version")[key] != nil, "\(key)")
    }
    let validation = try checks.at("validate_network_list", "errors").texts
    #expect(Libcni.validationErrors.map(\.text) == Array(validation.prefix(2)))
    let versions = try checks.at("version_strings", "errors").texts
    #expect(versions[0].hasPrefix(Libcni.versionErrors[0].text))
    #expect(versions[1] == Libcni.versionErrors[1].text)
    #expect(Libcni.versionErrors.count == 4)
  }

  @Test("An empty cniVersion does what the facts say, by verb and release")
  func emptyVersion() throws {
    let facts = try Fact.spec().at("libcni_checks", "empty_cni_version")
    for (range, fact) in try facts.at("del").members where !range.contains("alpha") {
      let text = try fact.text
      for libcni in libcniReleases where try Ranges.hyphened(range).contains(libcni) {
        #expect(Libcni.EmptyVersion.canDelete(libcni: libcni) == (text == "ok"), "libcni \(libcni)")
        if let error = Libcni.EmptyVersion.delError(libcni: libcni) { #expect(text.hasPrefix(error)) }
      }
    }
    for (range, fact) in try facts.at("check").members {
      for libcni in libcniReleases where try Ranges.hyphened(range).contains(libcni) {
        #expect(try Libcni.EmptyVersion.checkError(libcni: libcni) == fact.text, "libcni \(libcni)")
      }
    }
    let add = try facts.text("add")
    for error in Libcni.EmptyVersion.addErrors { #expect(add.contains(error.text), "\(error.text)") }
    #expect(!Libcni.EmptyVersion.countsAs010InValidation(libcni: "0.7.1"))
    #expect(Libcni.EmptyVersion.countsAs010InValidation(libcni: "0.8.0"))
  }

  @Test("Every containerd release can, or cannot, remove a network without a version as its fault says")
  func emptyVersionInContainerd() throws {
    let issue = try #require(Catalogue.knownIssue("empty-cniversion-del"))
    for release in containerdReleases {
      #expect(Libcni.EmptyVersion.canDelete(libcni: release.libcni) == !issue.affects(release.version))
    }
  }
}
