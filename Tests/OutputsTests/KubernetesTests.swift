import Foundation
import TestSupport
import Testing

/// Manifests as schemas of Kubernetes and other programs see them.
@Suite struct KubernetesTests {
  @Test(arguments: Sample.allCases) func everyReleaseOfKubernetesTakesTheObjects(_ sample: Sample) async throws {
    let program = """
      import sys, yaml, kubernetes_validate
      documents = list(yaml.safe_load_all(open(sys.argv[1], "rb")))
      for version in ("1.25", "1.29", "1.33", "1.37"):
          for document in documents:
              kubernetes_validate.validate(document, version, strict=True)
      broken = dict(documents[-1], spec=dict(documents[-1]["spec"], selektor={}))
      try:
          kubernetes_validate.validate(broken, "1.29", strict=True)
      except kubernetes_validate.ValidationError:
          print(" ".join(document["kind"] for document in documents))
      """
    try await withScratch { scratch in
      let built = try Built.sample(sample, in: scratch)
      #expect(try Built.python(program, built("daemon-set.yaml")).required() == "ConfigMap DaemonSet\n")
    }
  }

  @Test(arguments: Sample.allCases) func theConfigMapHoldsTheBytesOfTheBuild(_ sample: Sample) async throws {
    let program = """
      import os, sys, yaml
      data = yaml.safe_load_all(open(sys.argv[1] + "/daemon-set.yaml", "rb"))
      config = next(d for d in data if d["kind"] == "ConfigMap")
      names = sorted(n for n in os.listdir(sys.argv[1]) if n.endswith(".conflist"))
      assert sorted(config["data"]) == names and set(config) == {"apiVersion", "kind", "metadata", "data"}
      for name in names:
          assert config["data"][name].encode() == open(f"{sys.argv[1]}/{name}", "rb").read()
      print(len(names))
      """
    try await withScratch { scratch in
      let built = try Built.sample(sample, in: scratch)
      #expect(try Built.python(program, built.folder).required() == (sample == .plain ? "2\n" : "1\n"))
    }
  }

  @Test func thePodSeesTwoFoldersAndMayDoNothingElse() async throws {
    let program = """
      import sys, yaml
      d = next(d for d in yaml.safe_load_all(open(sys.argv[1], "rb")) if d["kind"] == "DaemonSet")
      pod = d["spec"]["template"]["spec"]
      c, = pod["containers"]
      s = c["securityContext"]
      assert d["spec"]["selector"]["matchLabels"] == d["spec"]["template"]["metadata"]["labels"]
      assert pod["hostNetwork"] and pod["tolerations"] == [{"operator": "Exists"}]
      assert pod["priorityClassName"] == "system-node-critical" and not pod["automountServiceAccountToken"]
      assert s["readOnlyRootFilesystem"] and not s["allowPrivilegeEscalation"] and s["capabilities"] == {"drop": ["ALL"]}
      assert "privileged" not in s
      volumes = {v.pop("name"): v for v in pod["volumes"]}
      assert volumes == {"files": {"configMap": {"name": "cnigen-demo"}},
                         "folder": {"hostPath": {"path": "/etc/cni/net.d", "type": "DirectoryOrCreate"}}}, volumes
      mounts = {m["name"]: (m["mountPath"], m.get("readOnly", False)) for m in c["volumeMounts"]}
      env = {e["name"]: e["value"] for e in c["env"]}
      assert mounts == {"files": (env["CNIGEN_FROM"], True), "folder": (env["CNIGEN_TO"], False)}
      assert c["resources"]["requests"] == {"cpu": "5m", "memory": "8Mi"}
      print(c["image"])
      """
    try await withScratch { scratch in
      let built = try Built.sample(.plain, in: scratch)
      #expect(try Built.python(program, built("daemon-set.yaml")).required() == "docker.io/library/busybox:1.36\n")
    }
  }

  @Test func aTemplateGoesWhereTheConfigSaysThatItIs() async throws {
    let program = """
      import sys, tomllib, yaml, kubernetes_validate
      config, daemon = yaml.safe_load_all(open(sys.argv[1] + "/daemon-set.yaml", "rb"))
      for document in (config, daemon):
          kubernetes_validate.validate(document, "1.29", strict=True)
      assert config["data"] == {"pods.template": open(sys.argv[1] + "/pods.template").read()}
      paths = [v["hostPath"]["path"] for v in daemon["spec"]["template"]["spec"]["volumes"] if "hostPath" in v]
      toml = tomllib.load(open(sys.argv[1] + "/config.toml", "rb"))
      named = toml["plugins"]["io.containerd.grpc.v1.cri"]["cni"]["conf_template"]
      assert [f"{paths[0]}/pods.template"] == [named], (paths, named)
      files = yaml.safe_load(open(sys.argv[1] + "/cloud-init.yaml", "rb"))["write_files"]
      assert [f["path"] for f in files] == ["/etc/containerd/config.toml", named], files
      assert files[1]["content"] == config["data"]["pods.template"]
      print(named)
      """
    try await withScratch { scratch in
      let built = try Built(Built.template, in: scratch)
      try built.outcome.required()
      #expect(try Built.python(program, built.folder).required() == "/etc/containerd/pods.template\n")
    }
  }

