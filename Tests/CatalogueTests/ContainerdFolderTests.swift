import Catalogue
import NetworkTypes
import Testing

/// How containerd reads its CNI folder, notices changes and renders its template.
struct ContainerdFolderTests {
  @Test("Extensions and what they stand for are those of the facts")
  func extensions() throws {
    let fact = try Fact.containerd().at("loading")
    #expect(try Containerd.Loading.extensions.map(\.name) == fact.at("extensions").texts)
    for (name, kind) in try fact.at("kind_by_extension").members {
      let expected: Containerd.Loading.Kind = try kind.text == "list" ? .list : .plugin
      #expect(Containerd.Loading.kind(ofFile: "10-x\(name)") == expected)
    }
    for name in ["x.conflist.bak", "x.CONFLIST", "x", "x.conf~", "x.tmp", "conflist"] {
      #expect(Containerd.Loading.kind(ofFile: name) == nil, "\(name)")
    }
    #expect(Containerd.Loading.kind(ofFile: ".09-x.conflist") == .list)
    #expect(try Containerd.Loading.parsedAtLoad == fact.at("parsed_at_load").texts)
  }

  @Test("A failing load says what the facts say")
  func loadErrors() throws {
    let facts = try Fact.containerd().at("loading", "errors").list
    #expect(try facts.map { try $0.text("error") } == Containerd.Loading.errors.map(\.error))
    for (fact, entry) in zip(facts, Containerd.Loading.errors) {
      #expect(try fact.text("cause").hasPrefix(entry.cause))
      let isBound = try fact.text("cause").contains("2.0") || fact.text("cause").contains("2.1")
      #expect(entry.span == .always || isBound, "\(entry.cause)")
    }
    for release in containerdReleases.map(\.version) {
      let noPlugins = Containerd.Loading.errors.filter { $0.cause.hasPrefix("no plugins") && $0.span.contains(release) }
      #expect(noPlugins.map(\.error.isEmpty) == [false], "\(release)")
      #expect(noPlugins[0].error.contains("no plugin configs found") == (release >= "2.1.0"))
    }
  }

