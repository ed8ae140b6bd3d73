import Foundation

/// Documents that differ from a sound one in a single place: a value of another kind, a key that is gone or has
/// another name.
struct Mutants {
  private var generator: SplitMix

  init(seed: UInt64) {
    generator = SplitMix(state: seed)
  }

  /// Some mutants of a JSON value, evenly over all that there could be.
  mutating func some(_ count: Int, of document: Any) -> [Any] {
    let places = Self.places(in: document)
    return (0..<count).compactMap { _ in
      let place = places[Int(generator.next() % UInt64(places.count))]
      return Self.changed(document, at: place[...], by: change())
    }
  }

  private enum Change {
    case remove
    case put(Any)
    case rename(Int)
    case add
  }

  private mutating func change() -> Change {
    switch generator.next() % 8 {
    case 0: .remove
    case 1, 2: .rename(Int(generator.next() % 64))
    case 3: .add
    default: .put(Self.values[Int(generator.next() % UInt64(Self.values.count))])
    }
  }

  private static var values: [Any] {
    [
      NSNull(), true, false, "text", 7, -1, 70000, 1.5, [Any](), ["text"], [7], [NSNull()], [String: Any](), ["x": 1],
      "", "10.0.0.0/8",
    ]
  }

  private static func places(in value: Any) -> [[String]] {
    var places: [[String]] = [[]]
    if let object = value as? [String: Any] {
      for (key, inner) in object.sorted(by: { $0.key < $1.key }) { places += Self.places(in: inner).map { [key] + $0 } }
    } else if let list = value as? [Any] {
      for (index, inner) in list.enumerated() { places += Self.places(in: inner).map { [String(index)] + $0 } }
    }
    return places
  }

  /// The document with a change at a place; `nil` where there is nothing that could be changed so.
  private static func changed(_ value: Any, at place: ArraySlice<String>, by change: Change) -> Any? {
    guard let step = place.first else { return changed(value, by: change) }
    let rest = place.dropFirst()
    if var object = value as? [String: Any] {
      if rest.isEmpty, case .remove = change {
        object[step] = nil
      } else {
        guard let inner = object[step], let new = changed(inner, at: rest, by: change) else { return nil }
        object[step] = new
      }
      return object
    }
    guard var list = value as? [Any], let index = Int(step) else { return nil }
    if rest.isEmpty, case .remove = change {
      list.remove(at: index)
    } else {
      guard let new = changed(list[index], at: rest, by: change) else { return nil }
      list[index] = new
    }
    return list
  }

  private static func changed(_ value: Any, by change: Change) -> Any? {
    switch change {
    case .remove: return nil
    case .put(let new): return new
    case .rename(let number):
      guard var object = value as? [String: Any], !object.isEmpty else { return nil }
      let key = object.keys.sorted()[number % object.count]
      let new = number % 2 == 0 ? String(key.dropLast()) : key + "x"
      guard !new.isEmpty, object[new] == nil else { return nil }
      object[new] = object.removeValue(forKey: key)
      return object
    case .add:
      guard var object = value as? [String: Any] else { return nil }
      object["speed"] = 10
      return object
    }
  }
}

/// Numbers that are the same in every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
