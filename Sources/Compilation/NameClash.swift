import CNIModel
import Diagnostics

/// Networks of one node need names and files of their own.
enum NameClash {
  static func check(_ lists: [NetworkList], _ bag: inout DiagnosticBag) {
    let fileNames = lists.map { $0.fileName.lowercased() }
    for (index, list) in lists.enumerated() {
      let earlier = lists[..<index]
      if let name = list.name, let first = earlier.first(where: { $0.name?.value == name.value }) {
        bag.error(
          "duplicate-name", "two networks are named \(name.value)", at: name.range,
          notes: [
            Diagnostic.Note("the first one is here", at: first.name?.range),
            Diagnostic.Note("host-local keeps its leases by network name, so both would share one store"),
          ], help: "give each network a name of its own: networks: [{name: …}, {name: …}]")
      } else if let place = fileNames[..<index].firstIndex(of: fileNames[index]) {
        let first = lists[place]
        bag.error(
          "duplicate-file", "two networks are written to \(list.fileName)", at: list.value.range,
          notes: [Diagnostic.Note("the first one is here", at: first.value.range)],
          help: "give one of them another order: or file:")
      }
    }
  }
}
