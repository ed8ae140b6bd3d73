import Foundation
import TestSupport

/// A containerd of the test's own, with root, state, socket and CNI folder in a scratch folder.
struct RuntimeDaemon {
  private let child: Child
  private let socket: String

  /// The settings that keep a containerd to itself, as a profile's `extra:` has them.
  static func settings(in scratch: Scratch) -> String {
    """
      extra:
        root: \(scratch("root"))
        state: \(scratch("state"))
        grpc: {address: \(scratch("containerd.sock"))}
    """
  }

  /// Starts the installed containerd.
  ///
  /// - Parameters:
  ///   - config: a config with the settings above.
  ///   - program: another containerd.
  static func start(config: String, in scratch: Scratch, program: String? = nil) throws -> RuntimeDaemon {
    let child = try Child.start(program ?? Machine.program("containerd"), ["--config", config])
    return RuntimeDaemon(child: child, socket: scratch("containerd.sock"))
  }

  /// Does what the kubelet does when it learns the node's pod CIDRs: one call of the CRI.
  ///
  /// - Returns: what containerd answers: nothing, or its error.
  func updateRuntimeConfig(podCIDR: String) throws -> String {
    try run(Tools.program("python3"), ["-c", Self.call, socket, podCIDR], limit: 60).required()
  }

  /// What containerd says of itself when it is asked for everything, the networks that it has loaded among it: the
  /// bytes of the CRI's answer, as far as they are text.
  func status() throws -> String {
    try run(Tools.program("python3"), ["-c", Self.statusCall, socket], limit: 60).required()
  }

  /// Waits until it shows the subnet `10.9.N.0/24` among its networks.
  func waits(for third: Int) async throws -> Bool {
    for _ in 0..<60 {
      if try status().contains("10.9.\(third).0/24") { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }

  /// The third numbers of all subnets `10.9.N.0/24` among its networks.
  func loaded() throws -> Set<Int> {
    Set(try status().matches(of: /10\.9\.([0-9]+)\.0\/24/).compactMap { Int($0.1) })
  }

  /// Whether it has a network for pods.
  func isReady() throws -> Bool { try !status().contains("NetworkPluginNotReady") }

  /// `StatusRequest{verbose: true}`.
  private static let statusCall = """
    import sys, grpc
    channel = grpc.insecure_channel("unix://" + sys.argv[1])
    call = channel.unary_unary(
        "/runtime.v1.RuntimeService/Status",
        request_serializer=lambda message: message, response_deserializer=lambda message: message)
    print(call(bytes([0x08, 0x01]), timeout=50, wait_for_ready=True).decode("utf-8", "replace"))
    """

  /// Ends it and gives its log.
  @discardableResult
  func stop() -> String { child.stop().errors }

  /// `UpdateRuntimeConfigRequest{runtime_config: {network_config: {pod_cidr}}}`; each is the first field of the other.
  private static let call = """
    import sys, grpc

    def field(text):
        return bytes([0x0A, len(text)]) + text

    request = field(field(field(sys.argv[2].encode())))
    channel = grpc.insecure_channel("unix://" + sys.argv[1])
    call = channel.unary_unary(
        "/runtime.v1.RuntimeService/UpdateRuntimeConfig",
        request_serializer=lambda message: message, response_deserializer=lambda message: message)
    try:
        call(request, timeout=50, wait_for_ready=True)
    except grpc.RpcError as error:
        if error.code() != grpc.StatusCode.UNKNOWN:
            raise
        print(error.details())
    """
}
