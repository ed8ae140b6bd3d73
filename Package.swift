// swift-tools-version: 6.2
import PackageDescription

/// What every target of this package is compiled with: nothing implicit, no warning left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What the product is compiled with besides: the engine of regular expressions weighs 1.2 MB and comes along with the
/// first `contains("text")`, so it is out of sight, and PlainText is there for the little that is wanted of it.
let shipped = strict + [.unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"])]

/// A library target of the house; see docs/architecture.md for the picture that the dependencies draw.
func room(_ name: String, sees dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: shipped)
}

/// The tests of one room.
func tests(_ name: String, sees dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "cnigen",
  products: [.executable(name: "cnigen", targets: ["cnigen"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CLinux"),
    room("Emission"),
    room("PlainText"),
    room("NetworkTypes"),
    room("ShippedTemplates"),
    room("Diagnostics", sees: ["Emission", "PlainText"]),
    room("Syntax", sees: ["CLibYAML", "Diagnostics"]),
    room("Catalogue", sees: ["NetworkTypes"]),
    room("CNIModel", sees: ["Catalogue", "Diagnostics", "Emission", "NetworkTypes", "Syntax"]),
    room("Rules", sees: ["Catalogue", "CNIModel", "Diagnostics", "NetworkTypes", "PlainText"]),
    room(
      "ContainerdConfig",
      sees: ["Catalogue", "CNIModel", "Diagnostics", "Emission", "NetworkTypes", "PlainText", "Syntax"]),
    room("Outputs", sees: ["CNIModel", "Diagnostics", "Emission", "NetworkTypes", "PlainText"]),
    room(
      "ProfileLanguage",
      sees: [
        "Catalogue", "CNIModel", "ContainerdConfig", "Diagnostics", "Emission", "NetworkTypes", "Outputs",
        "PlainText", "ShippedTemplates", "Syntax",
      ]),
    room(
      "Explanation",
      sees: [
        "Catalogue", "CNIModel", "ContainerdConfig", "Diagnostics", "Difference", "NetworkTypes", "PlainText",
        "ProfileLanguage", "Rules",
      ]),
    room(
      "ConfTemplate",
      sees: ["Catalogue", "CNIModel", "Diagnostics", "Emission", "NetworkTypes", "PlainText", "Rules", "Syntax"]),
    room(
      "Compilation",
      sees: [
        "Catalogue", "CNIModel", "ConfTemplate", "ContainerdConfig", "Diagnostics", "Emission", "NetworkTypes",
        "Outputs", "ProfileLanguage", "Rules", "Syntax",
      ]),
    room(
      "Validation",
      sees: [
        "Catalogue", "CNIModel", "Compilation", "ConfTemplate", "ContainerdConfig", "Diagnostics", "Fleet",
        "NetworkTypes", "PlainText", "ProfileLanguage", "Rules", "Syntax",
      ]),
    room(
      "Fleet",
      sees: ["Catalogue", "CNIModel", "Compilation", "Diagnostics", "NetworkTypes", "ProfileLanguage", "Syntax"]),
    room(
      "Difference",
      sees: [
        "Catalogue", "CNIModel", "Compilation", "ConfTemplate", "ContainerdConfig", "Diagnostics", "Emission", "Fleet",
        "NetworkTypes", "PlainText", "ProfileLanguage", "Syntax", "Validation",
      ]),
    room(
      "Plan",
      sees: [
        "Catalogue", "CNIModel", "ContainerdConfig", "Diagnostics", "Difference", "Emission", "Fleet", "NetworkTypes",
        "PlainText", "ProfileLanguage", "Rules", "Syntax",
      ]),
    .target(
      name: "Report",
      dependencies: [
        "CNIModel", "Catalogue", "Compilation", "ContainerdConfig", "Diagnostics", "Emission", "Fleet", "NetworkTypes",
        "ProfileLanguage", "Syntax",
      ],
      exclude: ["Page/page.css", "Page/page.js"], swiftSettings: shipped),
    room("Schemas", sees: ["Catalogue", "Emission", "NetworkTypes", "PlainText", "ProfileLanguage"]),
    room("ArtifactIO", sees: ["CLinux"]),
    room(
      "Apply",
      sees: [
        "ArtifactIO", "CNIModel", "Catalogue", "Compilation", "ContainerdConfig", "Diagnostics", "Probe", "Validation",
      ]),
    room("Programs", sees: ["CLinux"]),
    room(
      "Trial",
      sees: [
        "Catalogue", "CLinux", "CNIModel", "Diagnostics", "Emission", "NetworkTypes", "PlainText", "Programs", "Syntax",
      ]),
    room(
      "Probe",
      sees: [
        "ArtifactIO", "Catalogue", "CLinux", "CNIModel", "ContainerdConfig", "Diagnostics", "Emission", "NetworkTypes",
        "ProfileLanguage", "Programs", "Syntax", "Validation",
      ]),
    .executableTarget(
      name: "cnigen",
      dependencies: [
        "Apply", "ArtifactIO", "Catalogue", "CLinux", "CNIModel", "Compilation", "ContainerdConfig", "Diagnostics",
        "Difference",
        "Emission", "Explanation", "Fleet", "NetworkTypes", "Plan", "Probe", "ProfileLanguage", "Programs", "Report",
        "Rules",
        "Schemas",
        "Syntax", "Trial", "Validation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: shipped),

    // Takes Foundation's place under the argument parser in `scripts/release`, and only there.
    room("SmallFoundation"),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "Manual", dependencies: ["Catalogue", "Explanation", "ProfileLanguage"], path: "Packaging/Manual",
      swiftSettings: strict),
    .target(
      name: "WholeCheck",
      dependencies: [
        "CNIModel", "Compilation", "Diagnostics", "Fleet", "NetworkTypes", "ProfileLanguage", "Rules", "Syntax",
        "Validation",
      ], path: "Fuzzing/WholeCheck", swiftSettings: strict),
    tests("CatalogueTests", sees: ["Catalogue", "Diagnostics", "NetworkTypes", "Syntax"]),
    tests("ApplyTests", sees: ["Apply", "ArtifactIO", "Diagnostics"]),
    tests("ArtifactIOTests", sees: ["ArtifactIO"]),
    tests(
      "ConfTemplateTests", sees: ["Catalogue", "CNIModel", "ConfTemplate", "Diagnostics", "NetworkTypes", "Syntax"]),
    tests(
      "ContainerdConfigTests", sees: ["Catalogue", "ContainerdConfig", "Diagnostics", "NetworkTypes", "Syntax"]),
    tests(
      "DifferenceTests",
      sees: ["Catalogue", "CNIModel", "Diagnostics", "Difference", "NetworkTypes", "ProfileLanguage", "Syntax"]),
    tests("EmissionTests", sees: ["Emission"]),
    tests(
      "ExplanationTests",
      sees: [
        "Catalogue", "Diagnostics", "Difference", "Explanation", "Manual", "NetworkTypes", "ProfileLanguage", "Rules",
        "Syntax",
      ]),
    tests("FleetTests", sees: ["Diagnostics", "Fleet", "NetworkTypes", "ProfileLanguage"]),
    tests("FuzzingTests", sees: ["Diagnostics", "WholeCheck"]),
    tests("GoldenTests", sees: []),
    tests(
      "ProfileLanguageTests",
      sees: [
        "ArtifactIO", "Catalogue", "CNIModel", "Compilation", "ConfTemplate", "Diagnostics", "Emission", "NetworkTypes",
        "ProfileLanguage", "Syntax", "Validation",
      ]),
    tests(
      "LiveTests",
      sees: [
        "CLinux", "CNIModel", "Catalogue", "ConfTemplate", "ContainerdConfig", "Diagnostics", "NetworkTypes",
        "Programs", "Syntax",
      ]),
    tests("NetworkTypesTests", sees: ["NetworkTypes"]),
    tests("OutputsTests", sees: ["Catalogue", "CNIModel", "Diagnostics", "NetworkTypes", "Outputs"]),
    tests(
      "ProbeTests",
      sees: [
        "ArtifactIO", "CNIModel", "Catalogue", "Diagnostics", "NetworkTypes", "Probe", "ProfileLanguage", "Programs",
        "Syntax",
        "Validation",
      ]),
    tests("PlanTests", sees: ["Plan"]),
    tests("PlainTextTests", sees: ["PlainText"]),
    tests("ProgramsTests", sees: ["Programs"]),
    tests("ReportTests", sees: ["ArtifactIO", "Report"]),
    tests("RulesTests", sees: ["Catalogue", "CNIModel", "Diagnostics", "NetworkTypes", "Rules", "Syntax"]),
    tests("ShippedTemplatesTests", sees: ["ShippedTemplates"]),
    tests(
      "ToolTests",
      sees: [
        "ArtifactIO", "CNIModel", "ConfTemplate", "Diagnostics", "Difference", "Emission", "Fleet", "NetworkTypes",
        "ProfileLanguage", "Rules", "Schemas", "Syntax", "Validation",
      ]),
    tests("SmallFoundationTests", sees: ["SmallFoundation"]),
    tests("SyntaxTests", sees: ["Diagnostics", "Emission", "Syntax"]),
    tests("TrialTests", sees: ["Catalogue", "CNIModel", "Diagnostics", "Emission", "NetworkTypes", "Syntax", "Trial"]),
    tests(
      "ValidationTests",
      sees: [
        "ArtifactIO", "Catalogue", "CNIModel", "Diagnostics", "NetworkTypes", "Rules", "Syntax", "Validation",
      ]),
  ]
)

// The fuzzers have no `main` of their own; libFuzzer brings it. scripts/fuzz sets the variable and the instrumentation.
if Context.environment["CNIGEN_FUZZ"] == "1" {
  let roles = [
    "json", "yaml", "toml", "csv", "kubectl", "lock", "capabilities", "template", "conf-template", "importing",
  ]
  package.targets += roles.map { role in
    .executableTarget(
      name: "fuzz-\(role)", dependencies: ["WholeCheck"], path: "Fuzzing/\(role)",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
  }
}

// What scripts/bench measures beside the product.
if Context.environment["CNIGEN_BENCH"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "bench-json", dependencies: ["ArtifactIO", "Diagnostics", "Syntax"], path: "Benchmarks/json",
      swiftSettings: strict))
}
