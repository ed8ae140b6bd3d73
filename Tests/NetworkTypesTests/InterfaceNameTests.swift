import NetworkTypes
import Testing

/// The verdicts are those of Linux 6 to `ip link add NAME type veth`.
@Suite struct InterfaceNameTests {
  @Test(arguments: [
    "cni0", "br-frontend-pro", "eth0.100", "a", "...", "br_pods", "br-ö", "a\u{2003}b", "a\u{1}b", "vethé",
  ])
  func namesThatTheKernelTakes(_ text: String) {
    #expect(InterfaceName.fault(of: text) == nil)
    #expect(InterfaceName(text)?.description == text)
  }

  @Test(
    arguments: [
      ("", .empty), (".", .dots), ("..", .dots), ("br-frontend-prod", .tooLong(16)), ("öööööööö", .tooLong(16)),
      ("br/pods", .character("/")), ("br:pods", .character(":")), ("br pods", .character(" ")),
      ("br\tpods", .character("\t")), ("br\r\npods", .character("\r\n")), ("br%d", .character("%")),
      ("br\0pods", .character("\0")), ("br\u{A0}pods", .character("\u{A0}")), ("brà", .character("à")),
    ] as [(String, InterfaceName.Fault)])
  func namesThatTheKernelRefuses(_ text: String, _ fault: InterfaceName.Fault) {
    #expect(InterfaceName.fault(of: text) == fault)
    #expect(InterfaceName(text) == nil)
  }
}
