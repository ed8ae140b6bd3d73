import CNIModel
import Diagnostics
import NetworkTypes

/// What Kubernetes would refuse of a DaemonSet and its ConfigMap.
enum DaemonSetCheck {
  static func check(_ setup: DaemonSet.Setup, _ delivery: Delivery, _ bag: inout DiagnosticBag) {
    checkName(setup, delivery, &bag)
    checkTargetLabel(setup, delivery, &bag)
    checkPriority(setup, delivery.target, &bag)
    checkSize(setup, delivery, &bag)
  }

  private static func checkName(_ setup: DaemonSet.Setup, _ delivery: Delivery, _ bag: inout DiagnosticBag) {
    // The prefix is fine, so the fault is in the profile's name or in the target's.
    let isTarget = ObjectName.fault(of: "cnigen-\(delivery.name.value)") == nil
    ObjectName.check(
      setup.name, of: "the DaemonSet", at: isTarget ? delivery.targetPlace ?? delivery.name.range : delivery.name.range,
      help: "give the \(isTarget ? "target" : "profile") a short name of small letters, digits and dashes", &bag)
  }

  private static func checkTargetLabel(_ setup: DaemonSet.Setup, _ delivery: Delivery, _ bag: inout DiagnosticBag) {
    guard let place = delivery.targetPlace, ObjectName.fault(of: setup.name) == nil,
      let fault = ObjectName.fault(ofLabelValue: delivery.target.name)
    else { return }
    bag.error(
      "invalid-kubernetes-name",
      "no node can have the label \(NodeChoice.targetLabel)=\(delivery.target.name): \(fault)",
      at: place, help: "give the target a short name of small letters, digits and dashes")
  }

  /// Before 1.17 pods of these classes were taken in kube-system only.
  private static func checkPriority(_ setup: DaemonSet.Setup, _ target: Target, _ bag: inout DiagnosticBag) {
    guard let version = target.kubernetes, version < "1.17", setup.namespace != "kube-system",
      let place = setup.request.text("namespace")?.range
    else { return }
    bag.error(
      "output-not-for-target",
      "Kubernetes \(version) takes the pods of the DaemonSet in the namespace kube-system only, not in \(setup.namespace)",
      at: place,
      notes: [
        Diagnostic.Note(
          """
          no pod is made: pods with system-node-critical priorityClass is not permitted in \(setup.namespace) namespace
          """),
        Diagnostic.Note("the target is stated here", at: target.places.kubernetes),
      ], help: "leave namespace out")
  }

  /// The limit that the API server sets.
  private static let largest = 1 << 20

  private static func checkSize(_ setup: DaemonSet.Setup, _ delivery: Delivery, _ bag: inout DiagnosticBag) {
    let size = delivery.networkFiles.reduce(0) { $0 + $1.name.utf8.count + $1.bytes.count }
    guard size > largest else { return }
    bag.error(
      "output-too-large", "the networks are \(size) bytes; a ConfigMap takes \(largest)", at: setup.request.range,
      notes: [Diagnostic.Note("the API server refuses it: Too long: must have at most \(largest) bytes")],
      help: "bring them to the nodes by cloudInit or ignition")
  }
}
