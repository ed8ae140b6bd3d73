import ArgumentParser

/// How findings are shown, the same for every command.
struct ReportOptions: ParsableArguments {
  @Flag(help: "Fail on warnings too.")
  var strict = false

  @Option(help: ArgumentHelp("The form of the findings.", valueName: "text|json|sarif|github"))
  var format = Report.Format.text

  @Option(help: ArgumentHelp("When to color.", valueName: "auto|always|never"))
  var color = Report.Color.auto

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show notes too, and what was done with each file.")
  var verbose = false

  /// The same as a plain value.
  var report: Report {
    Report(strict: strict, format: format, color: color, quiet: quiet, verbose: verbose)
  }
}

extension Report.Format: ExpressibleByArgument {}

extension Report.Color: ExpressibleByArgument {}
