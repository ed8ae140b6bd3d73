import CNIModel
import Diagnostics
import NetworkTypes
import Syntax

/// What a chain answered to ADD.
struct ChainResult {
  /// The whole answer, as it goes to the next plugin.
  let value: Value

  /// An address of the container.
  struct Assignment {
    let address: CIDR
    let gateway: IPAddress?
  }

  /// The addresses, of results of any version.
  var assignments: [Assignment] {
    let listed = value["ips"]?.array ?? []
    // Versions 0.1.0 and 0.2.0 have one object for each family.
    let old = [value["ip4"], value["ip6"]].compactMap { $0 }
    return (listed + old).compactMap { entry in
      guard let text = entry["address"]?.string ?? entry["ip"]?.string, let address = CIDR(text) else { return nil }
      return Assignment(address: address, gateway: entry["gateway"]?.string.flatMap { IPAddress($0) })
    }
  }

  /// Name servers, search domains and options that the runtime is to write into the container.
  var dns: Value? { value["dns"] }

  /// Reads an answer; `nil` for what is no JSON object.
  init?(_ bytes: [UInt8], as id: FileID) {
    var bag = DiagnosticBag()
    guard let tree = JSONReader.read(id, bytes, into: &bag) else { return nil }
    let value = Value(json: tree)
    guard value.object != nil else { return nil }
    self.value = value
  }
}
