/// SHA-256 of FIPS 180-4.
///
/// Our own because the library for it brings 2.3 MB into a static binary that is large already; the tests hold it
/// against the standard's vectors and against the system's `sha256sum`. A fleet has a sum for each of its files, so the
/// blocks are worked through without bounds checks and without any memory of their own.
package struct SHA256: Sendable {
  private var a: UInt32 = 0x6A09_E667
  private var b: UInt32 = 0xBB67_AE85
  private var c: UInt32 = 0x3C6E_F372
  private var d: UInt32 = 0xA54F_F53A
  private var e: UInt32 = 0x510E_527F
  private var f: UInt32 = 0x9B05_688C
  private var g: UInt32 = 0x1F83_D9AB
  private var h: UInt32 = 0x5BE0_CD19

  private init() {}

  /// The digest of some bytes in lower-case hexadecimal.
  package static func hex(_ bytes: [UInt8]) -> String {
    String(decoding: hexadecimal(digest(bytes)), as: UTF8.self)
  }

  /// Bytes in lower-case hexadecimal.
  package static func hexadecimal(_ digest: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(2 * digest.count)
    for byte in digest {
      for digit in [byte >> 4, byte & 15] { text.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    }
    return text
  }

  /// The 32 bytes of the digest.
  package static func digest(_ bytes: [UInt8]) -> [UInt8] { digest(bytes[...]) }

  /// The 32 bytes of the digest of a part.
  package static func digest(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBytes { buffer in
      var hash = SHA256()
      let whole = buffer.count & ~63
      var offset = 0
      while offset < whole {
        hash.compress(UnsafeRawBufferPointer(rebasing: buffer[offset..<(offset + 64)]))
        offset += 64
      }
      return hash.finish(UnsafeRawBufferPointer(rebasing: buffer[whole...]), count: buffer.count)
    }
  }

  /// Works through what is left, filled up as the standard says, and gives the digest.
  private mutating func finish(_ rest: UnsafeRawBufferPointer, count: Int) -> [UInt8] {
    withUnsafeTemporaryAllocation(byteCount: 128, alignment: 4) { tail in
      tail.initializeMemory(as: UInt8.self, repeating: 0)
      tail.copyMemory(from: rest)
      tail[rest.count] = 0x80
      let size = rest.count < 56 ? 64 : 128
      tail.storeBytes(of: (UInt64(count) * 8).bigEndian, toByteOffset: size - 8, as: UInt64.self)
      for start in stride(from: 0, to: size, by: 64) {
        compress(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(tail)[start..<(start + 64)]))
      }
    }
    var digest: [UInt8] = []
    digest.reserveCapacity(32)
    for word in [a, b, c, d, e, f, g, h] {
      for shift: UInt32 in [24, 16, 8, 0] { digest.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
    return digest
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
        var (a, b, c, d, e, f, g, h) = (a, b, c, d, e, f, g, h)
        for t in 0..<64 {
          let s1 = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
          let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ k[t] &+ w[t]
          let s0 = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
          let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
          (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        self.a &+= a
        self.b &+= b
        self.c &+= c
        self.d &+= d
        self.e &+= e
        self.f &+= f
        self.g &+= g
        self.h &+= h
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