  @Test("A node and its pods show the texts of the facts")
  func nodeStatus() throws {
    let loading = try Fact.containerd().at("loading")
    let status = try loading.at("status_text")
    #expect(try Containerd.NodeStatus.notReadyReason == status.text("not_ready_reason"))
    #expect(try Containerd.NodeStatus.notReadyMessage == status.text("not_ready_message"))
    #expect(try Containerd.NodeStatus.logAtStart == status.text("log_at_start"))
    #expect(try Containerd.NodeStatus.logOnReload == status.text("log_on_reload"))
    let pods = try loading.at("pod_errors").list
    #expect(try pods.map { try $0.text("cause") } == Containerd.NodeStatus.podErrors.map(\.cause))
    for (fact, entry) in zip(pods, Containerd.NodeStatus.podErrors) {
      #expect(try entry.errors.last?.text == fact.text("error"), "\(entry.cause)")
      #expect(try (fact.text("verified") == "src") == (entry.evidence == .source), "\(entry.cause)")
    }
    let status11 = try loading.at("status_verb")
    #expect(try Containerd.NodeStatus.statusSince == Ranges.version(status11.text("since")))
    #expect(Containerd.NodeStatus.callsStatus("2.0.1", spec: "1.1.0"))
    #expect(!Containerd.NodeStatus.callsStatus("2.0.0", spec: "1.1.0"))
    #expect(!Containerd.NodeStatus.callsStatus("2.3.4", spec: "1.0.0"))
    for verb in Containerd.NodeStatus.verbsNeverCalled { #expect(try loading.text("check_and_gc").contains(verb)) }
  }

  @Test("Reloads happen, and do not, as the facts say")
  func reload() throws {
    let facts = try Fact.containerd().at("loading", "reload")
    #expect(try Containerd.Reload.eventsThatReload == facts.at("events_that_reload").texts)
    #expect(try Containerd.Reload.eventsIgnored == facts.at("events_ignored").texts)
    let actions = try facts.at("consequences").list
    #expect(try actions.map { try $0.text("action") } == Containerd.Reload.actions.map(\.action))
    for (fact, entry) in zip(actions, Containerd.Reload.actions) {
      let expected: Containerd.Reload.Noticed =
        switch try fact.text("reloads") {
        case "true": .yes
        case "false": .no
        default: .badly
        }
      #expect(entry.noticed == expected, "\(entry.action)")
    }
    for release in containerdReleases.map(\.version) {
      let isWatching = release >= "1.4.0"
      #expect((Containerd.Reload.mechanism(in: release) != .everyStatusCall) == isWatching, "\(release)")
    }
    #expect(Containerd.Reload.mechanism(in: "3.0.0") == nil)
  }

  @Test("The folder is made, and its loss is met, as the facts say in every release")
  func folder() throws {
    let loading = try Fact.containerd().at("loading")
    for fact in try loading.at("conf_dir_creation").list {
      let spans = try Ranges.containerd(fact.text("release"))
      let modes = try fact.text("what").split(separator: " ").filter { $0.hasPrefix("07") }.map { $0.prefix(4) }
      for release in containerdReleases.map(\.version) where spans.contain(release) {
        let change = try #require(Containerd.Reload.creation(in: release), "\(release)")
        for mode in modes { #expect(change.what.contains(mode), "\(release)") }
        #expect(modes.isEmpty == change.what.contains("not created"), "\(release)")
      }
    }
    for fact in try loading.at("conf_dir_removed_or_renamed").list {
      let spans = try Ranges.containerd(fact.text("release"))
      for release in containerdReleases.map(\.version) where spans.contain(release) {
        let change = try #require(Containerd.Reload.removal(in: release), "\(release)")
        if let error = try fact["error"]?.text { #expect(change.what.contains(error), "\(release)") }
        #expect(change.what.contains("exits") == (Containerd.Reload.mechanism(in: release) == .watchOrExit))
      }
    }
    #expect(Containerd.Reload.removal(in: "1.3.10") == nil)
    let extras = try loading.at("libcni_1_3_extras").list.count + loading.at("libcni_1_2_extras").list.count
    #expect(Containerd.Loading.extras.count == extras)
  }

  @Test("The template's fields, writing and faults are those of the facts")
  func template() throws {
    let facts = try Fact.containerd().at("template_fields")
    for (fact, field) in zip(try facts.at("fields").list, Containerd.Template.fields) {
      #expect(try field.name == fact.text("name"))
      #expect(try field.isList == fact.text("type").hasPrefix("[]"))
      #expect(try field.span == .since(Ranges.version(fact.text("since"))))
    }
    #expect(try facts.at("fields").list.count == Containerd.Template.fields.count)
    #expect(try Containerd.Template.fileName == facts.at("file", "name").text)
    #expect(try Containerd.Template.surfacedAs == facts.text("surfaced_as"))
    for fact in try facts.at("write").list {
      let spans = try Ranges.containerd(fact.text("release"))
      let expected: Containerd.Template.Writing = try fact.text("how").hasPrefix("in place") ? .inPlace : .renamed
      for release in containerdReleases.map(\.version) where spans.contain(release) {
        #expect(Containerd.Template.writing(in: release) == expected, "\(release)")
      }
    }
    let errors = try facts.at("errors").list
    #expect(errors.count == Containerd.Template.faults.count)
    for (fact, fault) in zip(errors, Containerd.Template.faults) {
      let error = try fact.text("error")
      #expect(try fact.text("cause").hasPrefix(fault.cause))
      #expect(error.hasPrefix("none") ? fault.error.isEmpty : error.hasPrefix(fault.error), "\(fault.cause)")
      let written = try fact["file_written"]?.text ?? "false"
      #expect(fault.isFileWritten == (written != "false"), "\(fault.cause)")
    }
    let panics = try Ranges.containerd(errors[5].text("release"))
    for release in containerdReleases.map(\.version) {
      #expect(Containerd.Template.panicsOnReadOnlyFolder(release) == panics.contain(release), "\(release)")
    }
  }
}
