import CLinux

/// SHA-256 of FIPS 180-4.
///
/// Our own because the library for it brings 2.3 MB into a static binary that is large already; the tests hold it
/// against the standard's vectors and against the system's `sha256sum`. A fleet has a sum for each of its files, so the
/// processor's instructions for it are used where there are any, and blocks are worked through without bounds checks and
/// without any memory of their own.
package struct SHA256: Sendable {
  private var state: SIMD8<UInt32> = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  private let usesInstructions: Bool

  /// - Parameter usesInstructions: whether the processor's own instructions are used where it has any.
  private init(usesInstructions: Bool = true) {
    self.usesInstructions = usesInstructions && hasSHA256Instructions() != 0
  }

  /// The 32 bytes of a digest, as the eight words of the standard.
  package struct Digest: Sendable, Hashable {
    let words: SIMD8<UInt32>

    /// Appends the digest in lower-case hexadecimal, 64 bytes.
    package func append(to text: inout [UInt8]) {
      for index in 0..<8 {
        for shift: UInt32 in [28, 24, 20, 16, 12, 8, 4, 0] {
          let digit = UInt8(truncatingIfNeeded: words[index] &>> shift) & 15
          text.append(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
        }
      }
    }

    /// The digest in lower-case hexadecimal.
    package var hex: String {
      var text: [UInt8] = []
      append(to: &text)
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// What has been worked through of texts that begin alike: the whole blocks of their beginning.
  package struct Beginning: Sendable {
    fileprivate var hash: SHA256
    /// How many bytes these blocks have.
    package fileprivate(set) var count = 0

    /// - Parameters:
    ///   - bytes: what all of the texts begin with, of any size.
    ///   - usesInstructions: whether the processor's own instructions are used where it has any.
    package init(_ bytes: [UInt8] = [], usesInstructions: Bool = true) {
      hash = SHA256(usesInstructions: usesInstructions)
      bytes.withUnsafeBytes { count = hash.compressBlocks(of: $0) }
    }
  }

  /// The digest of some bytes in lower-case hexadecimal.
  package static func hex(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { digest($0) }.hex }

  /// The digest of some bytes.
  ///
  /// - Parameter beginning: what the bytes begin with, if that has been worked through before.
  package static func digest(_ bytes: UnsafeRawBufferPointer, after beginning: Beginning = Beginning()) -> Digest {
    var hash = beginning.hash
    let rest = UnsafeRawBufferPointer(rebasing: bytes[beginning.count...])
    let whole = hash.compressBlocks(of: rest)
    return hash.finish(UnsafeRawBufferPointer(rebasing: rest[whole...]), count: bytes.count)
  }

  /// Works through all whole blocks and says how many bytes they have.
  private mutating func compressBlocks(of bytes: UnsafeRawBufferPointer) -> Int {
    let whole = bytes.count & ~63
    if usesInstructions, let blocks = bytes.baseAddress {
      withUnsafeMutableBytes(of: &state) { state in
        // Eight words of four bytes, aligned to 32.
        compressSHA256(
          state.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt32.self),
          blocks.assumingMemoryBound(to: UInt8.self), UInt(whole / 64), Self.constants)
      }
      return whole
    }
    var offset = 0
    while offset < whole {
      compress(UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + 64)]))
      offset += 64
    }
    return whole
  }

  /// Works through what is left, filled up as the standard says, and gives the digest.
  private mutating func finish(_ rest: UnsafeRawBufferPointer, count: Int) -> Digest {
    withUnsafeTemporaryAllocation(byteCount: 128, alignment: 4) { tail in
      tail.initializeMemory(as: UInt8.self, repeating: 0)
      tail.copyMemory(from: rest)
      tail[rest.count] = 0x80
      let size = rest.count < 56 ? 64 : 128
      tail.storeBytes(of: (UInt64(count) * 8).bigEndian, toByteOffset: size - 8, as: UInt64.self)
      _ = compressBlocks(of: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(tail)[..<size]))
    }
    return Digest(words: state)
  }

  /// - Parameter block: 64 bytes.
  private mutating func compress(_ block: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
      for t in 0..<16 {
        w[t] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * t, as: UInt32.self))
      }
      for t in 16..<64 {
        let x = w[t &- 15]
        let y = w[t &- 2]
        let s0 = Self.rotate(x, 7) ^ Self.rotate(x, 18) ^ (x &>> 3)
        let s1 = Self.rotate(y, 17) ^ Self.rotate(y, 19) ^ (y &>> 10)
        w[t] = w[t &- 16] &+ s0 &+ w[t &- 7] &+ s1
      }
      Self.constants.withUnsafeBufferPointer { k in
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for t in 0..<64 {
          let s1 = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
          let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ k[t] &+ w[t]
          let s0 = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
          let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
          (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        state &+= SIMD8(a, b, c, d, e, f, g, h)
      }
    }
  }

  @inline(__always)
  private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 { value &>> count | value &<< (32 &- count) }

  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]
}
