/// Elements of lists, or members of objects, that are not whole yet: those of an inner one lie on top of those of the
/// outer ones.
///
/// A list that grows by itself keeps room that it never uses and leaves its smaller selves behind. Most of the time of
/// a first read is the system's, who hands out that memory. From here each list takes its elements over in one piece,
/// in just the room that they need.
final class Pile<Element> {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  /// An element, by its place from the bottom.
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "an element that is not on the pile")
    return base[index]
  }

  /// Puts an element on top.
  func put(_ element: Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Takes off everything that lies at a place and above it.
  func take(from start: Int) -> [Element] {
    precondition(start >= 0 && start <= count, "a place that is not on the pile")
    // Not by `init(unsafeUninitializedCapacity:)`: that looks the type up at run time, once for every list.
    var elements: [Element] = []
    elements.reserveCapacity(count - start)
    for index in start..<count { elements.append((base + index).move()) }
    count = start
    return elements
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
