import NetworkTypes

/// Reads an entry of `nodes:` that has nothing but a name, subnets, labels and pools, all in the plainest forms. It is
/// kept for all entries of a list, so that its own lists are allocated once.
struct PlainEntry {
  private(set) var name: PlainText.Scalar?
  private(set) var subnets: [(subnet: CIDR, place: Range<Int>)] = []
  private(set) var labels: [(key: PlainText.Scalar, value: PlainText.Scalar)] = []
  private(set) var pools: [PlainText.Scalar] = []
  /// The keys that were there, a bit each.
  private var keys: UInt8 = 0

  /// More labels than this are left to the ordinary reader, since each is held against all others.
  private static let maximumLabels = 32

  /// Reads the entry whose value begins at a place.
  ///
  /// - Parameter column: the column of that place, from 0: where the keys of a mapping in block style stand.
  /// - Returns: the beginning of the line behind the entry; `nil` for one of another form, or with anything wrong in it.
  mutating func read(_ text: PlainText, at start: Int, column: Int) -> Int? {
    name = nil
    keys = 0
    subnets.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    pools.removeAll(keepingCapacity: true)
    guard let end = readValue(text, at: start, column: column), let name,
      NodeName.isGood(text.bytes.span.extracting(name.content))
    else { return nil }
    return end
  }

  private mutating func readValue(_ text: PlainText, at start: Int, column: Int) -> Int? {
    if text.has("{", at: start) { return readFlow(text, at: start).flatMap(text.nextLine) }
    guard let first = text.scalar(at: start) else { return nil }
    // A name alone.
    if let end = text.nextLine(behind: first.place.upperBound) {
      name = first
      return end
    }
    return readBlock(text, at: start, column: column)
  }

  // MARK: Flow style

  /// `{name: a, subnets: [10.0.0.0/24]}`; returns the place behind it.
  private mutating func readFlow(_ text: PlainText, at start: Int) -> Int? {
    var position = text.behindSpaces(start + 1)
    while true {
      guard let (key, value) = readKey(text, at: position),
        let end = readFlowValue(of: key, text, at: text.behindSpaces(value))
      else { return nil }
      position = text.behindSpaces(end)
      if text.has("}", at: position) { return position + 1 }
      guard text.has(",", at: position) else { return nil }
      position = text.behindSpaces(position + 1)
    }
  }

  /// A key with the colon and the space behind it; returns the place of that space.
  private func readKey(_ text: PlainText, at start: Int) -> (key: PlainText.Scalar, value: Int)? {
    guard let key = text.scalar(at: start), text.has(":", at: key.place.upperBound),
      text.has(" ", at: key.place.upperBound + 1)
    else { return nil }
    return (key, key.place.upperBound + 1)
  }

  /// The value of a key of the entry on the line of its key; returns the place behind it.
  private mutating func readFlowValue(of key: PlainText.Scalar, _ text: PlainText, at start: Int) -> Int? {
    guard let word = take(key, text) else { return nil }
    switch word {
    case .name:
      name = text.scalar(at: start)
      return name?.place.upperBound
    case .subnets, .pools: return readFlowList(word, text, at: start)
    case .labels: return readFlowLabels(text, at: start)
    }
  }

  private mutating func readFlowList(_ word: Word, _ text: PlainText, at start: Int) -> Int? {
    guard text.has("[", at: start) else { return nil }
    var position = text.behindSpaces(start + 1)
    while true {
      guard let scalar = text.scalar(at: position), add(scalar, to: word, text) else { return nil }
      position = text.behindSpaces(scalar.place.upperBound)
      if text.has("]", at: position) { return position + 1 }
      guard text.has(",", at: position) else { return nil }
      position = text.behindSpaces(position + 1)
    }
  }

  private mutating func readFlowLabels(_ text: PlainText, at start: Int) -> Int? {
    guard text.has("{", at: start) else { return nil }
    var position = text.behindSpaces(start + 1)
    while true {
      guard let (key, space) = readKey(text, at: position),
        let value = text.scalar(at: text.behindSpaces(space)), addLabel(key, value, text)
      else { return nil }
      position = text.behindSpaces(value.place.upperBound)
      if text.has("}", at: position) { return position + 1 }
      guard text.has(",", at: position) else { return nil }
      position = text.behindSpaces(position + 1)
    }
  }