  @Test func optionsArriveAndAnotherNamespaceIsMade() async throws {
    let option =
      #"{daemonSet: {namespace: net, image: "r.example/b@sha256:0a", nodeSelector: {z.example/a: "", pool: x}}}"#
    let program = """
      import sys, yaml, kubernetes_validate
      namespace, config, daemon = yaml.safe_load_all(open(sys.argv[1], "rb"))
      for document in (namespace, config, daemon):
          kubernetes_validate.validate(document, "1.29", strict=True)
      assert namespace["metadata"]["name"] == "net" == config["metadata"]["namespace"]
      assert namespace["metadata"]["labels"] == {"pod-security.kubernetes.io/enforce": "privileged"}
      pod = daemon["spec"]["template"]["spec"]
      assert pod["nodeSelector"] == {"kubernetes.io/os": "linux", "z.example/a": "", "pool": "x"}, pod["nodeSelector"]
      print(pod["containers"][0]["image"])
      """
    try await withScratch { scratch in
      let built = try Built(Built.plain.replacing("daemonSet]", with: "\(option)]"), in: scratch)
      #expect(try Built.python(program, built("daemon-set.yaml")).required() == "r.example/b@sha256:0a\n")
    }
  }

  /// The custom resource as the project that owns it documents it: apiVersion, kind, metadata, and a spec with one
  /// text, the JSON of a network. Metadata are held to what the API server takes.
  private static let attachmentSchema = #"""
    {"type": "object", "required": ["apiVersion", "kind", "metadata", "spec"], "additionalProperties": false,
     "properties": {
       "apiVersion": {"const": "k8s.cni.cncf.io/v1"}, "kind": {"const": "NetworkAttachmentDefinition"},
       "metadata": {"type": "object", "required": ["name"], "additionalProperties": false, "properties": {
         "name": {"type": "string", "maxLength": 253,
           "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},
         "namespace": {"type": "string", "maxLength": 63, "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"}}},
       "spec": {"type": "object", "additionalProperties": false, "properties": {"config": {"type": "string"}}}}}
    """#

  @Test(arguments: Sample.allCases) func everyNetworkHasAnAttachment(_ sample: Sample) async throws {
    let program = """
      import json, jsonschema, os, sys, yaml
      schema = json.loads(sys.argv[2])
      jsonschema.Draft202012Validator.check_schema(schema)
      documents = list(yaml.safe_load_all(open(sys.argv[1] + "/network-attachment.yaml", "rb")))
      lists = {json.load(open(f"{sys.argv[1]}/{n}", "rb"))["name"]: open(f"{sys.argv[1]}/{n}", "rb").read()
               for n in os.listdir(sys.argv[1]) if n.endswith(".conflist")}
      for document in documents:
          jsonschema.validate(document, schema)
          assert document["spec"]["config"].encode() == lists.pop(document["metadata"]["name"])
          with open(f"{sys.argv[3]}/{document['metadata']['name']}.conflist", "wb") as file:
              file.write(document["spec"]["config"].encode())
      assert not lists, lists
      print("valid")
      """
    try await withScratch { scratch in
      let built = try Built.sample(sample, in: scratch)
      let configs = try scratch.folder("configs")
      #expect(try Built.python(program, built.folder, Self.attachmentSchema, configs).required() == "valid\n")
      let names = try FileManager.default.contentsOfDirectory(atPath: configs).sorted()
      #expect(names == (sample == .plain ? ["pods.conflist", "storage.conflist"] : ["pods.conflist"]))
      let check = try run(
        Machine.cnigen(),
        ["validate", "--containerd", "1.6.20", "--plugins", "1.1.1"] + names.map { "\(configs)/\($0)" })
      #expect(check.succeeded, "\(check)")
    }
  }

  /// Eleven hundred kilobytes of networks, in values that are not too long by themselves.
  @Test func aConfigMapIsNoLargerThanItMayBe() async throws {
    let half = String(repeating: "x", count: 550_000)
    try await withScratch { scratch in
      let profile = """
        target: {containerd: 1.6.20, plugins: 1.1.1}
        network:
          name: pods
          plugins: [{type: custom, text: \(half), more: \(half)}]
        outputs: [daemonSet]
        """
      let built = try Built(profile, in: scratch)
      #expect(built.outcome.end == .exited(1))
      #expect(built.outcome.errors.contains("[output-too-large]"), "\(built.outcome.errors.suffix(2000))")
      #expect(!FileManager.default.fileExists(atPath: built.folder))
    }
  }
}
