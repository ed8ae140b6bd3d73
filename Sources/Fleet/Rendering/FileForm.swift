/// A file that differs from node to node in a few places: what all have in common, and between it the holes.
package struct FileForm: Sendable, Hashable {
  /// The common pieces; there is one more of them than there are holes.
  private let pieces: [[UInt8]]
  /// What belongs into each hole: the number of a value.
  private let holes: [Int]

  /// The form of a file that was made with marks in the place of values.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - marks: what stands for each value. None is a part of another.
  init(_ bytes: [UInt8], marks: [[UInt8]]) {
    guard !marks.isEmpty else {
      pieces = [bytes]
      holes = []
      return
    }
    var pieces: [[UInt8]] = []
    var holes: [Int] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      guard let hole = marks.firstIndex(where: { !$0.isEmpty && rest.starts(with: $0) }) else {
        index += 1
        continue
      }
      pieces.append(Array(bytes[start..<index]))
      holes.append(hole)
      index += marks[hole].count
      start = index
    }
    pieces.append(Array(bytes[start...]))
    self.pieces = pieces
    self.holes = holes
  }

  /// The form of a file without holes, with holes where some values stand in it.
  func marked(_ marks: [[UInt8]]) -> FileForm {
    isConstant && !marks.isEmpty ? FileForm(pieces[0], marks: marks) : self
  }

  /// Whether all nodes have the same file.
  package var isConstant: Bool { holes.isEmpty }

  /// What all of the files begin with.
  package var beginning: [UInt8] { pieces[0] }

  /// Appends the file with some values in its holes.
  package func fill(_ values: NodeValues, to output: inout [UInt8]) {
    output.append(contentsOf: pieces[0])
    for (index, hole) in holes.enumerated() {
      values.append(hole, to: &output)
      output.append(contentsOf: pieces[index + 1])
    }
  }

  /// The file with some values in its holes.
  package func filled(with values: NodeValues) -> [UInt8] {
    var bytes: [UInt8] = []
    fill(values, to: &bytes)
    return bytes
  }
}

/// The values of one node, by number: the text of all of them in one buffer.
package struct NodeValues: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  package init() {}

  /// Adds the next value.
  mutating func add(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends.append(bytes.count)
  }

  /// All values by their numbers.
  var all: [[UInt8]] { ends.indices.map { Array(bytes[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]]) } }

  /// Appends the value of a number to a text; nothing where there is none.
  func append(_ number: Int, to output: inout [UInt8]) {
    guard number < ends.count else { return }
    output.append(contentsOf: bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]])
  }
}
