import Foundation
import TestSupport
import Testing

/// Builds of somebody else in the place of a side of `diff`: tars and folders that no build has made.
@Suite struct HostileSideTests {
  private static let maximumMemory = 300
  private static let list = network("10.1.1.0/24")

  private static func network(_ subnet: String) -> String {
    #"{"cniVersion":"1.0.0","name":"pods","plugins":[{"type":"bridge","bridge":"cni0","#
      + #""ipam":{"type":"host-local","ranges":[[{"subnet":"\#(subnet)"}]]}}]}"#
  }

  /// A header of ustar.
  private static func header(_ name: String, size: String, kind: Character = "0", link: String = "") -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) {
      for (index, byte) in text.utf8.enumerated() { block[place + index] = byte }
    }
    put(name, at: 0)
    put("0000644", at: 100)
    put(size, at: 124)
    put(String(kind), at: 156)
    put(link, at: 157)
    put("ustar", at: 257)
    put("00", at: 263)
    put("        ", at: 148)
    let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
    put(String(repeating: "0", count: 6 - sum.count) + sum + "\0 ", at: 148)
    return block
  }

  private static func octal(_ size: Int) -> String {
    let digits = String(size, radix: 8)
    return String(repeating: "0", count: 11 - digits.count) + digits
  }

  /// A file of a tar, filled up to whole blocks.
  private static func entry(_ name: String, _ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return header(name, size: octal(bytes.count)) + bytes
      + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  }

  private static let end = [UInt8](repeating: 0, count: 1024)

  private func write(_ bytes: [UInt8], _ scratch: Scratch, _ name: String) throws {
    try Data(bytes).write(to: URL(filePath: scratch(name)))
  }

  /// Compares with a sound side; the other one is refused, soon, and the terminal is as it was.
  private func refused(_ other: String, _ words: String, in scratch: Scratch, status: Int32 = 66) throws {
    for sides in [["sound.tar", other], [other, "sound.tar"]] {
      let (outcome, peak) = try measuredCnigen(["diff"] + sides, in: scratch.path)
      #expect(outcome.end == .exited(status), "\(sides): \(outcome.end) \(outcome.errors.prefix(400))")
      #expect(outcome.errors.contains(words), "\(sides): \(outcome.errors.prefix(400))")
      #expect(!(outcome.output + outcome.errors).contains("\u{1B}"), "\(sides)")
      #expect(peak < Self.maximumMemory, "\(sides) took \(peak) MiB")
    }
  }

  private func sound(_ scratch: Scratch) throws {
    try write(Self.entry("n1/10-pods.conflist", Self.list) + Self.end, scratch, "sound.tar")
  }

  @Test func pathsOfATar() async throws {
    try await withScratch { scratch in
      try sound(scratch)
      for (name, words) in [
        ("../x/10-pods.conflist", "leads out of it"), ("n1/../../x.conflist", "leads out of it"),
        ("/etc/cni/net.d/10-pods.conflist", "leads out of it"),
        ("n1\u{1B}[31m/10-pods.conflist", "control characters"), ("n1\n- hosts: all/x.conflist", "control characters"),
      ] {
        try write(Self.entry(name, Self.list) + Self.end, scratch, "paths.tar")
        try refused("paths.tar", words, in: scratch)
      }
      // The same in a record of pax, behind a plain name.
      let record = "path=../../x.conflist\n"
      let line = "\(record.utf8.count + 3) \(record)"
      try write(
        Self.header("h", size: Self.octal(line.utf8.count), kind: "x") + Array(line.utf8)
          + [UInt8](repeating: 0, count: 512 - line.utf8.count) + Self.entry("n1/x.conflist", Self.list) + Self.end,
        scratch, "pax.tar")
      try refused("pax.tar", "leads out of it", in: scratch)
    }
  }

  /// Sizes that lie, and files that cost their sender nothing.
  @Test func sizesInATar() async throws {
    try await withScratch { scratch in
      try sound(scratch)
      let name = "n1/10-pods.conflist"
      for (size, words) in [
        ("77777777777", "larger than 64 MiB"), ("777777777777", "larger than 64 MiB"),
        ("00400000000", "ends in the middle"), ("-0000000001", "no tar"), ("\u{7F}\u{7F}", "no tar"),
      ] {
        try write(Self.header(name, size: size) + Array(Self.list.utf8), scratch, "sizes.tar")
        try refused("sizes.tar", words, in: scratch)
      }
      // Forty files of 60 MiB, all holes.
      let size = 60 << 20
      try scratch.file("holes.tar", "")
      let file = try FileHandle(forWritingTo: URL(filePath: scratch("holes.tar")))
      for number in 0..<40 {
        try file.seek(toOffset: UInt64(number * (size + 512)))
        try file.write(contentsOf: Data(Self.header("n\(number)/10-pods.conflist", size: Self.octal(size))))
      }
      try file.truncate(atOffset: UInt64(40 * (size + 512)))
      try file.close()
      try refused("holes.tar", "is no text", in: scratch)
      // Text, but far more than a network.
      let many = #"{"cniVersion":"1.0.0","name":"pods","plugins":["# + String(repeating: "0,", count: 4 << 20) + "0]}"
      try write(Self.entry(name, many) + Self.end, scratch, "many.tar")
      try refused("many.tar", "at most 1 MiB are checked", in: scratch, status: 1)
    }
  }

  /// Links and devices are no files of a build.
  @Test func linksInATar() async throws {
    try await withScratch { scratch in
      try sound(scratch)
      try scratch.file("outside.conflist", Self.list)
      let links = "12346".flatMap {
        Self.header("n\($0)/10-pods.conflist", size: Self.octal(0), kind: $0, link: scratch("outside.conflist"))
      }
      try write(links + Self.end, scratch, "links.tar")
      try refused("links.tar", "holds nothing that a build makes", in: scratch, status: 64)
    }
  }

  /// The map of a folder of variants, which names the folders to read.
  @Test func mapsOfVariants() async throws {
    try await withScratch { scratch in
      try sound(scratch)
      try scratch.folder("built")
      try scratch.folder("built/nodes")
      try scratch.file("secret.conflist", Self.network("10.9.9.0/24"))
      let sum = String(repeating: "a", count: 64)
      try scratch.file("built/SHA256SUMS", "\(sum)  nodes/map.tsv\n")
      for (line, words) in [
        ("n1\tsecret.conflist\t..", "no node, path and sum"), ("n1\tsecret.conflist\t.", "no node, path and sum"),
        ("n1\tx.conflist\t../built", "no node, path and sum"), ("n1\tx.conflist", "no node, path and sum"),
        ("\0\t\u{FFFD}", "no node, path and sum"), ("n1\t..\t\(sum)", "cannot read"),
        ("n1\t\u{1B}[31m.conflist\t\(sum)", "cannot read"),
      ] {
        try scratch.file("built/nodes/map.tsv", line + "\n")
        try refused("built", words, in: scratch)
      }
      // A gigabyte without an end of a line.
      try scratch.file("built/nodes/map.tsv", "")
      #expect(truncate(scratch("built/nodes/map.tsv"), 1 << 30) == 0)
      try refused("built", "no text", in: scratch)
    }
  }

  /// Names in a folder come from anybody; what is shown of them moves no cursor.
  @Test func namesInAFolder() async throws {
    try await withScratch { scratch in
      try sound(scratch)
      for folder in ["tree", "tree/n1\u{1B}[31m", "live"] { try scratch.folder(folder) }
      try scratch.file("tree/n1\u{1B}[31m/10-pods.conflist", Self.network("10.1.2.0/24"))
      try scratch.file("live/10-\u{1B}[31m.conflist", Self.network("10.1.2.0/24"))
      for side in ["tree", "live"] {
        for form in ["text", "md", "json"] {
          let outcome = try cnigen(["diff", "sound.tar", side, "--emit", form, "-v"], in: scratch.path)
          #expect(outcome.output.contains("10.1.2.0/24"), "\(outcome)")
          #expect(!(outcome.output + outcome.errors).contains("\u{1B}"), "\(outcome)")
        }
      }
    }
  }
}
