import ArgumentParser

/// The command line.
@main
struct Cnigen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cnigen",
    abstract: "Compile and check CNI configuration.")
}
