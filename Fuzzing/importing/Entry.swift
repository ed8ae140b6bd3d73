import WholeCheck

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  WholeCheck.run(Array(UnsafeBufferPointer(start: start, count: count)), as: .importing)
  return 0
}