  // MARK: Block style

  /// Keys on lines of their own, the first behind the dash of the entry; returns the beginning of the line behind them.
  private mutating func readBlock(_ text: PlainText, at start: Int, column: Int) -> Int? {
    var position = start
    while true {
      guard let key = text.scalar(at: position), text.has(":", at: key.place.upperBound),
        let end = readBlockValue(of: key, text, at: key.place.upperBound + 1, column: column)
      else { return nil }
      let next = text.behindSpaces(end)
      guard next - end == column, !text.has("-", at: next), !text.has("#", at: next) else { return end }
      position = next
    }
  }

  private mutating func readBlockValue(
    of key: PlainText.Scalar, _ text: PlainText, at start: Int, column: Int
  ) -> Int? {
    if text.has(" ", at: start) {
      let value = text.behindSpaces(start)
      if value < text.bytes.count, text.bytes[value] > 0x20, !text.has("#", at: value) {
        return readFlowValue(of: key, text, at: value).flatMap(text.nextLine)
      }
    }
    guard let word = take(key, text), let line = text.nextLine(behind: start) else { return nil }
    switch word {
    case .name: return nil
    case .subnets, .pools: return readBlockList(word, text, at: line, column: column)
    case .labels: return readBlockLabels(text, at: line, column: column)
    }
  }

  /// Entries with dashes, as far in as the key or further.
  private mutating func readBlockList(_ word: Word, _ text: PlainText, at start: Int, column: Int) -> Int? {
    let indent = text.behindSpaces(start) - start
    guard indent >= column, text.has("-", at: start + indent) else { return nil }
    var line = start
    while true {
      let dash = text.behindSpaces(line)
      guard dash - line == indent, text.has("-", at: dash) else { return line }
      guard text.has(" ", at: dash + 1), let scalar = text.scalar(at: text.behindSpaces(dash + 1)),
        add(scalar, to: word, text), let next = text.nextLine(behind: scalar.place.upperBound)
      else { return nil }
      line = next
    }
  }

  private mutating func readBlockLabels(_ text: PlainText, at start: Int, column: Int) -> Int? {
    let indent = text.behindSpaces(start) - start
    guard indent > column else { return nil }
    var line = start
    while true {
      let position = text.behindSpaces(line)
      guard position - line == indent else { return line > start ? line : nil }
      guard let (key, space) = readKey(text, at: position), let value = text.scalar(at: text.behindSpaces(space)),
        addLabel(key, value, text), let next = text.nextLine(behind: value.place.upperBound)
      else { return nil }
      line = next
    }
  }

  // MARK: Values

  private enum Word: UInt8 {
    case name = 1
    case subnets = 2
    case labels = 4
    case pools = 8
  }

  /// The word that a key is, if it is one of these and was not there before.
  private mutating func take(_ key: PlainText.Scalar, _ text: PlainText) -> Word? {
    let word: Word? =
      if text.holds(key.content, "subnets") {
        .subnets
      } else if text.holds(key.content, "name") {
        .name
      } else if text.holds(key.content, "labels") {
        .labels
      } else if text.holds(key.content, "pools") {
        .pools
      } else {
        nil
      }
    guard let word, keys & word.rawValue == 0 else { return nil }
    keys |= word.rawValue
    return word
  }

  private mutating func add(_ scalar: PlainText.Scalar, to word: Word, _ text: PlainText) -> Bool {
    guard word == .subnets else {
      pools.append(scalar)
      return true
    }
    guard let subnet = CIDR(utf8: text.bytes.span.extracting(scalar.content)), subnet.isNetwork else { return false }
    subnets.append((subnet, scalar.place))
    return true
  }

  private mutating func addLabel(_ key: PlainText.Scalar, _ value: PlainText.Scalar, _ text: PlainText) -> Bool {
    let bytes = text.bytes
    guard labels.count < Self.maximumLabels, LabelForm.isGood(key: bytes[key.content]),
      LabelForm.isGood(value: bytes[value.content]),
      !labels.contains(where: { bytes[$0.key.content].elementsEqual(bytes[key.content]) })
    else { return false }
    labels.append((key, value))
    return true
  }
}
