import CNIModel
import Diagnostics

/// The ways to say which device host-device is to move, in the order in which the plugin looks at them. The first one
/// that says something decides.
enum HostDeviceSelector {
  static let keys = ["device", "hwaddr", "kernelpath", "pciBusID"]
}

extension InstalledPlugin {
  /// The selectors that say something, the deciding one first.
  var selectors: [(key: String, text: Located<String>)] {
    HostDeviceSelector.keys.compactMap { key in text(key).map { (key, $0) } }
  }
}
